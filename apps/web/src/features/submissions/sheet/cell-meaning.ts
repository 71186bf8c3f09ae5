import type { CellMark, SheetView, TableView } from '@dabiao/domain/sheet-view';

/** What a cell was taken for: its own mark, its table and column, and what row, column and table say of it. */
export interface CellMeaning {
  mark: CellMark | null;
  /** Place in `tables`; null outside all of them. */
  table: number | null;
  use: TableView['columns'][number] | null;
  /** The labels that hold for a value. */
  says: Partial<Pick<CellMark, 'indicator' | 'region' | 'year' | 'unit' | 'status'>>;
}

const covers = (mark: CellMark, row: number, column: number): boolean =>
  mark.row <= row && row <= mark.lastRow && mark.column <= column && column <= mark.lastColumn;

/** The table a row belongs to: in its header or body, else the next one below, else the last. */
export function tableOfRow({ tables }: SheetView, row: number): number | null {
  const found = tables.findIndex(({ header, body }) => row <= Math.max(header.last, body.last));
  if (found >= 0) return found;
  return tables.length > 0 ? tables.length - 1 : null;
}

const isLabel = ({ role }: CellMark): boolean => role !== 'value' && role !== 'title' && role !== 'note';

/** Labels beside and above a value; what stands nearer goes over what holds for the whole table. */
function labelsOf(view: SheetView, row: number, column: number, table: number): CellMark[] {
  const own = view.marks.filter((mark) => mark.table === table && isLabel(mark));
  const above = own.filter((mark) => mark.column <= column && column <= mark.lastColumn && mark.lastRow < row);
  const beside = own.filter((mark) => mark.row <= row && row <= mark.lastRow && mark.column !== column);
  return [...above, ...beside];
}

function saysOf(view: SheetView, row: number, column: number, mark: CellMark): CellMeaning['says'] {
  const table = mark.table ?? 0;
  const { year, region, unit, header, quantity } = view.tables[table] ?? {};
  const inTable = labelsOf(view, row, column, table).filter((label) => !header || label.row >= header.first);
  const all = [{ indicator: quantity?.indicator, year, region, unit }, ...inTable, mark];
  const says: CellMeaning['says'] = {};
  for (const label of all) {
    for (const field of ['indicator', 'region', 'year', 'unit', 'status'] as const) {
      const value = (label as CellMark)[field];
      if (value !== undefined && value !== null) Object.assign(says, { [field]: value });
    }
  }
  return says;
}

/** What the cell at a 0-based row and column of a sheet was taken for. */
export function meaningOf(view: SheetView, row: number, column: number): CellMeaning {
  const mark = view.marks.find((own) => covers(own, row, column)) ?? null;
  const table = mark?.table ?? tableOfRow(view, row);
  const use = table === null ? null : (view.tables[table]?.columns.find((own) => own.column === column) ?? null);
  return { mark, table, use, says: mark?.role === 'value' ? saysOf(view, row, column, mark) : {} };
}
