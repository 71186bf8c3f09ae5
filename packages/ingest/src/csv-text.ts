import type { Encoding } from './hints.ts';
import { type Refusal, unreadable } from './refusal.ts';

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Neither tab, line break, form feed nor anything printable. */
function isControl(code: number): boolean {
  return code === 0x7f || (code < 0x20 && (code < 0x09 || code > 0x0d));
}

/** GB18030 gives a meaning to almost any bytes: text has no control characters and next to no private-use ones. */
function isPlausible(text: string): boolean {
  let strange = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isControl(code)) return false;
    if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd) strange += 1;
  }
  return strange <= text.length / 100;
}

/** Encodings that may be meant, the likeliest first. */
function candidates(bytes: Uint8Array): readonly Encoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

/**
 * Text of a CSV file: by its byte order mark (UTF-8, UTF-16), else strict UTF-8 over the whole file, else GB18030
 * (which holds GBK and GB2312).
 * @param encoding where a person has named it: then that one or none
 * @returns the text without the mark, or the refusal where no encoding fits.
 */
export function decodeText(bytes: Uint8Array, encoding?: Encoding): { text: string } | Refusal {
  for (const candidate of encoding === undefined ? candidates(bytes) : [encoding]) {
    const text = decode(bytes, candidate);
    if (text !== null && isPlausible(text)) return { text };
  }
  return unreadable({
    zh: '无法识别文件的文字编码；请用表格软件打开后另存为“CSV UTF-8”或 .xlsx 再上传。',
    en: 'The encoding of the file’s text is not known; open it in a spreadsheet program, save it as “CSV UTF-8” or .xlsx and upload that.',
  });
}
