import { type Label, labelAt } from '@dabiao/domain/label';
import { needsReason } from '@dabiao/domain/problem';
import type { ExpressionBuilder } from 'kysely';
import type { Db } from './open.ts';
import {
  type SubmissionExpression,
  type SubmissionKind,
  type SubmissionState,
  submissionHeads,
} from './submissions.ts';
import type { Tables } from './tables.ts';

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
  /** Names of the regions that its figures are of, the first ten by code; looked for in its first thousand rows. */
  regions: string[];
  errors: number;
  warnings: number;
  toConfirm: number;
  label: Label;
}

/** Regions that a summary names, and rows of a submission in which they are looked for. */
const REGIONS = 10;
const LOOKED_AT = 1000;

export interface SubmissionFilter {
  /** Only this person's. */
  user?: string;
  state?: SubmissionState;
  /** Only those whose figures are public, or only those whose are not. */
  released?: boolean;
  /** Only this person's, and those whose maker and figures are of these regions. */
  reviewed?: { by: string; regions: readonly string[] };
}

/** In SQL: made by somebody of the regions, with no figure (of the first rows) of another. */
const madeWithin = (eb: SubmissionExpression, regions: readonly string[]) =>
  eb.and([
    eb(
      'submission.created_by',
      'in',
      (eb as unknown as ExpressionBuilder<Tables, 'submission'>)
        .selectFrom('user')
        .select('user.id')
        .where('user.region', 'in', regions),
    ),
    eb.not(
      eb.exists(
        (eb as unknown as ExpressionBuilder<Tables, 'submission'>)
          .selectFrom('submission_figure')
          .select('submission_figure.position')
          .whereRef('submission_figure.submission', '=', 'submission.id')
          .where('submission_figure.position', '<', LOOKED_AT)
          .where('submission_figure.region', 'not in', regions),
      ),
    ),
  ]);

const matches = (eb: SubmissionExpression, { user, state, released, reviewed }: SubmissionFilter) =>
  eb.and([
    ...(reviewed === undefined
      ? []
      : [eb.or([eb('submission.created_by', '=', reviewed.by), madeWithin(eb, reviewed.regions)])]),
    ...(user === undefined ? [] : [eb('submission.created_by', '=', user)]),
    ...(state === undefined ? [] : [eb('submission.state', '=', state)]),
    ...(released === undefined ? [] : [eb('submission.released_at', released ? 'is not' : 'is', null)]),
  ]);

type ProblemCounts = Pick<SubmissionSummary, 'errors' | 'warnings' | 'toConfirm'>;

async function countProblems(db: Db, ids: readonly string[]): Promise<Map<string, ProblemCounts>> {
  const found = new Map<string, ProblemCounts>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('submission_problem')
    .select(({ fn }) => ['submission', 'severity', 'code', fn.countAll().as('n')])
    .where('submission', 'in', ids)
    .groupBy(['submission', 'severity', 'code'])
    .execute();
  for (const row of rows) {
    const counts = found.get(row.submission) ?? { errors: 0, warnings: 0, toConfirm: 0 };
    counts[row.severity === 'error' ? 'errors' : 'warnings'] += Number(row.n);
    if (needsReason(row)) counts.toConfirm += Number(row.n);
    found.set(row.submission, counts);
  }
  return found;
}

/** Names of the regions of the submissions' first rows, by code. */
async function findRegionNames(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('submission_figure as row')
    .innerJoin('region', 'region.code', 'row.region')
    .select(['row.submission', 'region.code', 'region.name'])
    .distinct()
    .where('row.submission', 'in', ids)
    .where('row.position', '<', LOOKED_AT)
    .orderBy('region.code')
    .execute();
  const found = Map.groupBy(rows, ({ submission }) => submission);
  return new Map([...found].map(([id, regions]) => [id, regions.slice(0, REGIONS).map(({ name }) => name)]));
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
  const ids = rows.map(({ id }) => id);
  const [problems, regions] = [await countProblems(db, ids), await findRegionNames(db, ids)];
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
    regions: regions.get(row.id) ?? [],
    label: labelAt(row.label),
    ...(problems.get(row.id) ?? { errors: 0, warnings: 0, toConfirm: 0 }),
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
