import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { PASSWORD, type Refusal, unreadable } from './refusal.ts';

const MAX_ENTRIES = 1000;
const MAX_INFLATED_BYTES = 200 * 1024 * 1024;
/** Above this size an entry that shrinks more than a hundredfold is taken for a bomb. */
const RATIO_FROM_BYTES = 10 * 1024 * 1024;
const MAX_RATIO = 100;

class GuardError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const TOO_LARGE: Refusal = {
  code: 'file_too_large',
  message: '文件解压后过大或压缩异常，不予读取；请用表格软件打开后另存为新的 .xlsx 再上传。',
};

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

/** Inflates one entry into nothing and counts: the declared size may lie. */
function inflatedBytes(zip: ZipFile, entry: Entry, limit: number): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      let count = 0;
      stream.on('data', (chunk: Buffer) => {
        count += chunk.byteLength;
        if (count > limit) {
          stream.destroy();
          reject(new GuardError(TOO_LARGE));
        }
      });
      stream.on('end', () => resolve(count));
      stream.on('error', reject);
    });
  });
}

function checkEntry(entry: Entry): void {
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
  if (entry.uncompressedSize > RATIO_FROM_BYTES && ratio > MAX_RATIO) throw new GuardError(TOO_LARGE);
  if (entry.isEncrypted()) {
    throw new GuardError(PASSWORD);
  }
}

function readEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let declared = 0;
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      try {
        checkEntry(entry);
      } catch (error) {
        return reject(error);
      }
      declared += entry.uncompressedSize;
      if (declared > MAX_INFLATED_BYTES) return reject(new GuardError(TOO_LARGE));
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function checkNames(names: readonly string[]): Refusal | null {
  if (names.some((name) => /vbaProject\.bin$|\/macrosheets\/|\/activeX\//i.test(name))) {
    return { code: 'file_type', message: '文件含有宏或控件，不予接收；请另存为不含宏的 .xlsx 再上传。' };
  }
  if (!names.some((name) => /(^|\/)xl\/workbook\.xml$/i.test(name))) {
    return { code: 'file_type', message: '文件是压缩包但不是 .xlsx 工作簿；请用表格软件另存为 .xlsx 再上传。' };
  }
  return null;
}

/**
 * Reads the directory of a zip file and inflates every entry once without keeping it, so that nothing larger than
 * 200 MB, with more than 1,000 entries, with macros or a password reaches the parser.
 * @returns null where the file may be parsed, otherwise the refusal; never throws.
 */
export async function guardZip(bytes: Uint8Array): Promise<Refusal | null> {
  try {
    const zip = await open(bytes);
    if (zip.entryCount > MAX_ENTRIES) return TOO_LARGE;
    const entries = await readEntries(zip);
    const refusal = checkNames(entries.map(({ fileName }) => fileName));
    if (refusal) return refusal;
    let left = MAX_INFLATED_BYTES;
    for (const entry of entries) left -= await inflatedBytes(zip, entry, left);
    return null;
  } catch (error) {
    return error instanceof GuardError ? error.refusal : unreadable();
  }
}
