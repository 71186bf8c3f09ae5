import { useTranslation } from 'react-i18next';
import { KeepLink } from './keep-link.tsx';
import { RequestProblem } from './problem.ts';
import './states.css';

interface ProblemMessageProps {
  error: unknown;
  /** Tries again; without it no button is shown. */
  onRetry?: () => void;
  /** The message is all there is on the page, so it is its heading. */
  whole?: boolean;
}

const KNOWN_HINTS = ['offline', 'not_found', 'sign_in_needed', 'role_missing', 'busy', 'too_many_requests'] as const;

/** What went wrong and what can be done about it. */
export function ProblemMessage({ error, onRetry, whole = false }: ProblemMessageProps) {
  const { t } = useTranslation();
  const problem = error instanceof RequestProblem ? error : null;
  const Title = whole ? 'h1' : 'p';
  const hint = KNOWN_HINTS.find((code) => code === problem?.code) ?? 'other';
  return (
    <div className="problem" role="alert">
      <Title className="problem__title">
        <span className="problem__shape" aria-hidden="true">
          ✕
        </span>
        {problem?.message || t(problem?.code === 'offline' ? 'problem.offlineTitle' : 'problem.title')}
      </Title>
      {problem?.detail && problem.detail !== problem.message ? <p>{problem.detail}</p> : null}
      {problem && problem.errors.length > 0 ? (
        <ul className="problem__errors">
          {problem.errors.map(({ field, message }) => (
            <li key={`${field}${message}`}>{message}</li>
          ))}
        </ul>
      ) : null}
      <p className="problem__hint">{t(`problem.hint.${hint}`)}</p>
      <p className="problem__actions">
        {hint === 'not_found' ? (
          <KeepLink to="/" className="button">
            {t('notFound.home')}
          </KeepLink>
        ) : null}
        {onRetry && hint !== 'not_found' ? (
          <button type="button" className="button" onClick={onRetry}>
            {t('problem.retry')}
          </button>
        ) : null}
        {hint === 'sign_in_needed' ? (
          <KeepLink to="/sign-in" className="button">
            {t('session.signIn')}
          </KeepLink>
        ) : null}
      </p>
    </div>
  );
}
