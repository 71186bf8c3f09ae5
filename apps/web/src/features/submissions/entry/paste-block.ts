/** One cell of a line of a pasted block, from `at`: its text, and where the next one begins. */
interface Taken {
  text: string;
  next: number;
  ends: 'cell' | 'line' | 'text';
}

function endAt(text: string, at: number): Taken['ends'] {
  if (at >= text.length) return 'text';
  return text[at] === '\t' ? 'cell' : 'line';
}

/** A cell in quotation marks, as Excel and WPS write one with a line break, a tab or a mark in it. */
const QUOTED = /"((?:[^"]|"")*)"(?=\t|\n|$)/y;
const PLAIN = /[^\t\n]*/y;

function takeCell(text: string, at: number): Taken {
  QUOTED.lastIndex = at;
  const quoted = text[at] === '"' ? QUOTED.exec(text) : null;
  PLAIN.lastIndex = at;
  const plain = quoted ? null : PLAIN.exec(text);
  const end = at + (quoted ?? plain ?? [''])[0].length;
  const own = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (plain?.[0] ?? '');
  return { text: own.replace(/[\s\u00a0\u3000]+/g, ' ').trim(), next: end + 1, ends: endAt(text, end) };
}

/** Whether a pasted text is a block of cells and not a word to be typed into one. */
export const isBlock = (text: string): boolean => /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''));

/**
 * The cells of a block copied from a spreadsheet (tabs between cells, line breaks between rows), row by row, each
 * without padding and line breaks inside; empty lines at the end are left out.
 */
export function parseBlock(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const rows: string[][] = [[]];
  for (let at = 0; ; ) {
    const cell = takeCell(lines, at);
    rows.at(-1)?.push(cell.text);
    if (cell.ends === 'text') return rows;
    if (cell.ends === 'line') rows.push([]);
    at = cell.next;
  }
}
