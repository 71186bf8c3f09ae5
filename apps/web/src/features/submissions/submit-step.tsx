import type { Submission } from '@dabiao/contract/submission';
import { formatNumber } from '@dabiao/domain/number-text';
import { Button, Checkbox } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf, type ListedProblem } from './problem-groups.ts';
import { KIND_SHAPES, ProblemLine } from './problem-list.tsx';
import { useMoveSubmission } from './queries.ts';
import { ReasonField } from './reason-field.tsx';
import { ReleaseField, releaseMoment } from './release-field.tsx';
import { RunProgress } from './run-progress.tsx';
import { SubmitProblem } from './submit-problem.tsx';

interface SubmitStepProps {
  submission: Submission;
  /** Handed to a reviewer, or published at once. */
  reviewed: boolean;
  onBack: () => void;
  onJump: (problem: ListedProblem) => void;
}

/** Warnings listed one by one beside the reason. */
const LISTED = 30;

/** Handing in: errors left out by choice only, warnings confirmed with a reason, and what happens then. */
export function SubmitStep({ submission, reviewed, onBack, onJump }: SubmitStepProps) {
  const { t } = useTranslation();
  const form = useSubmitForm(submission, reviewed);
  const { figures, errors, toConfirm } = submission.counts;
  const n = formatNumber(figures, 0);
  if (figures === 0) return <NothingLeft onBack={onBack} />;
  return (
    <form className="submit-form" onSubmit={form.send} noValidate>
      <h2>{t(reviewed ? 'submit.hand.titleReview' : 'submit.hand.title', { n })}</h2>
      {errors > 0 ? <LeaveOut submission={submission} form={form} onBack={onBack} /> : null}
      {toConfirm > 0 ? <ToConfirm problems={submission.problems} onJump={onJump} /> : null}
      <ReasonField
        label={t(form.reasonNeeded ? 'submit.hand.reasonNeeded' : 'submit.reason')}
        hint={toConfirm > 0 ? t('submit.hand.reasonHint') : undefined}
        value={form.reason}
        onChange={form.setReason}
        wrong={form.tried && form.reasonMissing ? t('submit.hand.reasonMissing') : undefined}
      />
      {reviewed ? null : <ReleaseField value={form.release} onChange={form.setRelease} />}
      <p className="submit-form__next">
        {t(
          reviewed
            ? 'submit.hand.thenReview'
            : form.release === ''
              ? 'submit.hand.thenRelease'
              : 'submit.hand.thenWait',
        )}
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
  return {
    skip,
    setSkip,
    reason,
    setReason,
    release,
    setRelease,
    tried,
    reasonNeeded,
    reasonMissing,
    undecided,
    send,
    move,
  };
}

type SubmitForm = ReturnType<typeof useSubmitForm>;

/** Errors: mend them, or choose to leave their rows out. */
function LeaveOut({ submission, form, onBack }: { submission: Submission; form: SubmitForm; onBack: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { errors, figures } = submission.counts;
  const missing = form.tried && form.undecided;
  return (
    <section aria-labelledby={id} className="submit-form__part">
      <h3 id={id}>
        <span aria-hidden="true" className="kind--error">
          {KIND_SHAPES.error}
        </span>{' '}
        {t('submit.hand.errors', { n: errors })}
      </h3>
      <p>
        {t('submit.decideHint')}{' '}
        <button type="button" className="link-button" onClick={onBack}>
          {t('submit.hand.back')}
        </button>
      </p>
      <Checkbox checked={form.skip} onChange={(event) => form.setSkip(event.target.checked)}>
        {t('submit.skip', { n: formatNumber(figures, 0) })}
      </Checkbox>
      {missing ? (
        <p role="alert" className="submit-form__wrong">
          {t('submit.hand.undecided')}
        </p>
      ) : null}
    </section>
  );
}

/** The warnings that the reason answers. */
function ToConfirm({ problems, onJump }: { problems: readonly ListedProblem[]; onJump: (one: ListedProblem) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const warnings = problems.filter((problem) => kindOf(problem) === 'confirm');
  return (
    <section aria-labelledby={id} className="submit-form__part">
      <h3 id={id}>
        <span aria-hidden="true" className="kind--confirm">
          {KIND_SHAPES.confirm}
        </span>{' '}
        {t('submit.hand.warnings', { n: warnings.length })}
      </h3>
      <ul className="submit-form__warnings">
        {warnings.slice(0, LISTED).map((problem) => (
          <li key={`${problem.sheet}${problem.cell}${problem.message}`}>
            <ProblemLine problem={problem} chosen={null} onJump={onJump} />
          </li>
        ))}
      </ul>
      {warnings.length > LISTED ? (
        <p className="note">{t('submit.hand.moreWarnings', { n: warnings.length - LISTED })}</p>
      ) : null}
    </section>
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
