import { type BookType, type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';

/** A cell as a test writes it: text, number, blank, or a cell object with its number format or formula. */
export type Cell = string | number | null | CellObject;

export interface TestSheet {
  name?: string;
  rows: Cell[][];
  /** A1 ranges. */
  merges?: string[];
  hidden?: boolean;
}

function toCell(cell: Cell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'object') return cell;
  return typeof cell === 'number' ? { t: 'n', v: cell } : { t: 's', v: cell };
}

function toWorkSheet({ rows, merges }: TestSheet): WorkSheet {
  const sheet: WorkSheet = {};
  const width = Math.max(1, ...rows.map((row) => row.length));
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      const cell = toCell(value);
      if (cell) sheet[utils.encode_cell({ r, c })] = cell;
    }
  }
  if (rows.length > 0)
    sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } });
  if (merges) sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  return sheet;
}

/** Bytes of a workbook with these sheets. */
export function makeWorkbook(sheets: TestSheet[], bookType: BookType = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  for (const [index, sheet] of sheets.entries()) {
    utils.book_append_sheet(book, toWorkSheet(sheet), sheet.name ?? `Sheet${index + 1}`);
  }
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }) as Buffer);
}

/** Bytes of a CSV file: rows of cells joined by the delimiter, lines ended by `newline`. */
export function makeCsv(rows: string[][], delimiter = ',', newline = '\r\n'): Uint8Array {
  return new TextEncoder().encode(rows.map((row) => row.join(delimiter) + newline).join(''));
}
