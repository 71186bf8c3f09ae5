import type { Submission } from '@dabiao/contract/submission';
import { useTranslation } from 'react-i18next';
import { chinaMoment } from '../../ui/china-time.ts';

/** What happened to a submission, step by step: who, when, why. */
export function StepsMade({ steps }: Pick<Submission, 'steps'>) {
  const { t } = useTranslation();
  if (steps.length === 0) return null;
  return (
    <details className="steps-made">
      <summary>{t('submit.stepsMade', { n: steps.length })}</summary>
      <ol>
        {steps.map(({ action, at, by, reason, releaseAt }) => (
          <li key={`${at}${action}`}>
            {chinaMoment(at)} {by ?? t('submit.byItself')} <b>{t(`submit.action.${action}`)}</b>
            {releaseAt ? ` ${t('submit.forTime', { time: chinaMoment(releaseAt) })}` : ''}
            {reason ? ` ${t('submit.reasonGiven', { reason })}` : ''}
          </li>
        ))}
      </ol>
    </details>
  );
}
