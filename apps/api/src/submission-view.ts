import { Readable } from 'node:stream';
import type { Submission, SubmissionRight, SubmittedFigure } from '@dabiao/contract/submission';
import { needsReason } from '@dabiao/domain/problem';
import { findIndicators } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import { findSubmission, findSubmissionFigures, type StoredSubmission } from '@dabiao/store/submissions';
import type { User } from '@dabiao/store/users';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';
import { maySee, reviewsFrom } from './region-rights.ts';

/** Rows that are read at once, and above how many an answer is sent piece by piece. */
const PAGE = 2000;
const WHOLE = 2 * PAGE;

/** Names of indicators and regions by id and code. */
export async function catalogueNames(db: Db): Promise<{ indicator(id: string): string; region(code: string): string }> {
  const indicators = new Map((await findIndicators(db)).map(({ id, name }) => [id, name]));
  const regions = new Map((await findRegions(db)).map(({ code, name }) => [code, name]));
  return {
    indicator: (id) => indicators.get(id) ?? id,
    region: (code) => regions.get(code) ?? code,
  };
}

/** Rows of a submission with the names of what they are of, page by page. */
async function* figurePages(
  db: Db,
  id: string,
  { from, count }: { from: number; count: number },
): AsyncGenerator<SubmittedFigure[]> {
  const names = await catalogueNames(db);
  for (let at = from; at < from + count; at += PAGE) {
    const rows = await findSubmissionFigures(db, id, { from: at, limit: Math.min(PAGE, from + count - at) });
    if (rows.length === 0) return;
    yield rows.map(({ position, earlierVersion: _, ...row }) => ({
      id: String(position),
      ...row,
      indicatorName: names.indicator(row.indicator),
      regionName: names.region(row.region),
    }));
  }
}

/** `count` rows of a submission from position `from` on. */
export async function shownFigures(
  db: Db,
  id: string,
  range: { from: number; count: number },
): Promise<SubmittedFigure[]> {
  const shown: SubmittedFigure[] = [];
  for await (const page of figurePages(db, id, range)) shown.push(...page);
  return shown;
}

/** A submission waits for the time at which it is to be published. */
export const isScheduled = ({ state, releasedAt }: Pick<StoredSubmission, 'state' | 'releasedAt'>): boolean =>
  state === 'approved' && releasedAt === null;

/**
 * Who may have the file that was handed in: who may see the figures; the auditor once everybody may.
 * @param granted the regions the user's rights reach
 */
export function mayOpenFile(
  submission: { createdBy: string; makerRegion: string | null; released: boolean },
  user: Pick<User, 'id' | 'roles'> | null,
  granted: ReadonlySet<string> | null,
): boolean {
  if (user === null) return false;
  if (submission.createdBy === user.id || reviewsFrom(user, granted, submission.makerRegion)) return true;
  return submission.released && user.roles.includes('auditor');
}

function rightsOfMaker({ state, kind, releasedAt }: StoredSubmission): SubmissionRight[] {
  if (state === 'draft' || state === 'returned') {
    const again = kind === 'file' ? (['correct', 'recheck'] as const) : (['recheck'] as const);
    return kind === 'correction' ? ['submit', 'withdraw'] : ['submit', ...again, 'withdraw'];
  }
  return state === 'submitted' || isScheduled({ state, releasedAt }) ? ['withdraw'] : [];
}

function rightsOfReviewer(submission: StoredSubmission, mayApprove: boolean): SubmissionRight[] {
  const approve = mayApprove ? (['approve'] as const) : [];
  if (submission.state === 'submitted') return [...approve, 'return'];
  return isScheduled(submission) ? [...approve, 'return', 'withdraw'] : [];
}

/** What a user who may see a submission may do with it now. */
export function rightsOn(submission: StoredSubmission, user: User, config: Config): SubmissionRight[] {
  const own = submission.createdBy === user.id;
  const rights = [
    ...(own && user.roles.includes('statistician') ? rightsOfMaker(submission) : []),
    ...(user.roles.includes('reviewer') ? rightsOfReviewer(submission, !own || config.selfApproval) : []),
    ...(mayOpenFile({ ...submission, released: submission.releasedAt !== null }, user, null)
      ? (['file'] as const)
      : []),
  ];
  return [...new Set(rights)];
}

/** A submission without its figures as the page shows it. */
function shownHead(submission: StoredSubmission, user: User, config: Config): Submission {
  const { problems } = submission;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    id: submission.id,
    kind: submission.kind,
    state: submission.state,
    revision: submission.revision,
    fileName: submission.fileName,
    fileHash: submission.fileHash,
    createdAt: submission.createdAt,
    createdBy: submission.createdByName,
    own: submission.createdBy === user.id,
    may: rightsOn(submission, user, config),
    decidedAt: submission.decidedAt,
    decidedBy: submission.decidedByName,
    reason: submission.reason,
    releaseAt: submission.releaseAt,
    releasedAt: submission.releasedAt,
    counts: {
      figures: submission.rowCount,
      errors,
      warnings: problems.length - errors,
      toConfirm: problems.filter(needsReason).length,
    },
    figures: [],
    problems: problems.map((problem) => ({
      ...problem,
      needsReason: needsReason(problem),
      suggestions: problem.suggestions ?? [],
    })),
    targetsTouched: submission.targetsTouched,
    steps: submission.steps,
    label: submission.label,
  };
}

/** Written piece by piece: a hundred thousand rows as one text would hold everyone else up. */
async function* pieces(head: Submission, pages: AsyncIterable<SubmittedFigure[]>): AsyncGenerator<string> {
  const { figures: _, ...rest } = head;
  yield `${JSON.stringify(rest).slice(0, -1)},"figures":[`;
  let comma = '';
  for await (const page of pages) {
    yield comma + page.map((row) => JSON.stringify(row)).join(',');
    comma = ',';
  }
  yield ']}';
}

export interface Look {
  deps: Deps;
  config: Config;
  user: User;
  /** How many rows are wanted; absent for all. */
  rows?: number | undefined;
}

/** A submission as the page shows it: names beside ids, and what was published when it was read. */
export async function shownSubmission(
  { deps, config, user, rows }: Look,
  submission: StoredSubmission,
  more: Pick<Submission, 'repeated'> = {},
): Promise<Submission> {
  const db = deps.store.read;
  const head = { ...shownHead(submission, user, config), ...more };
  const range = { from: 0, count: Math.min(rows ?? submission.rowCount, submission.rowCount) };
  if (range.count > WHOLE) {
    // A stream is sent as it is, past the serializer.
    return Readable.from(pieces(head, figurePages(db, submission.id, range))) as unknown as Submission;
  }
  return { ...head, figures: await shownFigures(db, submission.id, range) };
}

/** The submission, if this user may see it (see maySee); to others it does not exist. */
export async function visibleSubmission(deps: Deps, id: string, user: User): Promise<StoredSubmission> {
  const submission = await findSubmission(deps.store.read, id);
  if (!submission || !(await maySee(deps.store.read, submission, user))) throw new Problem('not_found');
  return submission;
}
