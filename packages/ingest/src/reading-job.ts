import { readCsv } from './csv-grid.ts';
import type { FileKind } from './file-kind.ts';
import type { Sheet } from './grid.ts';
import { type InspectedTable, inspectSheets } from './inspect-sheets.ts';
import type { Hints } from './read-labels.ts';
import { type ReadWorkbook, readSheets, type Vocabulary } from './read-sheets.ts';
import type { Refusal } from './refusal.ts';

/** What is to be done with a file's bytes; travels to the reading process as JSON. */
export interface ReadingJob {
  kind: FileKind;
  fileName: string;
  /** null: only inspect, without a catalogue. */
  vocabulary: Vocabulary | null;
  hints: Hints;
}

export type ReadingAnswer = { read: ReadWorkbook } | { inspected: InspectedTable[] } | { refusal: Refusal };

/** Last part of a path-like name, without extension and control characters: the name of a CSV's only sheet. */
function sheetNameOf(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  const bare = last.replace(/\.[a-z]+$/i, '').replace(/\p{C}/gu, '');
  return bare.slice(0, 100);
}

async function openSheets(job: ReadingJob, bytes: Uint8Array): Promise<Sheet[] | Refusal> {
  if (job.kind === 'csv') {
    const sheet = readCsv(bytes, sheetNameOf(job.fileName));
    return 'code' in sheet ? sheet : [sheet];
  }
  // loaded here alone, so that the parser of workbooks never enters the server's own process
  const { parseWorkbook } = await import('./parse-workbook.ts');
  return parseWorkbook(bytes);
}

/** Does the whole work on bytes whose kind is known: open, find the tables, read or inspect them. */
export async function answerJob(job: ReadingJob, bytes: Uint8Array): Promise<ReadingAnswer> {
  const sheets = await openSheets(job, bytes);
  if ('code' in sheets) return { refusal: sheets };
  if (job.vocabulary === null) return { inspected: inspectSheets(sheets, job.fileName) };
  return { read: readSheets(sheets, job.fileName, job.vocabulary, job.hints) };
}
