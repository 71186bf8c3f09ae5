import type { Submission } from '@dabiao/contract/submission';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localTime } from '../../ui/local-time.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useMoveSubmission } from './queries.ts';
import { ReasonField } from './reason-field.tsx';

interface OutcomeProps {
  submission: Submission;
  mayReview: boolean;
  mayWithdraw: boolean;
  onAgain: () => void;
  /** Draws the targets judged anew. */
  touched: (ids: readonly string[]) => ReactNode;
}

/** What became of a submission; a reviewer decides here. */
export function Outcome({ submission, mayReview, mayWithdraw, onAgain, touched }: OutcomeProps) {
  const { t } = useTranslation();
  const { state, decidedAt, decidedBy, reason, targetsTouched } = submission;
  return (
    <section aria-labelledby="outcome" className="decision">
      <h2 id="outcome">{t(`submit.outcome.${state}`, { n: submission.figures.length })}</h2>
      {decidedAt ? (
        <p className="note">
          {localTime(decidedAt)} {decidedBy}
        </p>
      ) : null}
      {reason ? <p>{t('submit.reasonGiven', { reason })}</p> : null}
      {state === 'submitted' && mayReview ? <Review id={submission.id} /> : null}
      {state === 'approved' ? (
        targetsTouched.length > 0 ? (
          <>
            <h3>{t('submit.touched', { n: targetsTouched.length })}</h3>
            {touched(targetsTouched)}
          </>
        ) : (
          <p>{t('submit.noneTouched')}</p>
        )
      ) : null}
      <p className="decision__buttons">
        <Button onClick={onAgain}>{t('submit.next')}</Button>
        {state === 'submitted' && mayWithdraw ? <Withdraw id={submission.id} /> : null}
      </p>
    </section>
  );
}

function Withdraw({ id }: { id: string }) {
  const { t } = useTranslation();
  const move = useMoveSubmission(id);
  return (
    <Button loading={move.isPending} onClick={() => move.mutate({ verb: 'withdraw', body: {} })}>
      {t('submit.withdraw')}
    </Button>
  );
}

function Review({ id }: { id: string }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const move = useMoveSubmission(id);
  const body = reason.trim() ? { reason: reason.trim() } : {};
  return (
    <>
      <ReasonField label={t('submit.reviewReason')} value={reason} onChange={setReason} />
      <p className="decision__buttons">
        <Button type="primary" loading={move.isPending} onClick={() => move.mutate({ verb: 'approve', body })}>
          {t('submit.approve')}
        </Button>
        <Button disabled={move.isPending || reason.trim() === ''} onClick={() => move.mutate({ verb: 'return', body })}>
          {t('submit.return')}
        </Button>
      </p>
      {move.error ? <ProblemMessage error={move.error} /> : null}
    </>
  );
}
