/** From here on characters take the room of two digits: Chinese and what is set with it (“”, …, —). */
const WIDE_FROM = 0x2e80;
const WIDE_PUNCTUATION = /[\u2014\u2018-\u201d\u2026\u2460-\u24ff\u25a0-\u25ff]/;

const widthOf = (letter: string): number =>
  (letter.codePointAt(0) ?? 0) >= WIDE_FROM || WIDE_PUNCTUATION.test(letter) ? 2 : 1;

/** Room that a line of text takes, in the unit of column widths: the width of a digit. Of several lines the longest. */
export function textWidth(text: string): number {
  const lines = text.split('\n').map((line) => [...line].reduce((sum, letter) => sum + widthOf(letter), 0));
  return Math.max(0, ...lines);
}

/** Lines that text takes in a column `width` digits wide; some are broken early, so the last letters are kept free. */
export function lineCount(text: string, width: number): number {
  const usable = Math.max(2, width - 2);
  return text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
}

/** At most `length` letters of one line, for places that hold no more. */
export function shortLine(text: string, length: number): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/\p{Cs}$/u, '')}…`;
}
