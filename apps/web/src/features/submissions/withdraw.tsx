import type { Submission } from '@dabiao/contract/submission';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoveSubmission } from './queries.ts';
import { ReasonField } from './reason-field.tsx';
import { SubmitProblem } from './submit-problem.tsx';

/** Taking a submission back: asked once more, with a reason where it was approved already. */
export function Withdraw({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const move = useMoveSubmission(submission.id);
  const needed = submission.state === 'approved';
  if (!submission.may.includes('withdraw')) return null;
  if (!asked) {
    return (
      <p className="withdraw">
        <Button onClick={() => setAsked(true)}>{t('submit.withdraw')}</Button>
      </p>
    );
  }
  const missing = needed && reason.trim() === '';
  const withdraw = () => {
    setTried(true);
    const body = { revision: submission.revision, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    if (!missing) move.mutate({ verb: 'withdraw', body });
  };
  return (
    <div className="withdraw">
      <p>{t('submit.withdrawAsk')}</p>
      <ReasonField
        label={t(needed ? 'submit.withdrawReasonNeeded' : 'submit.reason')}
        value={reason}
        onChange={setReason}
        wrong={tried && missing ? t('submit.hand.reasonMissing') : undefined}
      />
      <p className="decision__buttons">
        <Button loading={move.isPending} onClick={withdraw}>
          {t('submit.withdrawNow')}
        </Button>
        <Button disabled={move.isPending} onClick={() => setAsked(false)}>
          {t('submit.keep')}
        </Button>
      </p>
      {move.error ? <SubmitProblem error={move.error} submission={submission} onBack={() => setAsked(false)} /> : null}
    </div>
  );
}
