import type { Submission } from '@dabiao/contract/submission';
import { formatNumber } from '@dabiao/domain/number-text';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaMoment } from '../../ui/china-time.ts';
import { KeepLink } from '../../ui/keep-link.tsx';
import { StepsMade } from './steps-made.tsx';
import { Withdraw } from './withdraw.tsx';

interface OutcomeProps {
  submission: Submission;
  onAgain: () => void;
  /** Draws the targets judged anew. */
  touched: (ids: readonly string[]) => ReactNode;
}

/** What became of a submission that was handed on, and what can be done next. */
export function Outcome({ submission, onAgain, touched }: OutcomeProps) {
  const { t } = useTranslation();
  const { id, own, state, reason, targetsTouched, releasedAt, steps, may } = submission;
  return (
    <section aria-labelledby="outcome" className="decision">
      <h2 id="outcome">{useTitle(submission)}</h2>
      <p className="note">{useWhen(submission)}</p>
      {reason ? <p>{t('submit.reasonGiven', { reason })}</p> : null}
      {state === 'submitted' && own ? <p>{t('submit.waits')}</p> : null}
      {releasedAt === null ? null : <Touched ids={targetsTouched} touched={touched} />}
      <p className="decision__buttons">
        {may.includes('approve') ? (
          <KeepLink to="/review" search={{ submission: id }} className="button button--main">
            {t('submit.toReview')}
          </KeepLink>
        ) : null}
        {own ? <Button onClick={onAgain}>{t('submit.next')}</Button> : null}
        {releasedAt === null ? null : (
          <>
            <KeepLink to="/" className="button">
              {t('page.overview')}
            </KeepLink>
            <KeepLink to="/briefings" className="button">
              {t('page.briefings')}
            </KeepLink>
          </>
        )}
      </p>
      <Withdraw submission={submission} />
      <StepsMade steps={steps} />
    </section>
  );
}

function Touched({ ids, touched }: { ids: readonly string[]; touched: OutcomeProps['touched'] }) {
  const { t } = useTranslation();
  if (ids.length === 0) return <p>{t('submit.noneTouched')}</p>;
  return (
    <>
      <h3>{t('submit.touched', { n: ids.length })}</h3>
      {touched(ids)}
    </>
  );
}

function useTitle({ state, releasedAt, releaseAt, counts }: Submission): string {
  const { t } = useTranslation();
  const n = formatNumber(counts.figures, 0);
  if (state !== 'approved') return t(`submit.outcome.${state}`, { n });
  if (releasedAt !== null) return t('submit.outcome.approved', { n });
  return releaseAt === null
    ? t('submit.outcome.waiting', { n })
    : t('submit.outcome.scheduled', { n, time: chinaMoment(releaseAt) });
}

/** When it was released, or decided on, and by whom. */
function useWhen({ releasedAt, decidedAt, decidedBy, createdAt, createdBy }: Submission): string {
  const at = releasedAt ?? decidedAt ?? createdAt;
  return `${chinaMoment(at)} ${decidedBy ?? (decidedAt === null ? createdBy : '')}`.trim();
}
