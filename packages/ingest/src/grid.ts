import { MAX_DIGITS } from '@dabiao/domain/whole-number';

/** One cell of a sheet as the file holds it. */
export interface GridCell {
  /** The cell as text: typed text unchanged, a number in its shortest form, a date as it is shown. */
  text: string;
  /** The stored number; null for text, dates, booleans and errors. */
  number: number | null;
  /** The number is shown as a percentage: 0.38 reads 38 %. */
  percent: boolean;
  /** Decimals the number format shows, 0 where it says nothing. */
  shownDecimals: number;
  /** #REF! and the like, or a formula whose result was never saved. */
  error: string | null;
}

/** A merged range, 0-based, both ends included. */
export interface Merge {
  row: number;
  column: number;
  lastRow: number;
  lastColumn: number;
}

/** A sheet of a workbook, or a whole CSV file. Rows and columns are 0-based, rows may be sparse. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: (GridCell | undefined)[][];
  merges: Merge[];
}

/** Rows and columns that a sheet may have; a sheet with more refuses the file, none is read in part. */
export const MAX_ROWS = 150_000;
export const MAX_COLUMNS = 500;
/** Cells with something in them that a file may have. */
export const MAX_CELLS = 1_200_000;

/** A number as a workbook stores it; its text is made when it is asked for. */
export class NumberCell implements GridCell {
  readonly number: number;
  readonly percent: boolean;
  readonly shownDecimals: number;
  readonly error = null;

  constructor(stored: number, percent: boolean, shownDecimals: number) {
    this.number = stored;
    this.percent = percent;
    this.shownDecimals = shownDecimals;
  }

  /** The number at the digits that workbooks show: 25376.380000000005 is 25376.38. */
  get text(): string {
    const own = String(this.number);
    return own.length <= MAX_DIGITS ? own : String(Number(this.number.toPrecision(MAX_DIGITS)));
  }
}

/** Letters kept of one cell: what is longer is a note, and no name is looked for in it. */
const MAX_TEXT = 1_000;

/** A cell that holds typed text. */
export function textCell(typed: string): GridCell {
  const text = typed.length > MAX_TEXT ? typed.slice(0, MAX_TEXT) : typed;
  return { text, number: null, percent: false, shownDecimals: 0, error: null };
}

const ZERO_WIDTH = new Set(['\u200b', '\u200c', '\u200d', '\u2060']);

/** Padding, or what may hide some, at either end of a text. */
const MAY_BE_PADDED = /^[\s\u200b-\u200d\u2060\ufeff]|[\s\u200b-\u200d\u2060\ufeff]$/u;

/** Text without the padding around it: spaces of every width, tabs, line breaks, zero-width characters. */
export function trimText(text: string): string {
  if (!MAY_BE_PADDED.test(text)) return text;
  let rest = text.trim();
  while (ZERO_WIDTH.has(rest.charAt(0))) rest = rest.slice(1).trimStart();
  while (ZERO_WIDTH.has(rest.charAt(rest.length - 1))) rest = rest.slice(0, -1).trimEnd();
  return rest;
}

/** Trimmed text of a cell, empty where there is none. */
export function cellText(sheet: Sheet, row: number, column: number): string {
  return trimText(sheet.rows[row]?.[column]?.text ?? '');
}

/** Columns a sheet reaches to. */
export function sheetWidth(sheet: Sheet): number {
  let width = 0;
  for (const row of sheet.rows) if (row && row.length > width) width = row.length;
  return width;
}

/** A1 name of a column: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A1 address of a 0-based row and column. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
