import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BriefingList } from '../../features/briefings/briefing-list.tsx';
import { MakeBriefing } from '../../features/briefings/make-briefing.tsx';
import { overviewQuery } from '../../features/overview/queries.ts';
import { sessionQuery } from '../../features/session/queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';

/** `/briefings`: make one, take the earlier ones. */
export function BriefingsPage() {
  const { t } = useTranslation();
  const { params, year, change } = useUrlState();
  const query = useQuery(overviewQuery(year, null));
  const signedIn = useQuery(sessionQuery()).data?.user != null;
  usePageTitle(t('page.briefings'));
  return (
    <>
      <h1>{t('page.briefings')}</h1>
      <p className="note">{t('briefing.about')}</p>
      <Answer query={query} lines={2}>
        {(overview) => {
          const document = readText(params, 'document') ?? overview.documents[0]?.id ?? '';
          const years = [...new Set([overview.year, ...overview.years])].sort((a, b) => b - a);
          return (
            <div className="briefing-form">
              <SelectField
                label={t('briefing.document')}
                value={document}
                onChange={(id) => change({ document: id })}
                options={overview.documents.map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))}
              />
              <SelectField
                label={t('picker.asOf')}
                value={String(overview.year)}
                onChange={(value) => change({ year: value })}
                options={years.map((each) => ({ value: String(each), label: t('picker.year', { year: each }) }))}
              />
              {document === '' ? null : <MakeBriefing document={document} year={overview.year} signedIn={signedIn} />}
            </div>
          );
        }}
      </Answer>
      <BriefingList />
    </>
  );
}
