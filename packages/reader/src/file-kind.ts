/** Kinds of files that are read. */
export type FileKind = 'text' | 'docx' | 'pdf' | 'html';

const starts = (bytes: Uint8Array, ...codes: number[]): boolean => codes.every((code, at) => bytes[at] === code);

/** The kind a file's first bytes say it is, whatever its name; null for what is not read (.doc, RTF, pictures). */
export function fileKind(bytes: Uint8Array): FileKind | null {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(bytes, 0x50, 0x4b)) return 'docx';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0) || starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return null;
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (/%PDF-\d/.test(head.slice(0, 1024))) return 'pdf';
  return /<(?:!doctype html|html|head|body|div|p|table|meta)\b/i.test(head) ? 'html' : 'text';
}
