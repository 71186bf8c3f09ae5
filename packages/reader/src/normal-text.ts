import { isNothing, isSpace, letterFor } from './letters.ts';
import { barePages, gluedPages, isFurniture, joinsNext, lineFacts, type PageRow, rowWidths } from './line-breaks.ts';
import { isTraditional, simplifiedLetters } from './simplified.ts';

/** A paragraph as it is read: letters normalised, line breaks inside it gone. */
export interface Paragraph {
  text: string;
  /** For every letter of `text`, its place in the text as read. */
  places: Int32Array;
}

type Letters = ReadonlyMap<number, number> | null;

interface Line {
  /** A blank line stands before it. */
  apart?: true;
  /** It is set in from the left as a paragraph is, by two Chinese letters or so. */
  indented: boolean;
  text: string;
  places: number[];
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** A comma that groups the digits of a number (1,200) and is no comma of the sentence. */
function groupsDigits(text: string, at: number): boolean {
  if (!/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) || !isDigit(text.charCodeAt(at - 1))) return false;
  return /(?<![\d.])\d{1,3}(?:[,，]\d{3})*$/.test(text.slice(Math.max(0, at - 12), at));
}

/** A space that groups the digits of a number before its unit: 3 000 家. */
function spaceGroups(codes: readonly number[], rest: string): boolean {
  if (
    !isDigit(codes[codes.length - 1] ?? 0) ||
    !/^[ \u00a0\u2009\u202f]\d{3}(?:[ \u00a0\u2009\u202f]\d{3})*(?!\d)[ \u00a0]?[^\d\s.,，]/.test(rest)
  )
    return false;
  return /(?<![\d.])\d{1,3}(?:\d{3})*$/.test(decode(codes.slice(-10)));
}

/** Whether a space between two letters keeps Latin words or numbers apart; between Chinese words it says nothing. */
function keepsApart(before: number, after: number): boolean {
  if (isDigit(before)) return isDigit(after);
  return isLatin(before) && isLatin(after);
}

/** Cells set apart by two or more gaps in a line that holds no sentence: how a table looks in plain text. */
const GAPS = /[^\s|](?: {2,}|[\u3000\u00a0]{2,})(?=[^\s|])/g;
const BAR = 0x7c;

/** How the cells of a line are kept apart where no tab does it: by bars, by gaps, or not at all. */
function cellsBy(line: string): 'bars' | 'gaps' | null {
  if (line.includes('|') && line.indexOf('|', line.indexOf('|') + 1) > 0) return 'bars';
  if (!/ {2}|[\u3000\u00a0]{2}/.test(line) || /[。\t]/.test(line)) return null;
  return (line.trim().match(GAPS)?.length ?? 0) >= 2 ? 'gaps' : null;
}

/** Whether a gap between two cells begins at a place. */
const isGap = (text: string, at: number): boolean =>
  isSpace(text.charCodeAt(at)) && isSpace(text.charCodeAt(at + 1)) && text.charCodeAt(at) === text.charCodeAt(at + 1);

const HASH = 0x23;
const STAR = 0x2a;

/** The marks of a heading (## ) and of bold letters (**) in text out of a Markdown editor. */
function isMarkup(text: string, at: number, start: number): boolean {
  const code = text.charCodeAt(at);
  if (code === STAR) return text.charCodeAt(at + 1) === STAR || (at > start && text.charCodeAt(at - 1) === STAR);
  return (
    code === HASH &&
    /^#{1,6}\s/.test(text.slice(start, start + 7)) &&
    at - start < text.slice(start, start + 7).search(/\s/)
  );
}

/** Normalises one line from `start` to `end` of `text`. */
function readLine(text: string, start: number, end: number, simple: Letters): Line {
  const codes: number[] = [];
  const places: number[] = [];
  let openQuote = false;
  const cells = cellsBy(text.slice(start, end));
  for (let at = start; at < end; at += 1) {
    let code = text.charCodeAt(at);
    if (isNothing(code) || code === 0x0d || isMarkup(text, at, start)) continue;
    if ((cells === 'bars' && code === BAR) || (cells === 'gaps' && isGap(text, at))) {
      if (codes.length === 0 || codes[codes.length - 1] === 0x09) continue;
      code = 0x09;
    } else if (isSpace(code)) {
      const next = nextLetter(text, at, end);
      if (!keepsApart(codes[codes.length - 1] ?? 0, next) || spaceGroups(codes, text.slice(at, at + 24))) continue;
      code = 0x20;
      if (codes[codes.length - 1] === 0x20) continue;
    }
    if ((code === 0x2c || code === 0xff0c) && code === 0x2c && groupsDigits(text, at)) continue;
    if (code === 0x09 && codes.length === 0 && !hasInnerTab(text, at, end)) continue;
    code = simple?.get(code) ?? letterFor(code);
    if (code === 0x22) {
      openQuote = !openQuote;
      code = openQuote ? 0x201c : 0x201d;
    }
    codes.push(code);
    places.push(at);
  }
  while (codes[codes.length - 1] === 0x09) {
    codes.pop();
    places.pop();
  }
  return { text: decode(codes), places, indented: INDENT.test(text.slice(start, start + 10)) };
}

/** Two Chinese letters, or as many spaces as take their room; more of them are a heading's in the middle of its line. */
const INDENT = /^(?:[\u3000\u00a0]{1,2}|[ \u00a0]{2,8}|\t)(?=[^\s])/;

function nextLetter(text: string, at: number, end: number): number {
  for (let next = at + 1; next < end; next += 1) {
    const code = text.charCodeAt(next);
    if (!isSpace(code)) return letterFor(code);
  }
  return 0;
}

/** Whether cells follow: a tab at the head of a line that has no other only sets it in. */
function hasInnerTab(text: string, at: number, end: number): boolean {
  const rest = text.slice(at, end).trim();
  return rest.includes('\t');
}

const CHUNK = 8192;
function decode(codes: number[]): string {
  if (codes.length <= CHUNK) return String.fromCharCode(...codes);
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) text += String.fromCharCode(...codes.slice(at, at + CHUNK));
  return text;
}

function readLines(text: string): Line[] {
  const simple = isTraditional(text) ? simplifiedLetters(text) : null;
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? 0x0a : text.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0c && code !== 0x2028 && code !== 0x0b) continue;
    lines.push(readLine(text, start, at, simple));
    start = at + 1;
  }
  return lines;
}

/**
 * The paragraphs of a text: letters normalised, page furniture left out, lines put together again where a page or a
 * line width broke them inside a sentence. Every letter keeps its place in `text`.
 */
export function readParagraphs(text: string): Paragraph[] {
  const all = readLines(text);
  all.forEach((line, index) => {
    if (all[index - 1]?.text.trim() === '') line.apart = true;
  });
  const printed = all.filter((line) => line.text.trim() !== '' && !isFurniture(line.text));
  const numbers = barePages(printed.map(({ text: words }) => words));
  const written = printed.filter((_, index) => !numbers.has(index));
  const pages = gluedPages(written.map(({ text: words }) => words));
  const lines = written.map((line, index) => without(line, pages.get(index) ?? 0));
  const texts = lines.map(({ text: words }) => words);
  const facts = lineFacts(texts, lines.filter(({ indented }) => indented).length);
  const widths = rowWidths(texts, facts);
  const rowAt = (index: number): PageRow => ({
    text: texts[index] ?? '',
    width: widths[index] ?? 0,
    indented: lines[index]?.indented === true,
  });
  const paragraphs: Paragraph[] = [];
  let parts: Line[] = [];
  lines.forEach((line, index) => {
    parts.push(line);
    const next = lines[index + 1];
    const first = parts[0]?.text ?? '';
    const apart = next?.apart && facts.whole && endsApart(line.text);
    if (next && !apart && joinsNext(rowAt(index), rowAt(index + 1), first, facts)) return;
    paragraphs.push(toParagraph(parts));
    parts = [];
  });
  return paragraphs;
}

const without = (line: Line, letters: number): Line =>
  letters === 0 ? line : { ...line, text: line.text.slice(letters), places: line.places.slice(letters) };

/** A blank line ends what is short and does not break off: a list of departments may go on behind a page's end. */
const endsApart = (line: string): boolean =>
  line.length < 45 && !/[，、\d—-]$/.test(line) && !/^（?(?:责任|牵头|配合)(?:单位|部门)/.test(line);

function toParagraph(parts: Line[]): Paragraph {
  const places = new Int32Array(parts.reduce((sum, part) => sum + part.places.length, 0));
  let at = 0;
  for (const part of parts) {
    places.set(part.places, at);
    at += part.places.length;
  }
  return { text: parts.map((part) => part.text).join(''), places };
}

/** Words of the text without marks and blanks at either end, and where they stand then. */
export function trimmed(text: string, from: number, to: number): { start: number; end: number; quote: string } {
  let [start, end] = [from, to];
  while (start < end && /[\s、，；：。和及与]/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s、，；：。]/.test(text[end - 1] ?? '')) end -= 1;
  return { start, end, quote: text.slice(start, end) };
}
