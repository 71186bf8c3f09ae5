import { fileKind } from './file-kind.ts';
import { decodeText } from './plain-text.ts';
import { runReadingProcess, type TextAnswer } from './reading-process.ts';
import { MAX_FILE_BYTES, MAX_LETTERS, NO_TEXT, NOT_TEXT, TOO_LARGE } from './refusal.ts';

/** Plain text is decoded here: there is nothing in it to parse. */
function readPlain(bytes: Uint8Array): TextAnswer {
  const text = decodeText(bytes);
  if (typeof text !== 'string') return { refusal: text };
  if (text.length > MAX_LETTERS) return { refusal: TOO_LARGE };
  return text.trim() === '' ? { refusal: NO_TEXT } : { text };
}

/**
 * The text of a policy document in TXT (UTF-8, UTF-16, GB 18030, Big5), DOCX, PDF or HTML, by what its bytes are.
 * Places that `readPolicy` gives point into this text.
 * @param onProgress told how many of how many pages of a PDF are read
 * @returns the text, or a refusal that says what to do; never throws.
 */
export async function readFileText(
  bytes: Uint8Array,
  onProgress?: (done: number, all: number) => void,
): Promise<TextAnswer> {
  if (bytes.byteLength > MAX_FILE_BYTES) return { refusal: TOO_LARGE };
  const kind = fileKind(bytes);
  if (kind === null) return { refusal: NOT_TEXT };
  return kind === 'text' ? readPlain(bytes) : runReadingProcess(kind, bytes, onProgress);
}
