import { uploadProblem } from '@dabiao/domain/problem';
import { detectFileKind } from './file-kind.ts';
import type { Hints } from './hints.ts';
import type { InspectedTable } from './inspect-sheets.ts';
import type { PlainSheet } from './plain-cells.ts';
import type { ReadWorkbook, Vocabulary } from './read-sheets.ts';
import { answerJob, type ReadingAnswer, type ReadingJob } from './reading-job.ts';
import { runReadingProcess } from './reading-process.ts';
import type { Refusal } from './refusal.ts';
import { guardZip } from './zip-guard.ts';

/** A CSV up to this size is read where it is, in a few milliseconds; starting a process takes a hundred. */
const MAX_IN_PROCESS_BYTES = 64 * 1024;

async function answer(job: Omit<ReadingJob, 'kind'>, bytes: Uint8Array): Promise<ReadingAnswer> {
  const kind = detectFileKind(bytes, job.fileName);
  if (typeof kind !== 'string') return { refusal: kind };
  if (kind === 'csv' && bytes.byteLength <= MAX_IN_PROCESS_BYTES) return answerJob({ ...job, kind }, bytes);
  const refusal = kind === 'xlsx' ? await guardZip(bytes) : null;
  return refusal ? { refusal } : runReadingProcess({ ...job, kind }, bytes);
}

/**
 * Reads the figures of a workbook (.xlsx, .xls) or CSV file.
 * @param fileName name with extension; it must agree with the content
 * @param vocabulary the indicators and regions that labels may name
 * @param hints region code, year and status for a file that does not say them itself; corrections of this file and
 *   those remembered of others
 * @returns figures in their indicators' units with the cell each came from, every problem with its place (a bad
 *   cell does not keep the others out), and how each sheet was understood. Never throws, whatever the bytes.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  vocabulary: Vocabulary,
  hints: Hints = {},
): Promise<ReadWorkbook> {
  const answered = await answer({ fileName, vocabulary, hints }, bytes);
  if ('read' in answered) return answered.read;
  if (!('refusal' in answered)) return { figures: [], problems: [], sheets: [] };
  const { code, message, messageEn } = answered.refusal;
  const problem = uploadProblem({ severity: 'error', code }, { zh: message, en: messageEn });
  return { figures: [], problems: [problem], sheets: [] };
}

/**
 * What is understood of any workbook or CSV file, catalogue or not.
 * @param fileName name with extension; says what the file is about where nothing inside does
 * @returns the tables with their values, labels as written; `refusal` where the file could not be opened at all
 */
export async function inspectWorkbook(
  bytes: Uint8Array,
  fileName: string,
): Promise<{ tables: InspectedTable[]; refusal?: Refusal }> {
  const answered = await answer({ fileName, vocabulary: null, hints: {} }, bytes);
  if ('refusal' in answered) return { tables: [], refusal: answered.refusal };
  return { tables: 'inspected' in answered ? answered.inspected : [] };
}

/**
 * The cells of a workbook or CSV file and nothing else of it, for writing a copy; opened as `readWorkbook` does.
 * @returns the sheets in their order, or a refusal where the file could not be opened
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<PlainSheet[] | Refusal> {
  const answered = await answer({ fileName, vocabulary: null, hints: {}, open: true }, bytes);
  if ('refusal' in answered) return answered.refusal;
  return 'opened' in answered ? answered.opened : [];
}
