import type { Borders, Fill } from 'exceljs';

/** Tints of the workbooks we write, ARGB. They can be told apart in grey; what matters is said in words besides. */
export const TINT = {
  header: 'FFDCE6F1',
  band: 'FFEFEFEF',
  locked: 'FFF8F8F8',
  wanted: 'FFFFF6CC',
  done: 'FFFFFFFF',
  error: 'FFF8C9C4',
  warning: 'FFFFE7A8',
  alarm: 'FFB3261E',
  link: 'FF0A50C8',
  line: 'FFB0B0B0',
} as const;

/** A plain fill of one colour, ARGB. */
export const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const THIN = { style: 'thin', color: { argb: TINT.line } } as const;

/** The thin lines of a table. */
export const GRID: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };
