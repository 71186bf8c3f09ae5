import mammoth from 'mammoth';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { htmlText, TooDeep } from './html-text.ts';
import { BOMB, NOT_TEXT, PASSWORD, type Refusal, TOO_COMPLEX, UNREADABLE } from './refusal.ts';

const MAX_PARTS = 4_000;
const MAX_INFLATED_BYTES = 120 * 1024 * 1024;
/** Above this size a part that shrinks more than a hundredfold is taken for a bomb. */
const RATIO_FROM_BYTES = 8 * 1024 * 1024;
const MAX_RATIO = 100;

/** A zip file and what its directory lists; null where that is too much. */
function openZip(bytes: Buffer): Promise<{ zip: ZipFile; entries: Entry[] } | null> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) return reject(error);
      if (zip.entryCount > MAX_PARTS) return resolve(null);
      const entries: Entry[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve({ zip, entries }));
      zip.on('entry', (entry: Entry) => {
        entries.push(entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

/**
 * Inflates a part and lets it go again: a directory may say that a part is small which is not, and mammoth would find
 * out only when it has all of it in memory. yauzl stops at the size that was said.
 */
function checkSize(zip: ZipFile, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      stream.on('error', reject).on('end', resolve).resume();
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
    const opened = await openZip(bytes);
    if (opened === null) return BOMB;
    const refusal = checkParts(opened.entries);
    if (refusal) return refusal;
    for (const entry of opened.entries) if (/\.(?:xml|rels)$/i.test(entry.fileName)) await checkSize(opened.zip, entry);
    const ignoreImages = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage: ignoreImages });
    return htmlText(value);
  } catch (error) {
    return error instanceof TooDeep ? TOO_COMPLEX : UNREADABLE;
  }
}
