import type { Submission } from '@dabiao/contract/submission';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useMoveSubmission } from './queries.ts';
import { ReasonField } from './reason-field.tsx';

interface DecisionProps {
  submission: Submission;
  /** Published at once, or handed to a reviewer. */
  reviewed: boolean;
  onAgain: () => void;
}

/** The user's decision on a draft: leave problem rows out or come again; publish; withdraw. */
export function Decision({ submission, reviewed, onAgain }: DecisionProps) {
  const { t } = useTranslation();
  const [skip, setSkip] = useState(false);
  const [reason, setReason] = useState('');
  const move = useMoveSubmission(submission.id);
  const n = submission.figures.length;
  const errors = submission.problems.filter(({ severity }) => severity === 'error').length;
  const undecided = errors > 0 && !skip;
  const submit = () =>
    move.mutate({
      verb: 'submit',
      body: {
        ...(errors > 0 ? { problems: 'skip' as const } : {}),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      },
    });
  return (
    <section aria-labelledby="decision" className="decision">
      <h2 id="decision">{t('submit.decide')}</h2>
      {errors > 0 ? (
        <>
          <p>{t(n > 0 ? 'submit.decideHint' : 'submit.nothingLeft')}</p>
          {n > 0 ? (
            <Checkbox checked={skip} onChange={(event) => setSkip(event.target.checked)}>
              {t(reviewed ? 'submit.skipForReview' : 'submit.skip', { n })}
            </Checkbox>
          ) : null}
        </>
      ) : (
        <p>{t(reviewed ? 'submit.readyForReview' : 'submit.ready', { n })}</p>
      )}
      <ReasonField label={t('submit.reason')} value={reason} onChange={setReason} />
      <p className="decision__buttons">
        <Button type="primary" disabled={undecided || n === 0} loading={move.isPending} onClick={submit}>
          {t(reviewed ? 'submit.handOver' : 'submit.publish', { n })}
        </Button>
        <Button onClick={onAgain}>{t('submit.again')}</Button>
        <Button disabled={move.isPending} onClick={() => move.mutate({ verb: 'withdraw', body: {} })}>
          {t('submit.withdraw')}
        </Button>
      </p>
      {move.error ? <ProblemMessage error={move.error} /> : null}
    </section>
  );
}
