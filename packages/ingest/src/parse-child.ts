/**
 * The dangerous part, run as a process of its own by parse-workbook.ts: workbook bytes from standard input, a grid
 * as JSON to standard output. Its memory, time and rights are limited from outside, and it may die at any time.
 */
import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { columnName, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, type Merge } from './grid.ts';
import type { WireCell, WireSheet, WireWorkbook } from './wire-workbook.ts';

/** Merged ranges kept of one sheet: the first ones are those of the header. */
const MAX_MERGES = 5_000;

/** What the parser says of a workbook with a password. */
const ENCRYPTED = /password-protected|ECMA-376 Encrypted|EncryptionInfo|Encryption scheme/;

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** The first section of a number format without its quoted and escaped parts. */
function plainFormat(format: unknown): string {
  return (
    String(format ?? '')
      .replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
      .split(';')[0] ?? ''
  );
}

function wireCell(column: number, cell: CellObject): WireCell | null {
  const format = plainFormat(cell.z);
  if (cell.t === 'e') return { c: column, e: cell.w ?? '' };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    if (/[ymd]/i.test(format.replace(/general/i, ''))) return { c: column, s: cell.w ?? String(cell.v) };
    const decimals = /[0#?]\.(0+)/.exec(format)?.[1]?.length ?? 0;
    return { c: column, n: cell.v, ...(format.includes('%') && { p: 1 }), ...(decimals > 0 && { d: decimals }) };
  }
  if (cell.v === undefined || cell.v === '') return null;
  return { c: column, s: cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v)) };
}

function wireMerges(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? [])
    .slice(0, MAX_MERGES)
    .map(({ s, e }) => ({ row: s.r, column: s.c, lastRow: e.r, lastColumn: e.c }));
}

/** The range a sheet says it has, against the rows that were read of it. */
function isCut(sheet: WorkSheet): boolean {
  const last = /\d+$/.exec(String(sheet['!fullref'] ?? ''))?.[0];
  return last !== undefined && Number(last) > MAX_ROWS;
}

function wireSheet(name: string, sheet: WorkSheet, hidden: boolean, budget: { cells: number }): WireSheet {
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const wire: WireSheet = { name, hidden, rows: [], merges: wireMerges(sheet), cut: isCut(sheet) };
  for (const [index, row] of data.slice(0, MAX_ROWS).entries()) {
    const cells: WireCell[] = [];
    // forEach leaves the holes of a sparse row out: a lone cell in column XFD costs one step
    row?.forEach((cell, column) => {
      const made = cell ? wireCell(column, cell) : null;
      if (made && column >= MAX_COLUMNS) wire.cut = true;
      else if (made) cells.push(made);
    });
    budget.cells -= cells.length;
    if (budget.cells < 0) throw new RangeError(`more than ${MAX_CELLS} cells up to ${columnName(0)}${index + 1}`);
    if (cells.length > 0) wire.rows.push({ r: index, cells });
  }
  return wire;
}

function wireWorkbook(workbook: WorkBook): WireWorkbook {
  const budget = { cells: MAX_CELLS };
  const sheets = workbook.SheetNames.flatMap((name, index) => {
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet ? [wireSheet(name, sheet, hidden, budget)] : [];
  });
  return { sheets };
}

async function parse(bytes: Buffer): Promise<WireWorkbook> {
  try {
    // workbooks of Excel 95 and older keep their text in the code page of the time, most often 936
    if (bytes[0] === 0xd0) set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
    const options = { type: 'buffer', dense: true, cellNF: true, cellHTML: false, sheetRows: MAX_ROWS } as const;
    return wireWorkbook(read(bytes, options));
  } catch (error) {
    if (error instanceof RangeError) return { failure: 'too_large' };
    return { failure: ENCRYPTED.test(String(error)) ? 'encrypted' : 'unreadable' };
  }
}

process.stdout.write(JSON.stringify(await parse(await readInput())));
