import type { SubmitBody } from '@dabiao/contract/submission';
import { needsReason } from '@dabiao/domain/problem';
import { insertAudit } from '@dabiao/store/audit';
import { figuresMovedOn } from '@dabiao/store/compare-rows';
import type { Trx } from '@dabiao/store/open';
import { FigureMovedOn, publishSubmission } from '@dabiao/store/publish-submission';
import { type Move, moveSubmission } from '@dabiao/store/submission-steps';
import type { StoredSubmission } from '@dabiao/store/submissions';
import type { User } from '@dabiao/store/users';
import { type Deps, momentNow, thisYear } from './deps.ts';
import { Problem, type Said } from './problem.ts';
import type { Report } from './progress.ts';

/** Who decides on which submission. */
export interface Decider {
  deps: Deps;
  user: User;
  address: string;
  submission: StoredSubmission;
}

/** How far ahead a release may be set. */
const LATEST_DAYS = 730;

/** A reason as given; what is only spaces is none. */
export const reasonIn = (reason: string | undefined): string | null => reason?.trim() || null;

/** The reason as given. @throws Problem reason_missing */
export function neededReason(reason: string | undefined, what: Said): string {
  const given = reasonIn(reason);
  if (given === null) throw new Problem('reason_missing', what);
  return given;
}

/**
 * When figures are to be released, as the store writes times; null for at once.
 * @throws Problem release_time where it is no moment with an offset, is over, or is more than two years away
 */
export function releaseMoment(deps: Deps, text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
  const time = form.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw new Problem('release_time', {
      zh: '请写明日期、时间和时区，如 2026-07-15T09:00:00+08:00',
      en: 'Give date, time and time zone, such as 2026-07-15T09:00:00+08:00',
    });
  const now = Date.parse(momentNow(deps));
  if (time <= now)
    throw new Problem('release_time', {
      zh: '发布时间须晚于现在；要立即发布，请不要填写',
      en: 'The time of release has to be ahead; leave it out to release at once',
    });
  if (time > now + LATEST_DAYS * 86_400_000)
    throw new Problem('release_time', {
      zh: '发布时间不能晚于两年之后',
      en: 'The time of release is at most two years ahead',
    });
  return new Date(time).toISOString();
}

/** @throws Problem submission_changed where the submission is not as it was looked at */
export function checkRevision({ revision }: StoredSubmission, seen: number | undefined): void {
  if (seen !== undefined && seen !== revision) throw new Problem('submission_changed');
}

export type Decision = Omit<Move, 'by' | 'at' | 'revision'>;

/** Moves the submission as it was looked at. @throws Problem submission_state where someone else was quicker */
async function move(trx: Trx, { deps, user, submission }: Decider, decision: Decision): Promise<void> {
  const as = { by: user.id, at: momentNow(deps), revision: submission.revision };
  if (!(await moveSubmission(trx, submission.id, { ...decision, ...as }))) throw new Problem('submission_state');
}

async function audit(
  trx: Trx,
  { user, address, submission }: Decider,
  decision: Decision,
  more: { action?: string; detail?: Record<string, unknown> } = {},
): Promise<void> {
  const { reason, releaseAt } = decision;
  await insertAudit(trx, {
    user: user.name,
    action: more.action ?? `submission.${decision.action}`,
    object: submission.id,
    detail: {
      ...(reason ? { reason } : {}),
      ...(releaseAt ? { release_at: releaseAt } : {}),
      ...(submission.createdBy === user.id ? { own: true } : {}),
      ...more.detail,
    },
    address,
  });
}

/** Moves a submission, with its audit line; nothing is published. @throws Problem submission_state */
export async function decide(trx: Trx, decider: Decider, decision: Decision): Promise<void> {
  await move(trx, decider, decision);
  await audit(trx, decider, decision);
}

/** Approves and publishes at once. @throws Problem submission_state, figure_moved_on, and nothing is published */
export async function decideAndPublish(trx: Trx, decider: Decider, decision: Decision, report: Report): Promise<void> {
  const { deps, user, submission } = decider;
  await move(trx, decider, decision);
  try {
    const publication = { by: user.id, thisYear: thisYear(deps), at: momentNow(deps), onProgress: report };
    const done = await publishSubmission(trx, submission.id, publication);
    const detail = { figures: done.appended, targets: done.targets.length };
    await audit(trx, decider, decision, { action: 'submission.approve', detail });
  } catch (error) {
    if (error instanceof FigureMovedOn) throw new Problem('figure_moved_on', error.place);
    throw error;
  }
}

/** @throws Problem where the draft may not be handed on as it is: rows undecided, warnings unconfirmed, nothing in it */
export function checkHandingOn(submission: StoredSubmission, body: SubmitBody): void {
  const errors = submission.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && body.problems !== 'skip') {
    throw new Problem('problems_undecided', {
      zh: `还有 ${errors.length} 个问题未处理：改好文件重新上传，或选择跳过问题行`,
      en: `${errors.length} problems are undecided: mend the file and upload it again, or choose to skip these rows`,
    });
  }
  if (submission.rowCount === 0) throw new Problem('nothing_to_publish');
  const warnings = submission.problems.filter(needsReason);
  if (warnings.length > 0 && reasonIn(body.reason) === null) {
    const listed = warnings
      .slice(0, 50)
      .map(({ sheet, cell, message }) => ({ field: [sheet, cell].filter(Boolean).join('!'), message }));
    throw new Problem(
      'warnings_unconfirmed',
      {
        zh: `有 ${warnings.length} 条提醒须核对并填写说明后才能提交`,
        en: `${warnings.length} warnings have to be looked at and a reason given before submitting`,
      },
      listed,
    );
  }
  if (submission.state === 'returned')
    neededReason(body.reason, { zh: '退回后再次提交，请说明', en: 'It was returned: say what has changed' });
}

/**
 * Tells at once what publishing would tell later: for what is handed to a reviewer, or is to wait for its time.
 * @throws Problem figure_moved_on
 */
export async function checkMovedOn({ deps, submission }: Decider): Promise<void> {
  const [late] = await figuresMovedOn(deps.store.read, submission.id, 1);
  if (late) throw new Problem('figure_moved_on', `${late.sheet}!${late.cell}`);
}
