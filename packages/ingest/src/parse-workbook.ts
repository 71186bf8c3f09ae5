import { readDouble } from '@dabiao/domain/decimal';
import { type CellObject, read, set_cptable, type WorkSheet } from '@e965/xlsx';
import { type GridCell, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, type Merge, type Sheet, textCell } from './grid.ts';
import { PASSWORD, type Refusal, TOO_COMPLEX, unreadable } from './refusal.ts';

/** Merged ranges kept of one sheet: the first ones are those of the header. */
const MAX_MERGES = 5_000;
/** What the parser says of a workbook with a password. */
const ENCRYPTED = /password-protected|ECMA-376 Encrypted|EncryptionInfo|Encryption scheme/;

/** The first section of a number format without its quoted, escaped and bracketed parts. */
function plainFormat(format: unknown): string {
  const plain = String(format ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, '');
  return plain.split(';')[0] ?? '';
}

function numberCell(stored: number, format: string): GridCell {
  const shown = readDouble(stored);
  return {
    text: typeof shown === 'string' ? String(stored) : String(shown.value),
    number: stored,
    percent: format.includes('%'),
    shownDecimals: /[0#?]\.(0+)/.exec(format)?.[1]?.length ?? 0,
    error: null,
  };
}

function toGridCell(cell: CellObject): GridCell | null {
  if (cell.t === 'e') return { ...textCell(cell.w ?? ''), error: cell.w ?? '公式没有保存结果' };
  if (cell.v === undefined || cell.v === '') return null;
  if (cell.t === 's') return textCell(String(cell.v));
  const format = plainFormat(cell.z);
  if (cell.t !== 'n' || typeof cell.v !== 'number' || /[ymd]/i.test(format)) return textCell(cell.w ?? String(cell.v));
  return numberCell(cell.v, format);
}

function toMerges(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? [])
    .slice(0, MAX_MERGES)
    .map(({ s, e }) => ({ row: s.r, column: s.c, lastRow: e.r, lastColumn: e.c }));
}

/** The range a sheet says it has, against the rows that were read of it. */
function isCut(sheet: WorkSheet): boolean {
  const last = /\d+$/.exec(String(sheet['!fullref'] ?? ''))?.[0];
  return last !== undefined && Number(last) > MAX_ROWS;
}

function toSheet(name: string, source: WorkSheet, hidden: boolean, budget: { cells: number }): Sheet {
  const data: (CellObject | undefined)[][] = source['!data'] ?? [];
  const sheet: Sheet = { name, hidden, rows: [], merges: toMerges(source), cut: isCut(source) };
  for (const row of data.slice(0, MAX_ROWS)) {
    const cells: GridCell[] = [];
    // forEach leaves the holes of a sparse row out: a lone cell in column XFD costs one step
    row?.forEach((cell, column) => {
      const made = cell ? toGridCell(cell) : null;
      if (made && column >= MAX_COLUMNS) sheet.cut = true;
      else if (made) cells[column] = made;
      if (made) budget.cells -= 1;
    });
    if (budget.cells < 0) throw new RangeError('too many cells');
    sheet.rows.push(cells);
  }
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
    const options = { type: 'buffer', dense: true, cellNF: true, cellHTML: false, sheetRows: MAX_ROWS } as const;
    const workbook = read(bytes, options);
    const budget = { cells: MAX_CELLS };
    return workbook.SheetNames.flatMap((name, index) => {
      const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
      const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      return sheet ? [toSheet(name, sheet, hidden, budget)] : [];
    });
  } catch (error) {
    if (error instanceof RangeError) return TOO_COMPLEX;
    return ENCRYPTED.test(String(error)) ? PASSWORD : unreadable();
  }
}
