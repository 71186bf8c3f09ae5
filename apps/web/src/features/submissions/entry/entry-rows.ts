/** The columns of the grid, in their order; places name them A … F. */
export const ENTRY_COLUMNS = ['indicator', 'region', 'year', 'value', 'unit', 'status'] as const;
export type EntryColumn = (typeof ENTRY_COLUMNS)[number];

/** A row as typed: text in every column. */
export type EntryRow = Record<EntryColumn, string>;

/** As many as the server takes at once. */
export const MAX_ROWS = 5000;
/** Rows of an empty grid. */
export const FIRST_ROWS = 10;

export const emptyRow = (): EntryRow => ({ indicator: '', region: '', year: '', value: '', unit: '', status: '' });

/** A grid of empty rows. */
export const emptyRows = (count = FIRST_ROWS): EntryRow[] => Array.from({ length: count }, emptyRow);

export const isEmptyRow = (row: EntryRow): boolean => ENTRY_COLUMNS.every((column) => row[column].trim() === '');

/** The grid with one cell changed. */
export function withCell(rows: readonly EntryRow[], at: number, column: EntryColumn, text: string): EntryRow[] {
  return rows.map((row, index) => (index === at ? { ...row, [column]: text } : row));
}

/** A pasted row: what it says, column by column; a column it does not have stays as it is. */
export type PastedRow = Partial<EntryRow>;

/**
 * The grid with rows laid over it from row `at` on, longer where they need it.
 * @returns the rows, and how many found no place because the grid is full
 */
export function layRows(
  rows: readonly EntryRow[],
  at: number,
  pasted: readonly PastedRow[],
): { rows: EntryRow[]; left: number } {
  const laid = pasted.slice(0, MAX_ROWS - at);
  const length = Math.max(rows.length, at + laid.length);
  const all = Array.from({ length }, (_, index) => ({ ...(rows[index] ?? emptyRow()), ...laid[index - at] }));
  return { rows: all, left: pasted.length - laid.length };
}

/** The grid without its empty rows at the end, and with so many again below. */
export function withRoom(rows: readonly EntryRow[], room: number): EntryRow[] {
  const last = rows.findLastIndex((row) => !isEmptyRow(row));
  const length = Math.min(MAX_ROWS, Math.max(rows.length, last + 1 + room));
  return [...rows, ...emptyRows(length - rows.length)];
}
