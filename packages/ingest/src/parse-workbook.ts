import { type CellObject, read, set_cptable, type WorkSheet } from '@e965/xlsx';
import { readFormat } from './cell-formats.ts';
import { dateText } from './date-text.ts';
import { type GridCell, MAX_COLUMNS, MAX_ROWS, type Merge, NumberCell, type Sheet, textCell } from './grid.ts';
import { PASSWORD, type Refusal, TOO_COMPLEX, TOO_LONG, unreadable } from './refusal.ts';
import { MAX_MERGES, NO_RESULT, TooLong, wholeBudget } from './sheet-xml.ts';

/** What the parser says of a workbook with a password. */
const ENCRYPTED = /password-protected|ECMA-376 Encrypted|EncryptionInfo|Encryption scheme/;

function numberCell(stored: number, cell: CellObject, from1904: boolean): GridCell {
  const { percent, shownDecimals, date } = readFormat(typeof cell.z === 'string' ? cell.z : '');
  if (date !== null) return textCell(dateText(stored, date, from1904));
  return new NumberCell(stored, percent, shownDecimals);
}

function toGridCell(cell: CellObject, from1904: boolean): GridCell | null {
  if (cell.t === 'e') return { ...textCell(cell.w ?? ''), error: cell.w ?? NO_RESULT };
  if (cell.v === undefined || cell.v === '') return null;
  if (cell.t === 'n' && typeof cell.v === 'number') return numberCell(cell.v, cell, from1904);
  return textCell(cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v)));
}

function toMerges(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? [])
    .slice(0, MAX_MERGES)
    .map(({ s, e }) => ({ row: s.r, column: s.c, lastRow: e.r, lastColumn: e.c }));
}

const NO_CELLS: (CellObject | undefined)[] = [];

/** What all sheets of one workbook share. */
interface Whole {
  budget: { cells: number };
  from1904: boolean;
}

function toRow(source: readonly (CellObject | undefined)[], { budget, from1904 }: Whole): GridCell[] {
  const cells: GridCell[] = [];
  // forEach leaves the holes of a sparse row out: a lone cell in column XFD costs one step
  source.forEach((cell, column) => {
    const made = cell ? toGridCell(cell, from1904) : null;
    if (!made) return;
    budget.cells -= 1;
    if (column >= MAX_COLUMNS || budget.cells < 0) throw new TooLong();
    cells[column] = made;
  });
  return cells;
}

/** Whether the range a sheet says it has goes beyond the rows that were read. */
function isCut(sheet: WorkSheet): boolean {
  const last = /\d+$/.exec(String(sheet['!fullref'] ?? ''))?.[0];
  return last !== undefined && Number(last) > MAX_ROWS;
}

function toSheet(name: string, source: WorkSheet, hidden: boolean, whole: Whole): Sheet {
  if (isCut(source)) throw new TooLong();
  const data: (CellObject | undefined)[][] = source['!data'] ?? [];
  const sheet: Sheet = { name, hidden, rows: [], merges: toMerges(source) };
  data.forEach((row, index) => {
    const cells = row ? toRow(row, whole) : [];
    if (cells.length > 0 && index >= MAX_ROWS) throw new TooLong();
    if (cells.length > 0) sheet.rows[index] = cells;
    // the library's cells are several times as large as ours: each row goes as soon as it is taken over
    data[index] = NO_CELLS;
  });
  return sheet;
}

/**
 * Parses .xlsx or .xls bytes into sheets. Hostile bytes can make this take any time and memory: only for the
 * reading process.
 * @returns the sheets in the order of the workbook, or the refusal; never throws.
 */
export async function parseWorkbook(bytes: Uint8Array): Promise<Sheet[] | Refusal> {
  try {
    // workbooks of Excel 95 and older keep their text in the code page of the time, most often 936
    if (bytes[0] === 0xd0) set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
    const options = { type: 'buffer', dense: true, cellNF: true, cellHTML: false, sheetRows: MAX_ROWS + 1 } as const;
    const workbook = read(bytes, options);
    const whole: Whole = { budget: wholeBudget(), from1904: workbook.Workbook?.WBProps?.date1904 === true };
    return workbook.SheetNames.flatMap((name, index) => {
      const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
      const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      return sheet ? [toSheet(name, sheet, hidden, whole)] : [];
    });
  } catch (error) {
    if (error instanceof TooLong) return TOO_LONG;
    if (error instanceof RangeError) return TOO_COMPLEX;
    return ENCRYPTED.test(String(error)) ? PASSWORD : unreadable();
  }
}
