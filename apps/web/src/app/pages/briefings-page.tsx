import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BriefingFilters } from '../../features/briefings/briefing-filters.tsx';
import { BriefingList } from '../../features/briefings/briefing-list.tsx';
import { NewBriefing } from '../../features/briefings/new-briefing.tsx';
import { choicesQuery } from '../../features/briefings/queries.ts';
import { RunningBriefings } from '../../features/briefings/running-briefings.tsx';
import { sessionQuery } from '../../features/session/queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import '../../features/briefings/briefings.css';

/** `/briefings`: make one, see what is being made, find the earlier ones. */
export function BriefingsPage() {
  const { t } = useTranslation();
  const choices = useQuery(choicesQuery());
  const user = useQuery(sessionQuery()).data?.user ?? null;
  const signedIn = user !== null;
  const mayDraft = user?.roles.some((role) => role === 'statistician' || role === 'reviewer') ?? false;
  usePageTitle(t('page.briefings'));
  return (
    <>
      <h1>{t('page.briefings')}</h1>
      <p className="note">{t('briefing.about')}</p>
      <div className="briefing-form">
        <NewBriefing signedIn={signedIn} mayDraft={mayDraft} />
      </div>
      {signedIn ? <RunningBriefings /> : null}
      <Answer query={choices} lines={2}>
        {(data) => <BriefingFilters choices={data} />}
      </Answer>
      <BriefingList />
    </>
  );
}
