/** The mark Chinese printers set for a character they have no type for. */
export const MISSING_TYPE = '〓';

/** Ranges of code points a font has shapes for, ascending. */
export type Coverage = [first: number, last: number][];

/**
 * Characters a TrueType font has a shape for, from the format 12 subtable of its character map (ISO/IEC 14496-22,
 * “cmap”).
 * @throws RangeError where the bytes are not such a font.
 */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const map = tableOffset(view, 'cmap');
  const tables = view.getUint16(map + 2);
  for (let index = 0; index < tables; index += 1) {
    const table = map + view.getUint32(map + 8 + index * 8);
    if (view.getUint16(table) !== 12) continue;
    return Array.from({ length: view.getUint32(table + 12) }, (_, group) => {
      const at = table + 16 + group * 12;
      return [view.getUint32(at), view.getUint32(at + 4)];
    });
  }
  throw new RangeError('the font has no character map of format 12');
}

function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new RangeError(`the font has no table ${tag}`);
}

function covers(ranges: readonly [number, number][], code: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [0, 0];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** Text as it can be printed, and what had to be left out of it. */
export interface PrintableText {
  /** The text; what has no shape in every font is 〓, one for a whole emoji. */
  clean: (text: string) => string;
  /** What was replaced so far, as U+20BB7, in order of appearance. */
  replaced: () => string[];
}

/** Makes texts printable with fonts of these coverages: control and format characters go, unknown ones become 〓. */
export function printableText(coverages: readonly [number, number][][]): PrintableText {
  const replaced = new Set<string>();
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  const known = (char: string) => coverages.every((ranges) => covers(ranges, char.codePointAt(0) ?? 0));
  const clean = (text: string): string => {
    const plain = text.toWellFormed().replace(/[\t\r\n]+/g, ' ');
    let cleaned = '';
    for (const { segment } of segmenter.segment(plain)) {
      const chars = [...segment].filter((char) => !/[\p{Cc}\p{Cf}]/u.test(char));
      if (chars.every(known)) cleaned += chars.join('');
      else {
        cleaned += MISSING_TYPE;
        replaced.add(chars.map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(' '));
      }
    }
    return cleaned;
  };
  return { clean, replaced: () => [...replaced] };
}
