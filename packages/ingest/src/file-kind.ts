import type { Wording } from '@dabiao/domain/wording';
import { PASSWORD, type Refusal, refusal, unreadable } from './refusal.ts';

/** What a file is by its content. `xls` is the old binary workbook, .et saved as xls included. */
export type FileKind = 'xlsx' | 'xls' | 'csv';

/** Greatest upload, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const EXTENSIONS: Record<string, readonly FileKind[]> = {
  xlsx: ['xlsx'],
  xls: ['xls'],
  et: ['xls', 'xlsx'],
  csv: ['csv'],
};

/** First bytes of what people hand in by mistake, with the word for it. */
const FOREIGN: readonly (Wording & { magic: readonly number[] })[] = [
  { zh: 'PDF', en: 'a PDF', magic: [0x25, 0x50, 0x44, 0x46] },
  { zh: 'PNG 图片', en: 'a PNG picture', magic: [0x89, 0x50, 0x4e, 0x47] },
  { zh: 'JPEG 图片', en: 'a JPEG picture', magic: [0xff, 0xd8, 0xff] },
  { zh: 'GIF 图片', en: 'a GIF picture', magic: [0x47, 0x49, 0x46, 0x38] },
  { zh: '程序', en: 'a program', magic: [0x4d, 0x5a] },
  { zh: '程序', en: 'a program', magic: [0x7f, 0x45, 0x4c, 0x46] },
  { zh: 'RAR 压缩包', en: 'a RAR archive', magic: [0x52, 0x61, 0x72, 0x21] },
  { zh: '7z 压缩包', en: 'a 7z archive', magic: [0x37, 0x7a, 0xbc, 0xaf] },
  { zh: 'gzip 压缩包', en: 'a gzip archive', magic: [0x1f, 0x8b] },
  { zh: 'RTF 文档', en: 'an RTF document', magic: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Storage and stream names of a compound file stand in it as UTF-16LE. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(`${name}\0`, 'utf16le'));
}

function compoundFileKind(bytes: Uint8Array): FileKind | Refusal {
  if (hasStream(bytes, 'EncryptedPackage')) return PASSWORD;
  if (hasStream(bytes, '_VBA_PROJECT_CUR') || hasStream(bytes, '_VBA_PROJECT')) {
    return refusal('file_type', {
      zh: '文件含有宏，不予接收；请另存为不含宏的 .xlsx 再上传。',
      en: 'The file has macros and is not accepted; save it as .xlsx without macros and upload that.',
    });
  }
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return 'xls';
  return refusal('file_type', {
    zh: '文件不是工作簿；请上传 .xlsx、.xls 或 .csv 文件。',
    en: 'The file is not a workbook; upload an .xlsx, .xls or .csv file.',
  });
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 512))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return /^<(?:!doctype|html|head|body|table|meta|\?xml)/i.test(head);
}

function contentKind(bytes: Uint8Array): FileKind | Refusal {
  if (startsWith(bytes, ZIP)) return 'xlsx';
  if (startsWith(bytes, COMPOUND_FILE)) return compoundFileKind(bytes);
  const foreign = FOREIGN.find(({ magic }) => startsWith(bytes, magic));
  if (foreign) {
    return refusal('file_type', {
      zh: `文件内容是 ${foreign.zh}；请上传 .xlsx、.xls 或 .csv 文件。`,
      en: `The file is ${foreign.en}; upload an .xlsx, .xls or .csv file.`,
    });
  }
  if (looksLikeMarkup(bytes)) {
    return refusal('file_type', {
      zh: '文件内容是网页而不是工作簿；请用表格软件打开后另存为 .xlsx 再上传。',
      en: 'The file is a web page and not a workbook; open it in a spreadsheet program, save it as .xlsx and upload that.',
    });
  }
  const wide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (wide || !bytes.includes(0)) return 'csv';
  return unreadable({
    zh: '文件不是文本也不是工作簿；请上传 .xlsx、.xls 或 .csv 文件。',
    en: 'The file is neither text nor a workbook; upload an .xlsx, .xls or .csv file.',
  });
}

/**
 * What a file is, where its name and its content agree.
 * @returns the kind, or the refusal: too large, empty, unknown extension, content of another kind, macros, password.
 */
export function detectFileKind(bytes: Uint8Array, fileName: string): FileKind | Refusal {
  if (bytes.byteLength > MAX_FILE_BYTES) {
    return refusal('file_too_large', {
      zh: '文件超过 20 MB；请删去无关的工作表和图片，或分几个文件上传。',
      en: 'The file is larger than 20 MB; delete sheets and pictures that do not belong, or upload several files.',
    });
  }
  if (bytes.byteLength === 0) {
    return unreadable({
      zh: '文件是空的；请检查后重新上传。',
      en: 'The file is empty; check it and upload it again.',
    });
  }
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const allowed = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
  if (!allowed) {
    return refusal('file_type', {
      zh: '只接收 .xlsx、.xls 和 .csv 文件；请用表格软件另存为其中一种再上传。',
      en: 'Only .xlsx, .xls and .csv files are accepted; save it as one of these in a spreadsheet program and upload that.',
    });
  }
  const kind = contentKind(bytes);
  if (typeof kind !== 'string' || allowed.includes(kind)) return kind;
  return refusal('file_type', {
    zh: `文件扩展名是 .${extension}，内容却是 ${kind}；请用表格软件打开后另存为 .${kind} 再上传。`,
    en: `The file is named .${extension} but is ${kind} inside; open it in a spreadsheet program, save it as .${kind} and upload that.`,
  });
}
