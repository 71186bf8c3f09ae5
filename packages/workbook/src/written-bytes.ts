import { Writable } from 'node:stream';
import exceljs, { type AddWorksheetOptions, type Worksheet } from 'exceljs';

/** A sheet that is written row by row; `commit` ends it. */
export type StreamedSheet = Worksheet & { commit(): void };

/** A workbook whose sheets are written one after the other. */
export interface StreamedWorkbook {
  addWorksheet(name: string, options?: Partial<AddWorksheetOptions>): StreamedSheet;
}

/** Rows after which whoever else is waiting gets a turn. */
const ROWS_AT_ONCE = 200;

/** Lets other work run after every few rows: a hundred thousand of them take seconds. */
export async function giveTurn(row: number): Promise<void> {
  if (row % ROWS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * The bytes of a workbook that is written row by row; rows already written are not kept in memory but as the packed
 * bytes they became.
 * @param write adds and commits the sheets
 */
export async function writtenBytes(write: (workbook: StreamedWorkbook) => Promise<void>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  workbook.creator = '达标 Dabiao';
  workbook.lastModifiedBy = workbook.creator;
  await write(workbook);
  await workbook.commit();
  return Buffer.concat(chunks);
}
