/**
 * The dangerous part, run as a process of its own by reading-process.ts: a word for the kind of file and its bytes
 * from standard input, the text or the refusal as JSON to standard output, progress to standard error. Its memory,
 * time and rights are limited from outside, and it may die at any time.
 */
import { docxText } from './docx-text.ts';
import type { FileKind } from './file-kind.ts';
import { htmlText, namedEncoding, TooDeep } from './html-text.ts';
import { pdfText } from './pdf-text.ts';
import { decodeText } from './plain-text.ts';
import { MAX_LETTERS, NO_TEXT, type Refusal, TOO_COMPLEX, TOO_LARGE, UNREADABLE } from './refusal.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
const input = Buffer.concat(chunks);
const kind = input.toString('latin1', 1, 1 + (input[0] ?? 0)) as FileKind;
const bytes = input.subarray(1 + (input[0] ?? 0));

function readHtml(): string | Refusal {
  const named = namedEncoding(bytes.toString('latin1', 0, 2048));
  const text = named && /^gb/i.test(named) ? new TextDecoder('gb18030').decode(bytes) : decodeText(bytes);
  try {
    return typeof text === 'string' ? htmlText(text) : text;
  } catch (error) {
    return error instanceof TooDeep ? TOO_COMPLEX : UNREADABLE;
  }
}

async function readText(): Promise<string | Refusal> {
  if (kind === 'docx') return docxText(bytes);
  if (kind === 'pdf') return pdfText(bytes, (page, pages) => process.stderr.write(`${page}/${pages}\n`));
  return readHtml();
}

function answer(text: string | Refusal): { text: string } | { refusal: Refusal } {
  if (typeof text !== 'string') return { refusal: text };
  if (text.length > MAX_LETTERS) return { refusal: TOO_LARGE };
  return text.trim() === '' ? { refusal: NO_TEXT } : { text };
}

process.stdout.write(JSON.stringify(answer(await readText())));
