import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { readChoice } from './briefing-choice.ts';
import { BriefingDialog } from './briefing-dialog.tsx';
import { choicesQuery } from './queries.ts';

/** The way to a new briefing; who is not signed in is sent to do so first. */
export function NewBriefing({ signedIn, mayDraft }: { signedIn: boolean; mayDraft: boolean }) {
  const { t } = useTranslation();
  const { params, change, year } = useUrlState();
  const { pathname, search } = useLocation();
  const { data: choices } = useQuery(choicesQuery());
  const choice = readChoice(params);
  if (!signedIn) {
    return (
      <KeepLink to="/sign-in" search={{ next: pathname + search }} className="button">
        {t('briefing.signIn')}
      </KeepLink>
    );
  }
  return (
    <>
      <button type="button" className="button button--main" onClick={() => change({ new: 'document' })}>
        {t('briefing.dialog.open')}
      </button>
      {choice && choices ? (
        <BriefingDialog choice={choice} choices={choices} year={year ?? choices.year} mayDraft={mayDraft} />
      ) : null}
    </>
  );
}
