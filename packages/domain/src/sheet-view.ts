import type { ColumnUse } from './column-use.ts';
import type { ShapeCorrections } from './corrections.ts';
import type { FigureStatus } from './figure.ts';

/** What a cell of a sheet was taken for. `header` is a word over a column (地区, 数值) that names no value itself. */
export const CELL_ROLES = [
  'title',
  'header',
  'year',
  'indicator',
  'region',
  'unit',
  'value',
  'status',
  'note',
  'ignored',
] as const;
export type CellRole = (typeof CELL_ROLES)[number];

/** Rows and columns of a sheet that a view shows at most. */
export const VIEW_ROWS = 200;
export const VIEW_COLUMNS = 60;

/** A range of cells. All rows and columns of views and corrections are 0-based, both ends included. */
export interface CellRange {
  row: number;
  column: number;
  lastRow: number;
  lastColumn: number;
}

/** What a range of cells was taken for. */
export interface CellMark extends CellRange {
  role: CellRole;
  /** Place in `tables`; null outside all of them. */
  table: number | null;
  /** The full name as it was looked up: `label` of a correction in `indicators` or `regions`. */
  label?: string;
  /** Id of the indicator; null where the name is in no catalogue or was left out. */
  indicator?: string | null;
  /** Code of the region; null where the name is in no catalogue or was left out. */
  region?: string | null;
  year?: number;
  /** As written. */
  unit?: string;
  status?: FigureStatus;
}

/** A column of a table: `column` and `header` are what a correction in `columns` names it by. */
export interface ColumnView {
  column: number;
  header: string;
  use: ColumnUse;
}

/** A table found on a sheet, and what holds for all of it. */
export interface TableView {
  title: string | null;
  /** `long`: one figure a row, with columns for region, indicator, year; `matrix`: names down and across. */
  layout: 'long' | 'matrix';
  header: { first: number; last: number };
  body: { first: number; last: number };
  columns: ColumnView[];
  /** The quantity of all its values, where neither rows nor columns name one; `label` is for a correction. */
  quantity: { label: string; indicator: string | null } | null;
  /** From the title, the corner, the sheet's or the file's name; null where none says. */
  year: number | null;
  region: string | null;
  unit: string | null;
}

/** A sheet as a page draws it: its cells as shown, and over them what was understood. */
export interface SheetView {
  sheet: string;
  hidden: boolean;
  /** Key of the sheet's shape: the same for next year's file with the same names in it. */
  shape: string;
  /** The names that the shape is made of, for knowing a sheet of nearly the same shape again. */
  names: string[];
  /** Size of the whole sheet; `cells`, `merges` and `marks` end at VIEW_ROWS × VIEW_COLUMNS. */
  rows: number;
  columns: number;
  /** Text as shown, row by row; empty cells at the end of a row are left out. */
  cells: string[][];
  merges: CellRange[];
  marks: CellMark[];
  tables: TableView[];
  /** The corrections the sheet was read with, and where they come from; `alike`: from a sheet of nearly this shape. */
  corrections: { from: 'given' | 'remembered' | 'alike'; used: ShapeCorrections } | null;
}
