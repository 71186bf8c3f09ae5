import type { GridCell, Merge, Sheet } from './grid.ts';

/** A cell for writing it again: text, a number as it reads, a number with its format, or nothing. */
export type PlainCell =
  | string
  | number
  | { text: string; number: number; percent: boolean; shownDecimals: number }
  | null;

/** A sheet with nothing but its cells; plain JSON. */
export interface PlainSheet {
  name: string;
  rows: PlainCell[][];
  merges: Merge[];
}

function plainCell(cell: GridCell | undefined): PlainCell {
  if (!cell) return null;
  if (cell.number === null) return cell.error ?? cell.text;
  const { text, number, percent, shownDecimals } = cell;
  return percent || shownDecimals > 0 ? { text, number, percent, shownDecimals } : number;
}

/** The cells of opened sheets, hidden sheets included, without formulas and formats. */
export const plainSheets = (sheets: readonly Sheet[]): PlainSheet[] =>
  sheets.map(({ name, rows, merges }) => ({
    name,
    rows: Array.from(rows, (row) => Array.from(row ?? [], plainCell)),
    merges,
  }));
