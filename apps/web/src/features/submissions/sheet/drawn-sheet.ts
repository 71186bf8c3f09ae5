import { type CellMark, type CellRole, type SheetView, VIEW_COLUMNS } from '@dabiao/domain/sheet-view';

/** A cell as it is drawn: its text, what it was taken for, and how many rows and columns it spans. */
export interface DrawnCell {
  column: number;
  text: string;
  mark: CellMark | null;
  /** First of its band: neither the cell above nor the one to the left was taken for the same. */
  first: boolean;
  rowSpan: number;
  colSpan: number;
}

export interface DrawnRow {
  row: number;
  cells: DrawnCell[];
  /** Of the whole row, where it is a header or holds the title. */
  role: 'header' | 'title' | null;
}

export interface DrawnSheet {
  rows: DrawnRow[];
  columns: number;
}

type Places<T> = Map<number, T>;

const placeOf = (row: number, column: number): number => row * VIEW_COLUMNS + column;

function marksByPlace(marks: readonly CellMark[]): Places<CellMark> {
  const places: Places<CellMark> = new Map();
  for (const mark of marks) {
    for (let row = mark.row; row <= mark.lastRow; row += 1) {
      for (let column = mark.column; column <= mark.lastColumn; column += 1) places.set(placeOf(row, column), mark);
    }
  }
  return places;
}

/** Spans of merged cells by their first cell; every other cell of a merge is 'covered'. */
function spansByPlace({ merges }: SheetView, rows: number, columns: number) {
  const spans: Places<{ rowSpan: number; colSpan: number } | 'covered'> = new Map();
  for (const merge of merges) {
    const [lastRow, lastColumn] = [Math.min(merge.lastRow, rows - 1), Math.min(merge.lastColumn, columns - 1)];
    for (let row = merge.row; row <= lastRow; row += 1) {
      for (let column = merge.column; column <= lastColumn; column += 1) spans.set(placeOf(row, column), 'covered');
    }
    const own = { rowSpan: lastRow - merge.row + 1, colSpan: lastColumn - merge.column + 1 };
    if (own.rowSpan > 0 && own.colSpan > 0) spans.set(placeOf(merge.row, merge.column), own);
  }
  return spans;
}

function roleOfRow({ tables }: SheetView, row: number): DrawnRow['role'] {
  if (tables.some(({ header }) => header.first <= row && row <= header.last)) return 'header';
  return tables.some(({ body }) => body.first <= row && row <= body.last) || tables.length === 0 ? null : 'title';
}

/** The part of a sheet that a view holds, cell by cell. */
export function drawSheet(view: SheetView): DrawnSheet {
  const columns = Math.min(VIEW_COLUMNS, Math.max(1, view.columns, ...view.cells.map((row) => row.length)));
  const marks = marksByPlace(view.marks);
  const spans = spansByPlace(view, view.cells.length, columns);
  const sameBand = (mark: CellMark | null, row: number, column: number) => {
    const other = row < 0 || column < 0 ? undefined : marks.get(placeOf(row, column));
    return other?.role === mark?.role && other?.table === mark?.table;
  };
  const drawCell = (row: number, column: number): DrawnCell[] => {
    const span = spans.get(placeOf(row, column)) ?? { rowSpan: 1, colSpan: 1 };
    if (span === 'covered') return [];
    const mark = marks.get(placeOf(row, column)) ?? null;
    const first = mark !== null && !sameBand(mark, row - 1, column) && !sameBand(mark, row, column - 1);
    return [{ column, text: view.cells[row]?.[column] ?? '', mark, first, ...span }];
  };
  const rows = view.cells.map((_, row) => ({
    row,
    role: roleOfRow(view, row),
    cells: Array.from({ length: columns }, (_none, column) => column).flatMap((column) => drawCell(row, column)),
  }));
  return { rows, columns };
}

/** The drawn cell at a place, or the merged one that covers it; null outside. */
export function findDrawn({ rows }: DrawnSheet, row: number, column: number): { row: number; cell: DrawnCell } | null {
  for (let top = Math.min(row, rows.length - 1); top >= 0; top -= 1) {
    const covering = rows[top]?.cells.find(
      (cell) => cell.column <= column && column < cell.column + cell.colSpan && row < top + cell.rowSpan,
    );
    if (covering) return { row: top, cell: covering };
  }
  return null;
}

/** Roles that are drawn as a band of colour with their word; titles and values are as they are. */
export const BAND_ROLES = ['header', 'year', 'indicator', 'region', 'unit', 'status', 'note', 'ignored'] as const;
export type BandRole = (typeof BAND_ROLES)[number];

export const isBand = (role: CellRole): role is BandRole => BAND_ROLES.some((own) => own === role);
