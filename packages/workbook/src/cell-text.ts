/** Letters that a cell or a note holds at most; a workbook with more is called damaged. */
const MAX_TEXT = 32_767;

/** What no XML document may hold, and halves of characters. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** `_x000d_` in a workbook stands for the character of that number; as words it is written `_x005F_x000d_`. */
const ESCAPE_LIKE = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * Text as a workbook can hold it: without control characters and half characters, not longer than a cell may be. What
 * looks like an escape stays what it is.
 */
export function writableText(text: string): string {
  const plain = text.replace(UNWRITABLE, '').replace(ESCAPE_LIKE, '_x005F_');
  return plain.length <= MAX_TEXT ? plain : plain.slice(0, MAX_TEXT).replace(/\p{Cs}$/u, '');
}

const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Whether a spreadsheet would take typed text for a formula: it begins with = + - @, full width or not, a tab or a line
 * break (OWASP, CSV injection). A number with a sign is none.
 */
export function startsFormula(text: string): boolean {
  return FORMULA_START.test(text) && !NUMBER.test(text);
}
