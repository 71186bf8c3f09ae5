import type { Cell } from 'exceljs';
import { startsFormula, writableText } from './cell-text.ts';
import { font } from './fonts.ts';
import { settledWorkbook } from './settled-workbook.ts';
import { sheetNames } from './sheet-name.ts';
import { textWidth } from './text-size.ts';
import { giveTurn, type StreamedWorkbook, writtenBytes } from './written-bytes.ts';

/** A table to be written out; numbers stay numbers. */
export interface Table {
  columns: string[];
  rows: (string | number | null)[][];
}

/** Column widths in digits, by the first rows. */
const WIDTH = { least: 8, most: 50, rows: 200 };

/**
 * Writes text into a cell, as text whatever it begins with; where it could be taken for a formula the cell is marked as
 * one of text, so that it stays text when somebody edits it.
 */
export function writeText(cell: Cell, text: string): void {
  cell.value = writableText(text);
  if (startsFormula(text)) cell.numFmt = '@';
}

/** Widths that show the first rows of a table, within reason. */
export function columnWidths(rows: readonly (readonly (string | number | null | undefined)[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows.slice(0, WIDTH.rows)) {
    for (const [column, value] of row.entries()) {
      const own = value === null || value === undefined ? 0 : textWidth(String(value)) + 2;
      widths[column] = Math.min(WIDTH.most, Math.max(WIDTH.least, widths[column] ?? 0, own));
    }
  }
  return Array.from(widths, (width) => width ?? WIDTH.least);
}

async function addSheet(workbook: StreamedWorkbook, name: string, { columns, rows }: Table): Promise<void> {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columnWidths([columns, ...rows]).map((width) => ({ width }));
  for (const [index, values] of [columns, ...rows].entries()) {
    const row = sheet.getRow(index + 1);
    row.font = font({ bold: index === 0 });
    for (const [column, value] of values.entries()) {
      if (typeof value === 'string') writeText(row.getCell(column + 1), value);
      else if (value !== null) row.getCell(column + 1).value = value;
    }
    row.commit();
    await giveTurn(index);
  }
  sheet.commit();
}

/** A table as XLSX with one sheet and its head kept in sight; cells are typed, so that text is never evaluated. */
export function writeTable(table: Table, sheetName: string): Promise<Uint8Array> {
  return writtenBytes(async (workbook) => {
    const [name = ''] = sheetNames([sheetName]);
    await addSheet(workbook, name, table);
  });
}

/**
 * Several tables as sheets of one workbook, without the time it was written at: equal tables give equal bytes.
 * @param date ISO date that the file says it was made on
 */
export async function writeTables(tables: readonly (Table & { name: string })[], date: string): Promise<Uint8Array> {
  const names = sheetNames(tables.map(({ name }) => name));
  const bytes = await writtenBytes(async (workbook) => {
    for (const [index, table] of tables.entries()) await addSheet(workbook, names[index] ?? '', table);
  });
  return settledWorkbook(bytes, date);
}
