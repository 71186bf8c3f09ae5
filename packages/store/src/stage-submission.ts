import { placed } from '@dabiao/domain/check-finding';
import type { Corrections } from '@dabiao/domain/corrections';
import { dayText } from '@dabiao/domain/day-text';
import { decimalText } from '@dabiao/domain/decimal';
import { type Label, levelOf } from '@dabiao/domain/label';
import {
  PROBLEMS_LISTED,
  type ReadFigure,
  type UploadProblem,
  unlistedProblems,
  uploadProblem,
} from '@dabiao/domain/problem';
import type { SheetView } from '@dabiao/domain/sheet-view';
import { insertRows } from './bulk-insert.ts';
import { figureKey, latestVersions } from './figures.ts';
import { newKey, now } from './key.ts';
import { listText } from './lists.ts';
import type { Trx } from './open.ts';
import { findRivals } from './rivals.ts';
import { insertStep } from './submission-steps.ts';
import type { ReadingHints, StepAction } from './submission-tables.ts';
import type { SubmissionKind } from './submissions.ts';

/** What was read from a file, a grid or a correction, sifted. */
export interface StagedRows {
  figures: readonly (ReadFigure & { withdrawn?: boolean })[];
  problems: readonly UploadProblem[];
  /** The sheets with what was understood drawn on them; none but for a file. */
  sheets?: readonly SheetView[];
  /** Who may see it; no lower than the figures it was checked against. */
  label?: Label;
}

export interface NewSubmission extends StagedRows {
  kind?: SubmissionKind;
  fileName: string;
  fileHash: string;
  hints?: ReadingHints;
  idempotencyKey: string | null;
  createdBy: string;
  reason?: string | null;
}

/** Sheets whose view is kept; a workbook of a thousand sheets is read whole all the same. */
const SHEETS = 100;

/** Hints as stored: the same hints are the same text. */
export const hintsText = ({ region, year }: ReadingHints): string =>
  JSON.stringify({ ...(region === undefined ? {} : { region }), ...(year === undefined ? {} : { year }) });

async function insertFigures(
  trx: Trx,
  submission: string,
  figures: StagedRows['figures'],
  onRows?: (done: number) => void,
): Promise<void> {
  const latest = await latestVersions(
    trx,
    figures.map(({ indicator }) => indicator),
    figures.map(({ region }) => region),
  );
  await insertRows(
    trx,
    'submission_figure',
    figures,
    (figure, position) => ({
      submission,
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
      earlier_version: latest.get(figureKey(figure))?.version ?? 0,
      withdrawn: figure.withdrawn ? (1 as const) : (0 as const),
    }),
    onRows,
  );
}

const STATE_WORDS = {
  draft: { zh: '尚未提交', en: 'not handed on yet' },
  submitted: { zh: '等待审核', en: 'waiting for review' },
  returned: { zh: '被退回', en: 'returned' },
  approved: { zh: '等待发布', en: 'waiting for release' },
} as const;

/** What is said of figures that stand in another open submission: who has them, never which value. */
async function rivalProblems(trx: Trx, submission: string, label: Label): Promise<UploadProblem[]> {
  const { rows, count } = await findRivals(trx, submission, PROBLEMS_LISTED, levelOf(label));
  const problems = rows.map(({ sheet, cell, row, by, createdAt, state }): UploadProblem => {
    const [day, words] = [createdAt.slice(0, 10), STATE_WORDS[state]];
    const said = {
      zh: `${by}（${day}，${words.zh}）也填报了同一指标、同一地区、同一年份的数据；先发布的为准，后发布的须重新核对，请先与其核实。`,
      en: `${by} (${dayText(day, 'en')}, ${words.en}) has handed in a figure of the same indicator, region and year too; the first one released holds and the later one has to be checked again, so talk to them first.`,
    };
    const at = { sheet, cell, row };
    return uploadProblem({ severity: 'warning', code: 'figure_in_hand' }, placed(at, said), at);
  });
  const [example] = problems;
  return example && count > problems.length
    ? [...problems, unlistedProblems(example, count - problems.length)]
    : problems;
}

async function insertStaged(
  trx: Trx,
  id: string,
  { figures, problems, sheets = [], label = 'public' }: StagedRows,
  onRows?: (done: number) => void,
): Promise<void> {
  await insertFigures(trx, id, figures, onRows);
  await trx
    .updateTable('submission')
    .set({ row_count: figures.length, label: levelOf(label) })
    .where('id', '=', id)
    .execute();
  const all = [...problems, ...(await rivalProblems(trx, id, label))];
  await insertRows(trx, 'submission_problem', all, ({ row, suggestions, ...problem }, position) => ({
    submission: id,
    position,
    severity: problem.severity,
    code: problem.code,
    message: problem.message,
    message_en: problem.messageEn,
    sheet: problem.sheet,
    cell: problem.cell,
    row_number: row,
    suggestions: suggestions === undefined ? null : JSON.stringify(suggestions),
  }));
  for (const [position, view] of sheets.slice(0, SHEETS).entries()) {
    await trx
      .insertInto('submission_sheet')
      .values({ submission: id, position, view: JSON.stringify(view) })
      .execute();
  }
}

/**
 * Stages what was read; nothing of it is published.
 * @param onRows told how many rows are staged
 * @returns the submission's id.
 */
export async function insertSubmission(
  trx: Trx,
  submission: NewSubmission,
  onRows?: (done: number) => void,
): Promise<string> {
  const id = newKey();
  await trx
    .insertInto('submission')
    .values({
      id,
      kind: submission.kind ?? 'file',
      state: 'draft',
      hints: hintsText(submission.hints ?? {}),
      corrections: null,
      revision: 1,
      row_count: 0,
      release_at: null,
      released_at: null,
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
  await insertStep(trx, id, { action: 'add', by: submission.createdBy, reason: submission.reason ?? null });
  await insertStaged(trx, id, submission, onRows);
  return id;
}

/**
 * Puts what was read anew in the place of a draft's rows and problems, compared with what is published now.
 * @param corrections what its maker said about how the file is to be read; null for nothing
 * @returns false where the submission is no longer a draft or returned: nothing is changed then.
 */
export async function restageSubmission(
  trx: Trx,
  id: string,
  staged: StagedRows,
  by: { user: string; corrections: Corrections | null; revision?: number | undefined },
  onRows?: (done: number) => void,
): Promise<boolean> {
  const action: StepAction = 'reread';
  let update = trx
    .updateTable('submission')
    .set((eb) => ({
      state: 'draft' as const,
      revision: eb('revision', '+', 1),
      corrections: by.corrections === null ? null : JSON.stringify(by.corrections),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'returned']);
  if (by.revision !== undefined) update = update.where('revision', '=', by.revision);
  if (Number((await update.executeTakeFirst()).numUpdatedRows) !== 1) return false;
  await insertStep(trx, id, { action, by: by.user });
  for (const table of ['submission_figure', 'submission_problem', 'submission_sheet'] as const) {
    await trx.deleteFrom(table).where('submission', '=', id).execute();
  }
  await insertStaged(trx, id, staged, onRows);
  return true;
}
