import type { Cell } from 'exceljs';
import { writableText } from './cell-text.ts';
import { setNoteBox } from './exceljs-gaps.ts';
import { font } from './fonts.ts';
import { lineCount } from './text-size.ts';

/** Pixels: of a digit in a column's width, of a digit and of a line in a note, of a row of usual height. */
const PX = { digit: 7, noteDigit: 6.2, line: 16, row: 20 };
/** Pixels that a note is wide at least; it ends with a column. */
const NOTE_WIDTH = 280;
/** Rows that a note is high at most; whoever wants more of it pulls the box larger. */
const MAX_ROWS = 30;

const pixelsOf = (width: number | undefined) => (width ?? 9) * PX.digit + 5;

/** How many columns, from `column` on, a note reaches over, and how wide that is. */
function span(column: number, widths: readonly number[]): { columns: number; pixels: number } {
  let [columns, pixels] = [0, 0];
  while (pixels < NOTE_WIDTH) {
    pixels += pixelsOf(widths[column + columns]);
    columns += 1;
  }
  return { columns, pixels };
}

/**
 * Puts a note on a cell, in a box to its right that is large enough for the text.
 * @param widths of the sheet's columns in digits, from the first on
 */
export function addNote(cell: Cell, text: string, widths: readonly number[]): void {
  const written = writableText(text);
  const [row, column] = [Number(cell.row), Number(cell.col)];
  const { columns, pixels } = span(column, widths);
  const height = (lineCount(written, pixels / PX.noteDigit) + 1) * PX.line;
  const top = Math.max(row - 2, 0);
  const bottom = top + Math.min(MAX_ROWS, Math.max(2, Math.ceil(height / PX.row)));
  cell.note = { texts: [{ font: font({ size: 9 }), text: written }] };
  setNoteBox(cell, { left: column, right: column + columns, top, bottom });
}
