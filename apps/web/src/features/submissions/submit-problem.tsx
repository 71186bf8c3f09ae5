import type { Submission } from '@dabiao/contract/submission';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RequestProblem } from '../../ui/problem.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { submissionQuery, useRecheck } from './queries.ts';

/** Answers to a move that say the page shows what is over. */
const OVER = ['submission_changed', 'submission_state', 'warnings_unconfirmed', 'problems_undecided'];

interface SubmitProblemProps {
  error: unknown;
  submission: Submission;
  onBack: () => void;
}

/** Why a move was refused, with the way on: check again what moved on, load anew what somebody else changed. */
export function SubmitProblem({ error, submission, onBack }: SubmitProblemProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const recheck = useRecheck(submission.id);
  const code = error instanceof RequestProblem ? error.code : '';
  const reload = () => void client.invalidateQueries({ queryKey: submissionQuery(submission.id).queryKey });
  return (
    <>
      <ProblemMessage error={recheck.error ?? error} />
      {code === 'figure_moved_on' ? (
        <Button loading={recheck.isPending} onClick={() => recheck.mutate(undefined, { onSuccess: onBack })}>
          {t('submit.recheckNow')}
        </Button>
      ) : null}
      {OVER.includes(code) ? <Button onClick={reload}>{t('submit.loadAnew')}</Button> : null}
    </>
  );
}
