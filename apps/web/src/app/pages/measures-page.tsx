import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MeasureSearch } from '../../features/measures/measure-search.tsx';
import { MeasureTables } from '../../features/measures/measure-table.tsx';
import { measuresQuery } from '../../features/measures/queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';

/** `/measures`: what the documents promise to whom, narrowed by what the URL says. */
export function MeasuresPage() {
  const { t } = useTranslation();
  const { params } = useUrlState();
  const asked = { document: readText(params, 'document'), q: readText(params, 'q') };
  const all = useQuery(measuresQuery({ document: null, q: null })).data ?? [];
  const query = useQuery(measuresQuery(asked));
  usePageTitle(t('page.measures'));
  return (
    <>
      <h1>{t('page.measures')}</h1>
      <p className="note">{t('measure.intro')}</p>
      <MeasureSearch all={all} />
      <Answer query={query} lines={10}>
        {(rows) =>
          rows.length > 0 ? (
            <MeasureTables rows={rows} />
          ) : asked.document === null && asked.q === null ? (
            <Empty title={t('measure.empty')}>{t('measure.emptyHint')}</Empty>
          ) : (
            <Empty title={t('measure.nothing')}>{t('filter.nothingHint')}</Empty>
          )
        }
      </Answer>
    </>
  );
}
