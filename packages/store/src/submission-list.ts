import { needsReason } from '@dabiao/domain/problem';
import type { Db } from './open.ts';
import {
  type SubmissionExpression,
  type SubmissionKind,
  type SubmissionState,
  submissionHeads,
} from './submissions.ts';

/** A submission as a row of a list. */
export interface SubmissionSummary {
  id: string;
  kind: SubmissionKind;
  state: SubmissionState;
  fileName: string;
  createdAt: string;
  createdBy: string;
  decidedAt: string | null;
  releaseAt: string | null;
  releasedAt: string | null;
  figures: number;
  errors: number;
  toConfirm: number;
}

export interface SubmissionFilter {
  /** Only this person's. */
  user?: string;
  state?: SubmissionState;
}

const matches = (eb: SubmissionExpression, { user, state }: SubmissionFilter) =>
  eb.and([
    ...(user === undefined ? [] : [eb('submission.created_by', '=', user)]),
    ...(state === undefined ? [] : [eb('submission.state', '=', state)]),
  ]);

async function countProblems(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { errors: number; toConfirm: number }>> {
  const found = new Map<string, { errors: number; toConfirm: number }>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('submission_problem')
    .select(({ fn }) => ['submission', 'severity', 'code', fn.countAll().as('n')])
    .where('submission', 'in', ids)
    .groupBy(['submission', 'severity', 'code'])
    .execute();
  for (const row of rows) {
    const counts = found.get(row.submission) ?? { errors: 0, toConfirm: 0 };
    if (row.severity === 'error') counts.errors += Number(row.n);
    if (needsReason(row)) counts.toConfirm += Number(row.n);
    found.set(row.submission, counts);
  }
  return found;
}

/** Submissions, newest first. */
export async function findSubmissions(
  db: Db,
  filter: SubmissionFilter & { limit: number; before?: string },
): Promise<SubmissionSummary[]> {
  let query = submissionHeads(db)
    .where((eb) => matches(eb as unknown as SubmissionExpression, filter))
    .orderBy('submission.id', 'desc')
    .limit(filter.limit);
  if (filter.before !== undefined) query = query.where('submission.id', '<', filter.before);
  const rows = await query.execute();
  const problems = await countProblems(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: row.file_name,
    createdAt: row.created_at,
    createdBy: row.maker_name,
    decidedAt: row.decided_at,
    releaseAt: row.release_at,
    releasedAt: row.released_at,
    figures: row.row_count,
    ...(problems.get(row.id) ?? { errors: 0, toConfirm: 0 }),
  }));
}

export async function countSubmissions(db: Db, filter: SubmissionFilter): Promise<number> {
  const { n } = await db
    .selectFrom('submission')
    .select(({ fn }) => fn.countAll().as('n'))
    .where((eb) => matches(eb, filter))
    .executeTakeFirstOrThrow();
  return Number(n);
}
