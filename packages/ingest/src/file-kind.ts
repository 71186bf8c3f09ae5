import { PASSWORD, type Refusal, unreadable } from './refusal.ts';

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
const FOREIGN: readonly { name: string; magic: readonly number[] }[] = [
  { name: 'PDF', magic: [0x25, 0x50, 0x44, 0x46] },
  { name: 'PNG 图片', magic: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG 图片', magic: [0xff, 0xd8, 0xff] },
  { name: 'GIF 图片', magic: [0x47, 0x49, 0x46, 0x38] },
  { name: '程序', magic: [0x4d, 0x5a] },
  { name: '程序', magic: [0x7f, 0x45, 0x4c, 0x46] },
  { name: 'RAR 压缩包', magic: [0x52, 0x61, 0x72, 0x21] },
  { name: '7z 压缩包', magic: [0x37, 0x7a, 0xbc, 0xaf] },
  { name: 'gzip 压缩包', magic: [0x1f, 0x8b] },
  { name: 'RTF 文档', magic: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
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
    return { code: 'file_type', message: '文件含有宏，不予接收；请另存为不含宏的 .xlsx 再上传。' };
  }
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return 'xls';
  return { code: 'file_type', message: '文件不是工作簿；请上传 .xlsx、.xls 或 .csv 文件。' };
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
  if (foreign) return { code: 'file_type', message: `文件内容是 ${foreign.name}；请上传 .xlsx、.xls 或 .csv 文件。` };
  if (looksLikeMarkup(bytes)) {
    return { code: 'file_type', message: '文件内容是网页而不是工作簿；请用表格软件打开后另存为 .xlsx 再上传。' };
  }
  const wide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!wide && bytes.includes(0)) return unreadable('文件不是文本也不是工作簿；请上传 .xlsx、.xls 或 .csv 文件。');
  return 'csv';
}

/**
 * What a file is, where its name and its content agree.
 * @returns the kind, or the refusal: too large, empty, unknown extension, content of another kind, macros, password.
 */
export function detectFileKind(bytes: Uint8Array, fileName: string): FileKind | Refusal {
  if (bytes.byteLength > MAX_FILE_BYTES) {
    return { code: 'file_too_large', message: '文件超过 20 MB；请删去无关的工作表和图片，或分几个文件上传。' };
  }
  if (bytes.byteLength === 0) return unreadable('文件是空的；请检查后重新上传。');
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const allowed = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
  if (!allowed) {
    return { code: 'file_type', message: '只接收 .xlsx、.xls 和 .csv 文件；请用表格软件另存为其中一种再上传。' };
  }
  const kind = contentKind(bytes);
  if (typeof kind !== 'string' || allowed.includes(kind)) return kind;
  const message = `文件扩展名是 .${extension}，内容却是 ${kind}；请用表格软件打开后另存为 .${kind} 再上传。`;
  return { code: 'file_type', message };
}
