import type { UploadProblem } from '@dabiao/domain/problem';
import { bareMessage, COPY_WORDS, type CopyLang } from './marked-words.ts';

/** What is marked on one cell: the gravest of its problems, and all of them in words. */
export interface CellMark {
  severity: UploadProblem['severity'];
  note: string;
}

/** Columns of a sheet, at most. */
const MAX_COLUMNS = 16_384;

/** 0-based row and column of an A1 address; null where it is none. */
export function placeOf(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < MAX_COLUMNS ? { row: Number(digits) - 1, column } : null;
}

/**
 * The marks of one sheet, by row and column (0-based); a problem within a merged range marks its first cell.
 * @param sheet name of the sheet as the problems give it
 */
export function marksOf(
  problems: readonly UploadProblem[],
  sheet: string,
  anchorOf: (row: number, column: number) => { row: number; column: number },
  lang: CopyLang,
): Map<number, Map<number, CellMark>> {
  const { severity: kinds, colon } = COPY_WORDS[lang];
  const marks = new Map<number, Map<number, CellMark>>();
  for (const problem of problems) {
    const place = problem.sheet === sheet && problem.cell !== null ? placeOf(problem.cell) : null;
    if (!place) continue;
    const { row, column } = anchorOf(place.row, place.column);
    const inRow = marks.get(row) ?? new Map<number, CellMark>();
    marks.set(row, inRow);
    const line = `${kinds[problem.severity]}${colon}${bareMessage(problem, lang)}`;
    const known = inRow.get(column);
    const severity = known?.severity === 'error' ? 'error' : problem.severity;
    inRow.set(column, { severity, note: known ? `${known.note}\n${line}` : line });
  }
  return marks;
}
