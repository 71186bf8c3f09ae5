import type { Submission } from '@dabiao/contract/submission';
import { formatNumber } from '@dabiao/domain/number-text';
import { Checkbox } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf, type ListedProblem, type ProblemKind } from './problem-groups.ts';
import { KIND_SHAPES, ProblemLine } from './problem-list.tsx';

/** Problems listed one by one before handing in. */
const LISTED = 30;

interface PartProps {
  kind: ProblemKind;
  title: string;
  problems: readonly ListedProblem[];
  onJump: (problem: ListedProblem) => void;
  children?: ReactNode;
}

/** The problems of one kind, and what is to be decided of them. */
function Part({ kind, title, problems, onJump, children }: PartProps) {
  const { t } = useTranslation();
  const id = useId();
  const own = problems.filter((problem) => kindOf(problem) === kind);
  return (
    <section aria-labelledby={id} className="submit-form__part">
      <h3 id={id}>
        <span aria-hidden="true" className={`kind--${kind}`}>
          {KIND_SHAPES[kind]}
        </span>{' '}
        {title}
      </h3>
      <ul className="submit-form__problems">
        {own.slice(0, LISTED).map((problem) => (
          <li key={`${problem.sheet}${problem.cell}${problem.message}`}>
            <ProblemLine problem={problem} chosen={null} onJump={onJump} />
          </li>
        ))}
      </ul>
      {own.length > LISTED ? <p className="note">{t('submit.hand.more', { n: own.length - LISTED })}</p> : null}
      {children}
    </section>
  );
}

interface LeaveOutProps extends Pick<PartProps, 'onJump'> {
  submission: Submission;
  skip: boolean;
  onSkip: (skip: boolean) => void;
  /** Sending was tried without a decision. */
  missing: boolean;
}

/** Errors: mend them, or choose to leave their rows out. */
export function LeaveOut({ submission, skip, onSkip, missing, onJump }: LeaveOutProps) {
  const { t } = useTranslation();
  const { problems, counts } = submission;
  return (
    <Part kind="error" title={t('submit.hand.errors', { n: counts.errors })} problems={problems} onJump={onJump}>
      <p className="small">{t('submit.decideHint')}</p>
      <Checkbox checked={skip} onChange={(event) => onSkip(event.target.checked)}>
        {t('submit.skip', { n: formatNumber(counts.figures, 0) })}
      </Checkbox>
      {missing ? (
        <p role="alert" className="submit-form__wrong">
          {t('submit.hand.undecided')}
        </p>
      ) : null}
    </Part>
  );
}

/** The warnings that the reason answers. */
export function ToConfirm({ submission, onJump }: Pick<LeaveOutProps, 'submission' | 'onJump'>) {
  const { t } = useTranslation();
  const { problems, counts } = submission;
  const title = t('submit.hand.warnings', { n: counts.toConfirm });
  return <Part kind="confirm" title={title} problems={problems} onJump={onJump} />;
}
