/** Ways in which the same document comes out of programs: what is read must not depend on them. */

/** Width of a letter on the page: digits and Latin letters take half of a Chinese one. */
const widthOf = (letter: string): number => (/[!-~]/.test(letter) ? 0.5 : 1);

/** Breaks a paragraph at a width in Chinese letters; no row begins with a mark. */
function rowsOf(paragraph: string, width: number): string[] {
  const rows: string[] = [];
  let [row, room] = ['', width];
  for (const letter of paragraph) {
    if (widthOf(letter) > room && !/[，。；：、”》）]/.test(letter)) {
      rows.push(row);
      [row, room] = ['', width];
    }
    row += letter;
    room -= widthOf(letter);
  }
  return [...rows, row];
}

const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const wrapped = (text: string, width: number): string[] =>
  paragraphsOf(text).flatMap((line) => rowsOf(line.trim(), width));

/** Tears every third row at its marks, as a change of font does in a PDF. */
const torn = (rows: readonly string[]): string[] =>
  rows.flatMap((row, index) =>
    index % 3 === 1
      ? row
          .replace(/([，、；])(?=.)/g, '$1\n')
          .replace(/(?<=.)“/g, '\n“')
          .split('\n')
      : [row],
  );

/** Puts something after every so many rows. */
const paged = (rows: readonly string[], foot: (page: number) => string): string[] =>
  rows.flatMap((row, index) => (index % 12 === 11 ? [row, foot((index + 1) / 12)] : [row]));

export const LAYOUTS: readonly [name: string, lay: (text: string) => string][] = [
  ['blank lines between paragraphs', (text) => text.replaceAll('\n', '\n\n')],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  [
    'indented',
    (text) =>
      paragraphsOf(text)
        .map((line) => `　　${line}`)
        .join('\n'),
  ],
  ['full-width digits', (text) => text.replace(/[0-9%]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
  ['spaces around numbers', (text) => text.replace(/(?<=[一-龥])(?=\d)|(?<=\d)(?=[一-龥])/g, ' ')],
  [
    'spaces inside words',
    (text) => text.replace(/(?<=[一-龥])(?=[一-龥])/g, (_, at: number) => (at % 7 === 0 ? ' ' : '')),
  ],
  ['ASCII marks', (text) => text.replace(/[，；：（）]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))],
  ['Markdown', (text) => text.replace(/^([一二三]、.+)$/gm, '## $1').replace(/^(（[一二三]）[^。]+)$/gm, '**$1**')],
  ...[26, 30, 34, 38, 42].flatMap((width): [string, (text: string) => string][] => [
    [`broken at ${width}`, (text) => wrapped(text, width).join('\n')],
    [`broken at ${width} and torn at marks`, (text) => torn(wrapped(text, width)).join('\n')],
  ]),
  ...[28, 36, 40].map((width): [string, (text: string) => string] => [
    `set in and broken at ${width}`,
    (text) =>
      paragraphsOf(text)
        .flatMap((line) => rowsOf(`　　${line}`, width))
        .join('\n'),
  ]),
  ['a blank line after every row', (text) => wrapped(text, 36).join('\n\n')],
  ['numbers of pages with dashes', (text) => paged(wrapped(text, 32), (page) => `— ${page} —`).join('\n')],
  ['bare numbers of pages', (text) => paged(wrapped(text, 32), (page) => `${page}`).join('\n')],
];
