/** A sentence of a paragraph, or a bracket inside one. */
export interface Sentence {
  /** Place in the paragraph. */
  start: number;
  text: string;
}

const codes = (letters: string): Set<number> => new Set([...letters].map((letter) => letter.charCodeAt(0)));
const OPENS = codes('（《“');
const CLOSES = codes('）》”');
const ENDS = codes('！？\t');
const STOP = '。'.charCodeAt(0);

/** No sentence is longer; what is goes on in pieces, so that the time taken stays in step with the length. */
const LONGEST = 1_600;
/** From here on a comma or semicolon will do to end a piece. */
const LONG = 800;
const PAUSES = codes('，；');
/** A bracket or quotation mark left open this long was never closed. */
const OPEN_LONG = 500;

function endsHere(code: number, depth: number, length: number): boolean {
  if (length > LONGEST || (length > LONG && PAUSES.has(code))) return true;
  return code === STOP ? depth < 2 || length > OPEN_LONG : depth === 0 && ENDS.has(code);
}

/** Cuts `text` from `from` into sentences; a full stop inside quotation marks or brackets ends none. */
export function cutSentences(text: string, from: number): Sentence[] {
  const found: Sentence[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (OPENS.has(code)) depth += 1;
    else if (CLOSES.has(code)) depth = Math.max(0, depth - 1);
    else if (endsHere(code, depth, at - start)) {
      found.push({ start, text: text.slice(start, at) });
      start = at + 1;
      depth = 0;
    }
  }
  if (start < text.length) found.push({ start, text: text.slice(start) });
  return found.filter((sentence) => sentence.text.trim() !== '');
}

/** Part of a sentence between commas or semicolons. */
export interface Segment {
  start: number;
  end: number;
  /** True where a semicolon, not a comma, ends the part before it: what was said of time holds less firmly. */
  fresh: boolean;
}

/** Cuts a sentence, whose names are masked, at commas and semicolons; `masked` has no bracket left in it. */
export function cutSegments(masked: string): Segment[] {
  const found: Segment[] = [];
  let start = 0;
  let fresh = true;
  for (let at = 0; at <= masked.length; at += 1) {
    const letter = masked[at];
    if (at < masked.length && letter !== '，' && letter !== '；') continue;
    if (at > start) found.push({ start, end: at, fresh });
    fresh = letter === '；';
    start = at + 1;
  }
  return found;
}
