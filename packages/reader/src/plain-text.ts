import { NOT_TEXT, type Refusal } from './refusal.ts';

/** Control codes no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/g;
const COMMON = /[的和发展建设工业产企业年市区国]/g;

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

const common = (text: string): number => text.slice(0, 20_000).match(COMMON)?.length ?? 0;

/** GB 18030 or Big5: the one in which the text has more of the commonest letters. */
function decodeChinese(bytes: Uint8Array): string {
  const simplified = decode(bytes, 'gb18030', false) ?? '';
  const traditional = decode(bytes, 'big5', true);
  return traditional !== null && common(traditional) > common(simplified) ? traditional : simplified;
}

/** Decodes text: UTF-16 by its mark, UTF-8 where it is valid, otherwise GB 18030 or Big5. */
export function decodeText(bytes: Uint8Array): string | Refusal {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (marked) return decode(bytes, marked, false) ?? NOT_TEXT;
  const text = decode(bytes, 'utf-8', true) ?? decodeChinese(bytes);
  const odd =
    (text.slice(0, 200_000).match(CONTROL)?.length ?? 0) + (text.slice(0, 200_000).match(/\ufffd/g)?.length ?? 0);
  return odd > Math.min(text.length, 200_000) / 500 + 2 ? NOT_TEXT : text;
}
