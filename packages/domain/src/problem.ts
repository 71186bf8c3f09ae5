import { formatNumber } from './number-text.ts';
import type { Wording } from './wording.ts';

/**
 * What is wrong with an uploaded row, cell or file. `error` keeps the row out, `warning` lets it in after a look.
 * Codes are stable; messages say where and what to do.
 */
export const UPLOAD_PROBLEM_CODES = [
  'file_unreadable',
  'file_type',
  'file_too_large',
  'file_encrypted',
  'sheet_empty',
  'header_missing',
  'indicator_missing',
  'indicator_unknown',
  'region_missing',
  'region_unknown',
  'region_not_yours',
  'year_missing',
  'year_invalid',
  'year_out_of_range',
  'value_missing',
  'value_not_number',
  'value_too_precise',
  'value_suspicious',
  'unit_unknown',
  'unit_inconvertible',
  'unit_assumed',
  'status_unknown',
  'status_assumed',
  'duplicate_row',
  'share_above_limit',
  'value_negative',
  'value_unchanged',
  'value_jump',
  'formula_without_value',
  'indicator_ambiguous',
  'region_ambiguous',
  'unit_converted',
  'unit_suspect',
  'value_out_of_bounds',
  'value_changed',
  'cumulative_fall',
  'total_mismatch',
  'correction_applied',
  'correction_unused',
  'figure_in_hand',
] as const;
export type UploadProblemCode = (typeof UPLOAD_PROBLEM_CODES)[number];

/**
 * Warnings about a number that is going to be published: each must be confirmed with a reason. The other warnings
 * state what was done (a unit converted) or what was left out.
 */
const REASON_CODES: ReadonlySet<UploadProblemCode> = new Set<UploadProblemCode>([
  'value_suspicious',
  'unit_assumed',
  'unit_suspect',
  'value_out_of_bounds',
  'value_jump',
  'value_changed',
  'cumulative_fall',
  'total_mismatch',
]);

export interface UploadProblem {
  severity: 'error' | 'warning';
  code: UploadProblemCode;
  /** Chinese, one sentence: where, what, what to do. */
  message: string;
  /** The same in English; null where it was stored before there was one. */
  messageEn: string | null;
  sheet: string | null;
  /** A1 address (for CSV too), null where the problem is of the whole file or sheet. */
  cell: string | null;
  /** 1-based row of the sheet. */
  row: number | null;
  /** The names in the catalogue nearest to one that is not there, or all that one may mean; a region's id is its code. */
  suggestions?: { id: string; name: string }[];
}

/** A problem of the whole file, or of a place in it. */
export function uploadProblem(
  { severity, code }: Pick<UploadProblem, 'severity' | 'code'>,
  { zh, en }: Wording,
  { sheet, cell, row }: Pick<UploadProblem, 'sheet' | 'cell' | 'row'> = { sheet: null, cell: null, row: null },
): UploadProblem {
  return { severity, code, message: zh, messageEn: en, sheet, cell, row };
}

/** Whether a problem is a warning that a person has to give a reason for before the figure may be published. */
export function needsReason({ severity, code }: Pick<UploadProblem, 'severity' | 'code'>): boolean {
  return severity === 'warning' && REASON_CODES.has(code);
}

/** A figure read from a workbook, with the place it was read from. */
export interface ReadFigure {
  indicator: string;
  region: string;
  year: number;
  /** In the indicator's unit. */
  value: number;
  decimals: number;
  /** The indicator's unit. */
  unit: string;
  status: 'preliminary' | 'final' | 'revised' | 'estimated';
  sheet: string;
  cell: string;
  row: number;
  /** The cell as written, before conversion, with the unit it was read in. */
  raw: string;
  rawUnit: string | null;
}

/** Problems of one severity and code that are listed one by one; the rest is counted. */
export const PROBLEMS_LISTED = 200;

/** Stands for `count` problems like `example` that are not listed, for the whole file. */
export function unlistedProblems(example: UploadProblem, count: number): UploadProblem {
  const { severity, message, messageEn } = example;
  const todo =
    severity === 'error'
      ? { zh: '请改正后重新上传', en: 'correct them all and upload again' }
      : { zh: '请一并核对', en: 'check these as well' };
  const n = formatNumber(count, 0);
  return uploadProblem(example, {
    zh: `另有 ${count} 处同类问题未列出（同类如：${message.replace(/。$/u, '')}）；${todo.zh}。`,
    en: `${n} more ${count === 1 ? 'problem' : 'problems'} of this kind not listed (such as: ${(messageEn ?? message).replace(/[.。]$/u, '')}); ${todo.en}.`,
  });
}

/**
 * Problems as they are stored and shown, so that a file with one mistake in every row stays readable: in their order,
 * of each severity and code the first `perCode`, and at the end one problem for those left out. What is said of the
 * whole file is always listed, and not counted. To be called after `acceptedFigures`, which needs every error.
 */
export function listedProblems(problems: readonly UploadProblem[], perCode = PROBLEMS_LISTED): UploadProblem[] {
  const found = new Map<string, { example: UploadProblem; count: number }>();
  const listed = problems.filter((problem) => {
    if (problem.sheet === null && problem.cell === null && problem.row === null) return true;
    const kind = `${problem.severity} ${problem.code}`;
    const same = found.get(kind) ?? { example: problem, count: 0 };
    found.set(kind, same);
    same.count += 1;
    return same.count <= perCode;
  });
  const cut = [...found.values()].filter(({ count }) => count > perCode);
  return [...listed, ...cut.map(({ example, count }) => unlistedProblems(example, count - perCode))];
}

/** The figures without an error at their cell: what may be published while the other rows are mended. */
export function acceptedFigures(figures: readonly ReadFigure[], problems: readonly UploadProblem[]): ReadFigure[] {
  const place = (at: { sheet: string | null; cell: string | null }) => JSON.stringify([at.sheet, at.cell]);
  const refused = new Set(problems.filter(({ severity }) => severity === 'error').map(place));
  return figures.filter((figure) => !refused.has(place(figure)));
}
