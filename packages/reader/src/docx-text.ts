import mammoth from 'mammoth';
import yauzl, { type Entry } from 'yauzl';
import { htmlText } from './html-text.ts';
import { BOMB, NOT_TEXT, PASSWORD, type Refusal, UNREADABLE } from './refusal.ts';

const MAX_PARTS = 4_000;
const MAX_INFLATED_BYTES = 120 * 1024 * 1024;
/** Above this size a part that shrinks more than a hundredfold is taken for a bomb. */
const RATIO_FROM_BYTES = 8 * 1024 * 1024;
const MAX_RATIO = 100;

function readDirectory(bytes: Buffer): Promise<Entry[] | null> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      if (zip.entryCount > MAX_PARTS) return resolve(null);
      const entries: Entry[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry: Entry) => {
        entries.push(entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

const isBomb = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > RATIO_FROM_BYTES && uncompressedSize / Math.max(compressedSize, 1) > MAX_RATIO;

function checkParts(entries: readonly Entry[]): Refusal | null {
  const inflated = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (inflated > MAX_INFLATED_BYTES || entries.some(isBomb)) return BOMB;
  if (entries.some((entry) => entry.isEncrypted())) return PASSWORD;
  return entries.some(({ fileName }) => fileName === 'word/document.xml') ? null : NOT_TEXT;
}

/**
 * The text of a Word document, tables as rows with tabs. mammoth because it reads what is meant (paragraphs, lists,
 * tables) and not how it looks, and runs no part of the file; the directory of the zip file is looked at first.
 */
export async function docxText(bytes: Buffer): Promise<string | Refusal> {
  try {
    const entries = await readDirectory(bytes);
    if (entries === null) return BOMB;
    const refusal = checkParts(entries);
    if (refusal) return refusal;
    const ignoreImages = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage: ignoreImages });
    return htmlText(value);
  } catch {
    return UNREADABLE;
  }
}
