import type { SessionUser } from '@dabiao/contract/session';
import type { Submission } from '@dabiao/contract/submission';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CheckStep } from '../../features/submissions/check-step.tsx';
import { Mend } from '../../features/submissions/mend.tsx';
import { Outcome } from '../../features/submissions/outcome.tsx';
import { submissionQuery } from '../../features/submissions/queries.ts';
import { ReturnedNote } from '../../features/submissions/returned-note.tsx';
import { StepLine } from '../../features/submissions/step-line.tsx';
import { StepsMade } from '../../features/submissions/steps-made.tsx';
import { AFRESH, readSubmitAddress } from '../../features/submissions/submit-address.ts';
import { SubmitStep } from '../../features/submissions/submit-step.tsx';
import { useJump } from '../../features/submissions/use-jump.ts';
import { Withdraw } from '../../features/submissions/withdraw.tsx';
import { TouchedTargets } from '../../features/targets/touched-targets.tsx';
import { Answer } from '../../ui/answer.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';

interface OpenedSubmissionProps {
  id: string;
  user: SessionUser;
  reviewed: boolean;
}

/** One submission: looked over and handed in while it is its maker's, else what became of it. */
export function OpenedSubmission({ id, user, reviewed }: OpenedSubmissionProps) {
  return (
    <Answer query={useQuery(submissionQuery(id))} lines={8}>
      {(submission) =>
        submission.may.includes('submit') ? (
          <InHand submission={submission} user={user} reviewed={reviewed} />
        ) : (
          <HandedOn submission={submission} />
        )
      }
    </Answer>
  );
}

/** The second and third step. */
function InHand({ submission, user, reviewed }: Omit<OpenedSubmissionProps, 'id'> & { submission: Submission }) {
  const { params, change } = useUrlState();
  const address = readSubmitAddress(params);
  const back = () => change({ step: null });
  const jump = useJump(submission, change);
  const toStep = (step: number) => change(step === 0 ? AFRESH : { step: step === 2 ? 'submit' : null });
  return (
    <>
      <StepLine step={address.step === 'submit' ? 2 : 1} onStep={toStep} />
      {submission.state === 'returned' ? <ReturnedNote steps={submission.steps} /> : null}
      {address.step === 'submit' ? (
        <SubmitStep key={submission.revision} submission={submission} reviewed={reviewed} onBack={back} onJump={jump} />
      ) : (
        <CheckStep submission={submission} address={address} onChange={change}>
          <Onward
            submission={submission}
            user={user}
            onSubmit={() => change({ step: 'submit', cell: null })}
            onAgain={(way) => change({ ...AFRESH, way })}
          />
        </CheckStep>
      )}
    </>
  );
}

interface OnwardProps {
  submission: Submission;
  user: SessionUser;
  onSubmit: () => void;
  onAgain: (way: 'entry' | null) => void;
}

/** What can be done once it was looked over. */
function Onward({ submission, user, onSubmit, onAgain }: OnwardProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="onward decision__buttons">
        <Button type="primary" disabled={submission.counts.figures === 0} onClick={onSubmit}>
          {t('submit.onward', { n: submission.counts.figures })}
        </Button>
        <Mend submission={submission} user={user.id} onFile={() => onAgain(null)} onEntry={() => onAgain('entry')} />
      </p>
      <Withdraw submission={submission} />
      <StepsMade steps={submission.steps} />
    </>
  );
}

/** What became of it, and below what it holds. */
function HandedOn({ submission }: { submission: Submission }) {
  const { params, change } = useUrlState();
  const address = readSubmitAddress(params);
  return (
    <>
      <StepLine step={submission.releasedAt === null ? 2 : 3} />
      <Outcome submission={submission} onAgain={() => change(AFRESH)} touched={(ids) => <TouchedTargets ids={ids} />} />
      <CheckStep submission={submission} address={address} onChange={change} />
    </>
  );
}
