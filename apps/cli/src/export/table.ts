import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';

/** A table to be written out; numbers stay numbers. */
export interface Table {
  columns: string[];
  rows: (string | number | null)[][];
}

/**
 * A table as CSV (RFC 4180, UTF-8). Text that a spreadsheet would run as a formula is made harmless with a leading
 * quote; negative numbers stay numbers. `mark` puts the byte order mark that Excel needs to see UTF-8.
 */
export const csvText = ({ columns, rows }: Table, { mark }: { mark: boolean }): string =>
  stringify([columns, ...rows], {
    bom: mark,
    record_delimiter: 'windows',
    cast: { string: (text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text) },
  });

/** A table as XLSX with one sheet; cells are typed, so that text is never evaluated. */
export async function workbookBytes({ columns, rows }: Table, sheetName: string): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(columns).font = { bold: true };
  for (const row of rows) sheet.addRow(row);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
