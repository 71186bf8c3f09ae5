/**
 * The dangerous part, run as a process of its own by reading-process.ts: bytes from standard input, the kind of file
 * and the share of a PDF's pages as arguments; what was read or the refusal as JSON to standard output, progress to
 * standard error. Its memory, time and rights are limited from outside, and it may die at any time.
 */
import type { FileKind } from './file-kind.ts';
import type { ReadingOutput } from './reading-process.ts';
import { type Refusal, TOO_COMPLEX, UNREADABLE } from './refusal.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
const bytes = Buffer.concat(chunks);
const [kind, nth, of] = process.argv.slice(2);

async function readHtml(): Promise<string | Refusal> {
  const { htmlText, namedEncoding, TooDeep } = await import('./html-text.ts');
  const { decodeText } = await import('./plain-text.ts');
  const named = namedEncoding(bytes.toString('latin1', 0, 2048));
  const text = named && /^gb/i.test(named) ? new TextDecoder('gb18030').decode(bytes) : decodeText(bytes);
  try {
    return typeof text === 'string' ? htmlText(text) : text;
  } catch (error) {
    return error instanceof TooDeep ? TOO_COMPLEX : UNREADABLE;
  }
}

/** The libraries of one kind are loaded only for that kind. */
async function read(): Promise<ReadingOutput> {
  if (kind === ('pdf' satisfies FileKind)) {
    const { pdfPages } = await import('./pdf-pages.ts');
    const report = (done: number, pages: number) => process.stderr.write(`${done}/${pages}\n`);
    const pages = await pdfPages(bytes, { nth: Number(nth), of: Number(of) }, report);
    return Array.isArray(pages) ? { pages } : { refusal: pages };
  }
  const text = kind === ('docx' satisfies FileKind) ? (await import('./docx-text.ts')).docxText(bytes) : readHtml();
  const answer = await text;
  return typeof answer === 'string' ? { text: answer } : { refusal: answer };
}

process.stdout.write(JSON.stringify(await read()));
