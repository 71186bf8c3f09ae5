import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useEndOthers } from './account-queries.ts';

/** Signs out everywhere else. */
export function OtherSessions() {
  const { t } = useTranslation();
  const end = useEndOthers();
  return (
    <section aria-labelledby="sessions" className="account__part">
      <h2 id="sessions">{t('account.sessions')}</h2>
      <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate()}>
        {t('account.endOthers')}
      </button>
      <p role="status">{end.data ? t('account.ended', { n: end.data.ended }) : ''}</p>
      {end.error ? <ProblemMessage error={end.error} /> : null}
    </section>
  );
}
