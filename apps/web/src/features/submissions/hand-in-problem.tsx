import { useTranslation } from 'react-i18next';
import { RequestProblem } from '../../ui/problem.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import type { Attempt } from './upload.ts';

interface HandInProblemProps {
  error: unknown;
  attempt: Attempt;
  onAgain: (attempt: Attempt) => void;
}

/** Why handing in failed. Where the connection broke, the same attempt can be sent again without doubling anything. */
export function HandInProblem({ error, attempt, onAgain }: HandInProblemProps) {
  const { t } = useTranslation();
  const problem = error instanceof RequestProblem ? error : null;
  if (problem?.status !== 0) {
    const again =
      problem && (problem.status >= 500 || problem.status === 429) ? { onRetry: () => onAgain(attempt) } : {};
    return <ProblemMessage error={error} {...again} />;
  }
  return (
    <div className="problem" role="alert">
      <p className="problem__title">
        <span className="problem__shape" aria-hidden="true">
          ✕
        </span>
        {t('submit.broken', { name: attempt.name })}
      </p>
      <p>{t('submit.brokenHint')}</p>
      <p className="problem__actions">
        <button type="button" className="button" onClick={() => onAgain(attempt)}>
          {t('submit.tryAgain')}
        </button>
      </p>
    </div>
  );
}
