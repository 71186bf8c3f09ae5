import type { Corrections } from '@dabiao/domain/corrections';
import { readDecimal } from '@dabiao/domain/decimal';
import { type Label, labelAt } from '@dabiao/domain/label';
import type { ReadFigure, UploadProblem } from '@dabiao/domain/problem';
import type { ExpressionBuilder, Selectable } from 'kysely';
import { inChunks, readList } from './lists.ts';
import type { Db } from './open.ts';
import type { ReadingHints, StepAction } from './submission-tables.ts';
import type { Tables } from './tables.ts';

export type SubmissionState = Tables['submission']['state'];
export type SubmissionKind = Tables['submission']['kind'];

/** A row as it was staged. */
export interface StoredFigure extends ReadFigure {
  position: number;
  /** Version of the figure that was published when the row was read; 0 where there was none. */
  earlierVersion: number;
  /** The row takes the published figure back; `value` is the one taken back. */
  withdrawn: boolean;
}

/** What happened to a submission, and why. */
export interface SubmissionStep {
  action: StepAction;
  at: string;
  /** Display name; null for the program itself. */
  by: string | null;
  reason: string | null;
  releaseAt: string | null;
}

/** A submission without its rows, which may be a hundred thousand: see findSubmissionFigures. */
export interface StoredSubmission {
  id: string;
  kind: SubmissionKind;
  state: SubmissionState;
  /** Counts its steps; two readers with the same number saw the same. */
  revision: number;
  fileName: string;
  fileHash: string;
  hints: ReadingHints;
  corrections: Corrections | null;
  createdAt: string;
  createdBy: string;
  createdByName: string;
  /** Region its maker hands in for, with those below it; null for all. */
  makerRegion: string | null;
  decidedAt: string | null;
  decidedByName: string | null;
  reason: string | null;
  /** When approved figures are to be published; null for at once. */
  releaseAt: string | null;
  /** When they were; null before. */
  releasedAt: string | null;
  targetsTouched: string[];
  problems: UploadProblem[];
  rowCount: number;
  steps: SubmissionStep[];
  /** Who may see it; its figures get no lower one. */
  label: Label;
}

/** For conditions on the table of submissions. */
export type SubmissionExpression = ExpressionBuilder<Pick<Tables, 'submission'>, 'submission'>;

/** In SQL: submissions that may still publish something. */
export const stillOpen = (eb: SubmissionExpression) =>
  eb.and([eb('submission.state', '!=', 'withdrawn'), eb('submission.released_at', 'is', null)]);

/** Submissions with the names of who made them and who decided last. */
export const submissionHeads = (db: Db) =>
  db
    .selectFrom('submission')
    .innerJoin('user as maker', 'maker.id', 'submission.created_by')
    .leftJoin('user as decider', 'decider.id', 'submission.decided_by')
    .selectAll('submission')
    .select(['maker.display_name as maker_name', 'maker.region as maker_region'])
    .select('decider.display_name as decider_name');

async function findProblems(db: Db, id: string): Promise<UploadProblem[]> {
  const rows = await db
    .selectFrom('submission_problem')
    .selectAll()
    .where('submission', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ severity, code, message, message_en, sheet, cell, row_number, suggestions }) => ({
    severity,
    code,
    message,
    messageEn: message_en,
    sheet,
    cell,
    row: row_number,
    ...(suggestions === null ? {} : { suggestions: JSON.parse(suggestions) as UploadProblem['suggestions'] & object }),
  }));
}

async function findSteps(db: Db, id: string): Promise<SubmissionStep[]> {
  const rows = await db
    .selectFrom('submission_step')
    .leftJoin('user', 'user.id', 'submission_step.by')
    .selectAll('submission_step')
    .select('user.display_name as name')
    .where('submission', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ action, at, name, reason, release_at }) => ({
    action,
    at,
    by: name,
    reason,
    releaseAt: release_at,
  }));
}

/** Those of some targets that the reader of `db` may see, in their order. */
async function visibleTargets(db: Db, ids: readonly string[]): Promise<string[]> {
  const seen = new Set<string>();
  for (const chunk of inChunks(ids)) {
    const rows = await db.selectFrom('target').select('id').where('id', 'in', chunk).execute();
    for (const { id } of rows) seen.add(id);
  }
  return ids.filter((id) => seen.has(id));
}

export async function findSubmission(db: Db, id: string): Promise<StoredSubmission | null> {
  const row = await submissionHeads(db).where('submission.id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    revision: row.revision,
    fileName: row.file_name,
    fileHash: row.file_hash,
    hints: JSON.parse(row.hints) as ReadingHints,
    corrections: row.corrections === null ? null : (JSON.parse(row.corrections) as Corrections),
    createdAt: row.created_at,
    createdBy: row.created_by,
    createdByName: row.maker_name,
    makerRegion: row.maker_region,
    decidedAt: row.decided_at,
    decidedByName: row.decider_name,
    reason: row.reason,
    releaseAt: row.release_at,
    releasedAt: row.released_at,
    targetsTouched: await visibleTargets(db, readList(row.targets_touched)),
    problems: await findProblems(db, id),
    rowCount: row.row_count,
    steps: await findSteps(db, id),
    label: labelAt(row.label),
  };
}

export const toStoredFigure = (row: Selectable<Tables['submission_figure']>): StoredFigure => {
  const read = readDecimal(row.value);
  if (typeof read === 'string') throw new Error(`submission ${row.submission} row ${row.position} holds no decimal`);
  return {
    position: row.position,
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
    withdrawn: row.withdrawn === 1,
  };
};

/** A row with the version that was published when it was read; null where there was none. */
export interface ComparedFigure extends StoredFigure {
  earlier: { value: number; decimals: number; status: StoredFigure['status']; version: number } | null;
}

/** Rows of a submission in the order of the file: `limit` of them from position `from` on. */
export async function findSubmissionFigures(
  db: Db,
  id: string,
  { from, limit }: { from: number; limit: number },
): Promise<ComparedFigure[]> {
  const rows = await db
    .selectFrom('submission_figure')
    .leftJoin('figure', (join) =>
      join
        .onRef('figure.indicator', '=', 'submission_figure.indicator')
        .onRef('figure.region', '=', 'submission_figure.region')
        .onRef('figure.year', '=', 'submission_figure.year')
        .onRef('figure.version', '=', 'submission_figure.earlier_version'),
    )
    .selectAll('submission_figure')
    .select(['figure.value as then_value', 'figure.status as then_status', 'figure.withdrawn as then_withdrawn'])
    .where('submission_figure.submission', '=', id)
    .where('position', '>=', from)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(({ then_value, then_status, then_withdrawn, ...row }) => {
    const figure = toStoredFigure(row);
    const earlier = then_value === null || then_withdrawn === 1 ? 'none' : readDecimal(then_value);
    if (typeof earlier === 'string' || then_status === null) return { ...figure, earlier: null };
    return { ...figure, earlier: { ...earlier, status: then_status, version: figure.earlierVersion } };
  });
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
