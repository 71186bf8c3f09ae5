import { readCsv } from './csv-grid.ts';
import { type FigureColumns, packFigures, unpackFigures } from './figure-columns.ts';
import type { FileKind } from './file-kind.ts';
import type { Sheet } from './grid.ts';
import type { Hints } from './hints.ts';
import { type InspectedTable, inspectSheets } from './inspect-sheets.ts';
import { type PlainSheet, plainSheets } from './plain-cells.ts';
import { type ReadWorkbook, readSheets, type Vocabulary } from './read-sheets.ts';
import { MAX_SHEETS, type Refusal, TOO_MANY } from './refusal.ts';

/** What is to be done with a file's bytes; travels to the reading process as JSON. */
export interface ReadingJob {
  kind: FileKind;
  fileName: string;
  /** null: only inspect, without a catalogue. */
  vocabulary: Vocabulary | null;
  hints: Hints;
  /** Only the cells are wanted. */
  open?: true;
}

export type ReadingAnswer =
  | { read: ReadWorkbook }
  | { inspected: InspectedTable[] }
  | { opened: PlainSheet[] }
  | { refusal: Refusal };

/** An answer as it travels: figures in columns. */
type PackedAnswer =
  | Exclude<ReadingAnswer, { read: ReadWorkbook }>
  | { packed: Omit<ReadWorkbook, 'figures'>; figures: FigureColumns };

/** Writes an answer for the way from the reading process. */
export function packAnswer(answer: ReadingAnswer): string {
  if (!('read' in answer)) return JSON.stringify(answer satisfies PackedAnswer);
  const { figures, ...rest } = answer.read;
  return JSON.stringify({ packed: rest, figures: packFigures(figures) } satisfies PackedAnswer);
}

/** Reads an answer that packAnswer has written. @throws where it is no JSON */
export function unpackAnswer(text: string): ReadingAnswer {
  const answer = JSON.parse(text) as PackedAnswer;
  return 'packed' in answer ? { read: { figures: unpackFigures(answer.figures), ...answer.packed } } : answer;
}

/** Last part of a path-like name, without extension and control characters: the name of a CSV's only sheet. */
function sheetNameOf(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  const bare = last.replace(/\.[a-z]+$/i, '').replace(/\p{C}/gu, '');
  return bare.slice(0, 100);
}

/** The blank that stands last in the output of the reading process for as long as the library is at work. */
export const LIBRARY_AT_WORK = '\t';

/** Told when the library of spreadsheets is handed the bytes and when it gives them back. */
export type OnLibrary = (busy: boolean) => void;

async function openSheets(job: ReadingJob, bytes: Uint8Array, onLibrary: OnLibrary): Promise<Sheet[] | Refusal> {
  if (job.kind === 'csv') {
    const sheet = readCsv(bytes, sheetNameOf(job.fileName), job.hints.encoding);
    return 'code' in sheet ? sheet : [sheet];
  }
  if (job.kind === 'xlsx') {
    const { readXlsx } = await import('./read-xlsx.ts');
    const sheets = await readXlsx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (sheets !== null) return sheets;
  }
  // loaded here alone, so that the parser of workbooks never enters the server's own process
  const { parseWorkbook } = await import('./parse-workbook.ts');
  onLibrary(true);
  const sheets = await parseWorkbook(bytes);
  onLibrary(false);
  return sheets;
}

/** Does the whole work on bytes whose kind is known: open, find the tables, read or inspect them. */
export async function answerJob(
  job: ReadingJob,
  bytes: Uint8Array,
  onLibrary: OnLibrary = () => {},
): Promise<ReadingAnswer> {
  const sheets = await openSheets(job, bytes, onLibrary);
  if ('code' in sheets) return { refusal: sheets };
  if (sheets.length > MAX_SHEETS) return { refusal: TOO_MANY };
  if (job.open) return { opened: plainSheets(sheets) };
  if (job.vocabulary === null) return { inspected: inspectSheets(sheets, job.fileName) };
  return { read: readSheets(sheets, job.fileName, job.vocabulary, job.hints) };
}
