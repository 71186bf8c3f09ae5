import { decimalText, readDecimal } from '@dabiao/domain/decimal';
import type { ReadFigure, UploadProblem } from '@dabiao/domain/problem';
import type { Selectable } from 'kysely';
import { figureKey, findFigures } from './figures.ts';
import { newKey, now } from './key.ts';
import { inChunks, listText, readList } from './lists.ts';
import type { Db, Trx } from './open.ts';
import type { Tables } from './tables.ts';

export type SubmissionState = Tables['submission']['state'];

export interface StoredFigure extends ReadFigure {
  /** Version of the figure that was published when the row was read; 0 where there was none. */
  earlierVersion: number;
}

export interface StoredSubmission {
  id: string;
  state: SubmissionState;
  fileName: string;
  fileHash: string;
  createdAt: string;
  createdBy: string;
  createdByName: string;
  decidedAt: string | null;
  decidedByName: string | null;
  reason: string | null;
  targetsTouched: string[];
  figures: StoredFigure[];
  problems: UploadProblem[];
}

export interface NewSubmission {
  fileName: string;
  fileHash: string;
  idempotencyKey: string | null;
  createdBy: string;
  figures: readonly ReadFigure[];
  problems: readonly UploadProblem[];
}

/** Rows a statement takes at once: 14 columns stay below every engine's limit of parameters. */
const ROWS = 200;

/** Stages what was read from a file; nothing of it is published. @returns the submission's id. */
export async function insertSubmission(trx: Trx, submission: NewSubmission): Promise<string> {
  const id = newKey();
  await trx
    .insertInto('submission')
    .values({
      id,
      state: 'draft',
      file_name: submission.fileName,
      file_hash: submission.fileHash,
      idempotency_key: submission.idempotencyKey,
      created_at: now(),
      created_by: submission.createdBy,
      decided_at: null,
      decided_by: null,
      reason: null,
      targets_touched: listText([]),
    })
    .execute();
  const indicators = [...new Set(submission.figures.map(({ indicator }) => indicator))];
  const earlier = new Map(
    (await findFigures(trx, { indicators })).map((figure) => [figureKey(figure), figure.version]),
  );
  const figures = submission.figures.map((figure, position) => ({
    submission: id,
    position,
    indicator: figure.indicator,
    region: figure.region,
    year: figure.year,
    value: decimalText(figure.value, figure.decimals),
    unit: figure.unit,
    status: figure.status,
    sheet: figure.sheet,
    cell: figure.cell,
    row_number: figure.row,
    raw: figure.raw,
    raw_unit: figure.rawUnit,
    earlier_version: earlier.get(figureKey(figure)) ?? 0,
  }));
  for (const chunk of inChunks(figures, ROWS)) await trx.insertInto('submission_figure').values(chunk).execute();
  const problems = submission.problems.map(({ row, ...problem }, position) => ({
    submission: id,
    position,
    ...problem,
    row_number: row,
  }));
  for (const chunk of inChunks(problems, ROWS)) await trx.insertInto('submission_problem').values(chunk).execute();
  return id;
}

const toFigure = (row: Selectable<Tables['submission_figure']>): StoredFigure => {
  const read = readDecimal(row.value);
  if (typeof read === 'string') throw new Error(`submission ${row.submission} row ${row.position} holds no decimal`);
  return {
    indicator: row.indicator,
    region: row.region,
    year: row.year,
    ...read,
    unit: row.unit,
    status: row.status,
    sheet: row.sheet,
    cell: row.cell,
    row: row.row_number,
    raw: row.raw,
    rawUnit: row.raw_unit,
    earlierVersion: row.earlier_version,
  };
};

const heads = (db: Db) =>
  db
    .selectFrom('submission')
    .innerJoin('user as maker', 'maker.id', 'submission.created_by')
    .leftJoin('user as decider', 'decider.id', 'submission.decided_by')
    .selectAll('submission')
    .select(['maker.display_name as maker_name', 'decider.display_name as decider_name']);

export async function findSubmission(db: Db, id: string): Promise<StoredSubmission | null> {
  const row = await heads(db).where('submission.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const figures = await db
    .selectFrom('submission_figure')
    .selectAll()
    .where('submission', '=', id)
    .orderBy('position')
    .execute();
  const problems = await db
    .selectFrom('submission_problem')
    .selectAll()
    .where('submission', '=', id)
    .orderBy('position')
    .execute();
  return {
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    fileHash: row.file_hash,
    createdAt: row.created_at,
    createdBy: row.created_by,
    createdByName: row.maker_name,
    decidedAt: row.decided_at,
    decidedByName: row.decider_name,
    reason: row.reason,
    targetsTouched: readList(row.targets_touched),
    figures: figures.map(toFigure),
    problems: problems.map(({ severity, code, message, sheet, cell, row_number }) => ({
      severity,
      code,
      message,
      sheet,
      cell,
      row: row_number,
    })),
  };
}

/** The submission a user made with this Idempotency-Key; null where there is none. */
export async function findSubmissionByKey(
  db: Db,
  user: string,
  key: string,
): Promise<{ id: string; fileHash: string } | null> {
  const row = await db
    .selectFrom('submission')
    .select(['id', 'file_hash'])
    .where('created_by', '=', user)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row ? { id: row.id, fileHash: row.file_hash } : null;
}

export interface SubmissionSummary {
  id: string;
  state: SubmissionState;
  fileName: string;
  createdAt: string;
  createdBy: string;
  figures: number;
  errors: number;
}

/** Submissions, newest first; `user` limits them to one person's. */
export async function findSubmissions(
  db: Db,
  filter: { user?: string; limit: number; before?: string },
): Promise<SubmissionSummary[]> {
  let query = heads(db).orderBy('submission.id', 'desc').limit(filter.limit);
  if (filter.user !== undefined) query = query.where('submission.created_by', '=', filter.user);
  if (filter.before !== undefined) query = query.where('submission.id', '<', filter.before);
  const rows = await query
    .select((eb) => [
      eb
        .selectFrom('submission_figure')
        .select(({ fn }) => fn.countAll().as('n'))
        .whereRef('submission_figure.submission', '=', 'submission.id')
        .as('figures'),
      eb
        .selectFrom('submission_problem')
        .select(({ fn }) => fn.countAll().as('n'))
        .whereRef('submission_problem.submission', '=', 'submission.id')
        .where('severity', '=', 'error')
        .as('errors'),
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    createdAt: row.created_at,
    createdBy: row.maker_name,
    figures: Number(row.figures),
    errors: Number(row.errors),
  }));
}

export async function countSubmissions(db: Db, user?: string): Promise<number> {
  let query = db.selectFrom('submission').select(({ fn }) => fn.countAll().as('n'));
  if (user !== undefined) query = query.where('created_by', '=', user);
  return Number((await query.executeTakeFirstOrThrow()).n);
}

/**
 * Moves a submission from one of the states `from` to `to`.
 * @returns false where it was in another state (someone else was quicker).
 */
export async function moveSubmission(
  trx: Trx,
  id: string,
  from: readonly SubmissionState[],
  to: SubmissionState,
  by: { user: string; reason: string | null },
): Promise<boolean> {
  const moved = await trx
    .updateTable('submission')
    .set({ state: to, decided_at: now(), decided_by: by.user, reason: by.reason })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows) === 1;
}

/** Figures whose published version is no longer the one the submitter saw. */
export async function figuresMovedOn(db: Db, submission: StoredSubmission): Promise<StoredFigure[]> {
  const indicators = [...new Set(submission.figures.map(({ indicator }) => indicator))];
  const latest = new Map((await findFigures(db, { indicators })).map((figure) => [figureKey(figure), figure.version]));
  return submission.figures.filter((figure) => (latest.get(figureKey(figure)) ?? 0) !== figure.earlierVersion);
}
