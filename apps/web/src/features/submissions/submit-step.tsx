import type { Submission } from '@dabiao/contract/submission';
import { formatNumber } from '@dabiao/domain/number-text';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedProblem } from './problem-groups.ts';
import { useMoveSubmission } from './queries.ts';
import { ReasonField } from './reason-field.tsx';
import { ReleaseField, releaseMoment } from './release-field.tsx';
import { RunProgress } from './run-progress.tsx';
import { SubmitProblem } from './submit-problem.tsx';
import { LeaveOut, ToConfirm } from './submit-problems.tsx';

interface SubmitStepProps {
  submission: Submission;
  /** Handed to a reviewer, or published at once. */
  reviewed: boolean;
  onBack: () => void;
  onJump: (problem: ListedProblem) => void;
}

/** Handing in: errors left out by choice only, warnings confirmed with a reason, and what happens then. */
export function SubmitStep({ submission, reviewed, onBack, onJump }: SubmitStepProps) {
  const { t } = useTranslation();
  const form = useSubmitForm(submission, reviewed);
  const { figures, errors, toConfirm } = submission.counts;
  const n = formatNumber(figures, 0);
  if (figures === 0) return <NothingLeft onBack={onBack} />;
  const missing = form.tried && form.undecided;
  return (
    <form className="submit-form" onSubmit={form.send} noValidate>
      <h2>{t(reviewed ? 'submit.hand.titleReview' : 'submit.hand.title', { n })}</h2>
      {errors > 0 ? <LeaveOut {...{ submission, missing, onJump }} skip={form.skip} onSkip={form.setSkip} /> : null}
      {toConfirm > 0 ? <ToConfirm submission={submission} onJump={onJump} /> : null}
      <Reason form={form} confirms={toConfirm > 0} />
      {reviewed ? null : <ReleaseField value={form.release} onChange={form.setRelease} />}
      <p className="submit-form__next">
        <Next reviewed={reviewed} timed={form.release !== ''} />
      </p>
      <p className="decision__buttons">
        <Button type="primary" htmlType="submit" loading={form.move.isPending}>
          {t(reviewed ? 'submit.handOver' : 'submit.publish', { n })}
        </Button>
        <Button disabled={form.move.isPending} onClick={onBack}>
          {t('submit.hand.back')}
        </Button>
      </p>
      {form.move.isPending && !reviewed ? <RunProgress runKey={submission.id} of="publish" /> : null}
      {form.move.error ? <SubmitProblem error={form.move.error} submission={submission} onBack={onBack} /> : null}
    </form>
  );
}

/** What happens once it is sent. */
function Next({ reviewed, timed }: { reviewed: boolean; timed: boolean }) {
  const { t } = useTranslation();
  if (reviewed) return t('submit.hand.thenReview');
  return t(timed ? 'submit.hand.thenWait' : 'submit.hand.thenRelease');
}

/** What is chosen and typed, whether it may be sent, and the sending. */
function useSubmitForm({ id, counts, state, revision }: Submission, reviewed: boolean) {
  const [skip, setSkip] = useState(false);
  const [reason, setReason] = useState('');
  const [release, setRelease] = useState('');
  const [tried, setTried] = useState(false);
  const move = useMoveSubmission(id);
  const reasonNeeded = counts.toConfirm > 0 || state === 'returned';
  const reasonMissing = reasonNeeded && reason.trim() === '';
  const undecided = counts.errors > 0 && !skip;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (undecided || reasonMissing || move.isPending) return;
    const releaseAt = reviewed ? null : releaseMoment(release);
    const body = {
      revision,
      ...(counts.errors > 0 ? { problems: 'skip' as const } : {}),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(releaseAt === null ? {} : { releaseAt }),
    };
    move.mutate({ verb: 'submit', body });
  };
  const fields = { skip, setSkip, reason, setReason, release, setRelease };
  return { ...fields, tried, reasonNeeded, reasonMissing, undecided, send, move };
}

/** Why the warnings are right, or what was mended; needed only for these. */
function Reason({ form, confirms }: { form: ReturnType<typeof useSubmitForm>; confirms: boolean }) {
  const { t } = useTranslation();
  return (
    <ReasonField
      label={t(form.reasonNeeded ? 'submit.hand.reasonNeeded' : 'submit.reason')}
      hint={confirms ? t('submit.hand.reasonHint') : undefined}
      value={form.reason}
      onChange={form.setReason}
      wrong={form.tried && form.reasonMissing ? t('submit.hand.reasonMissing') : undefined}
    />
  );
}

function NothingLeft({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="submit-form">
      <h2>{t('submit.nothingLeft')}</h2>
      <p className="decision__buttons">
        <Button type="primary" onClick={onBack}>
          {t('submit.hand.back')}
        </Button>
      </p>
    </section>
  );
}
