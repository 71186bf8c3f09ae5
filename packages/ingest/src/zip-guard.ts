import type { Entry } from 'yauzl';
import { PASSWORD, type Refusal, refusal, TOO_LARGE, TOO_MANY, unreadable } from './refusal.ts';
import { readDirectory } from './zip-parts.ts';

/** Parts a workbook may have, and bytes they may inflate to in all. */
export const MAX_ENTRIES = 1_000;
const MAX_INFLATED_BYTES = 200 * 1024 * 1024;
/** Above this size an entry that shrinks more than a hundredfold is taken for a bomb. */
const RATIO_FROM_BYTES = 10 * 1024 * 1024;
const MAX_RATIO = 100;

const ACTIVE = /vbaProject\.bin$|\/macrosheets\/|\/dialogsheets\/|\/activeX\/|\/embeddings\/|\/ctrlProps\//i;

function isBomb(entry: Entry): boolean {
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
  return entry.uncompressedSize > RATIO_FROM_BYTES && ratio > MAX_RATIO;
}

function checkNames(names: readonly string[]): Refusal | null {
  if (names.some((name) => ACTIVE.test(name))) {
    return refusal('file_type', {
      zh: '文件含有宏、控件或嵌入对象，不予接收；请删除后另存为不含宏的 .xlsx 再上传。',
      en: 'The file has macros, controls or embedded objects and is not accepted; delete them, save it as .xlsx without macros and upload that.',
    });
  }
  if (!names.some((name) => /(^|\/)xl\/workbook\d*\.xml$/i.test(name))) {
    return refusal('file_type', {
      zh: '文件是压缩包但不是 .xlsx 工作簿；请用表格软件另存为 .xlsx 再上传。',
      en: 'The file is an archive but not an .xlsx workbook; save it as .xlsx in a spreadsheet program and upload that.',
    });
  }
  return null;
}

function checkSizes(entries: readonly Entry[]): Refusal | null {
  const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  return declared > MAX_INFLATED_BYTES || entries.some(isBomb) ? TOO_LARGE : null;
}

/**
 * Reads the directory of a zip file, and nothing else of it: what has too many parts or parts too large, macros,
 * embedded objects or a password goes no further. That no part is larger than it says is seen when it is inflated.
 * @returns null where the file may go on to the reading process, otherwise the refusal; never throws.
 */
export async function guardZip(bytes: Uint8Array): Promise<Refusal | null> {
  try {
    const entries = await readDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), MAX_ENTRIES);
    if (entries === null) return TOO_MANY;
    const sizes = checkSizes(entries);
    if (sizes) return sizes;
    if (entries.some((entry) => entry.isEncrypted())) return PASSWORD;
    return checkNames(entries.map(({ fileName }) => fileName));
  } catch {
    return unreadable();
  }
}
