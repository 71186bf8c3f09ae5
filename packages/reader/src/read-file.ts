import { availableParallelism } from 'node:os';
import { type FileKind, fileKind } from './file-kind.ts';
import { joinShares, type OnPage } from './pdf-lines.ts';
import { decodeText } from './plain-text.ts';
import { type Limits, runReadingProcesses } from './reading-process.ts';
import { MAX_FILE_BYTES, MAX_LETTERS, NO_TEXT, NOT_TEXT, type Refusal, TOO_COMPLEX, TOO_LARGE } from './refusal.ts';

/** What was read of a file: its text, or why not. */
export type TextAnswer = { text: string } | { refusal: Refusal };

/** A PDF of this size is worth a second process, which first reads the fonts once more. */
const SHARED_BYTES = 256 * 1024;

function answerOf(text: string | Refusal): TextAnswer {
  if (typeof text !== 'string') return { refusal: text };
  if (text.length > MAX_LETTERS) return { refusal: TOO_LARGE };
  return text.trim() === '' ? { refusal: NO_TEXT } : { text };
}

async function readApart(
  kind: FileKind,
  bytes: Uint8Array,
  onProgress?: OnPage,
  limits?: Limits,
): Promise<string | Refusal> {
  const shares = kind === 'pdf' && bytes.byteLength > SHARED_BYTES ? Math.min(2, availableParallelism()) : 1;
  const outputs = await runReadingProcesses({ kind, bytes, shares }, onProgress, limits);
  if (!Array.isArray(outputs)) return outputs;
  const [first] = outputs;
  if (first && 'text' in first) return first.text;
  const pages = outputs.flatMap((output) => ('pages' in output ? [output.pages] : []));
  return pages.length === shares ? joinShares(pages) : TOO_COMPLEX;
}

/**
 * The text of a policy document in TXT (UTF-8, UTF-16, GB 18030, Big5), DOCX, PDF or HTML, by what its bytes are.
 * Places that `readPolicy` gives point into this text.
 * @param onProgress told how many of how many pages of a PDF are read
 * @returns the text, or a refusal that says what to do; never throws.
 */
export async function readFileText(bytes: Uint8Array, onProgress?: OnPage, limits?: Limits): Promise<TextAnswer> {
  if (bytes.byteLength > MAX_FILE_BYTES) return { refusal: TOO_LARGE };
  const kind = fileKind(bytes);
  if (kind === null) return { refusal: NOT_TEXT };
  // there is nothing to parse in plain text
  return answerOf(kind === 'text' ? decodeText(bytes) : await readApart(kind, bytes, onProgress, limits));
}
