/** Every `of`th page from the one at place `nth` on; pages lie evenly, as the ends of a document are often thin. */
export interface Share {
  nth: number;
  of: number;
}

/** How many pages of a share are read, and how many the whole file has. */
export type OnPage = (done: number, pages: number) => void;

/** Words with their place on a page, in points from the lower left corner. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** A gap wider than this many letters parts two columns of a table. */
const COLUMN_GAP = 2.2;
const WORD_GAP = 0.25;

function joinLine(items: readonly PlacedText[]): string {
  const sorted = items.toSorted((a, b) => a.x - b.x);
  let line = '';
  let end: number | null = null;
  for (const { text, x, width, size } of sorted) {
    const gap: number = end === null ? 0 : (x - end) / size;
    if (gap > COLUMN_GAP && line.trim() !== '') line += '\t';
    else if (gap > WORD_GAP) line += ' ';
    line += text;
    end = x + width;
  }
  return line.trimEnd();
}

/** By how many letters the first row of a paragraph is set in; what is set in more stands in the middle of its line. */
const [LEAST_INDENT, MOST_INDENT] = [1.5, 2.8];
const INDENT = '\u3000\u3000';
const FEWEST_AT_MARGIN = 3;

/** Where the rows of a page begin: the leftmost place where several do; null where none is. */
function marginOf(starts: readonly number[]): number | null {
  const sorted = starts.toSorted((a, b) => a - b);
  return sorted.find((x, at) => (sorted[at + FEWEST_AT_MARGIN - 1] ?? Number.POSITIVE_INFINITY) - x < 2) ?? null;
}

/** Which lines are set in as the first row of a paragraph is; a heading in the middle has as much room on its right. */
function indentsOf(lines: readonly { size: number; items: readonly PlacedText[] }[]): boolean[] {
  const starts = lines.map(({ items }) => Math.min(...items.map(({ x }) => x)));
  const ends = lines.map(({ items }) => Math.max(...items.map(({ x, width }) => x + width)));
  const [margin, right] = [marginOf(starts), Math.max(...ends)];
  return lines.map(({ size }, at) => {
    if (margin === null) return false;
    const [left, room] = [((starts[at] ?? 0) - margin) / size, (right - (ends[at] ?? 0)) / size];
    return left >= LEAST_INDENT && left <= MOST_INDENT && Math.abs(left - room) > 0.75;
  });
}

/**
 * The lines of a page from top to bottom: words whose feet are within half a letter's height stand on one. The first
 * row of a paragraph keeps its indent, as the one thing on the page that says where a paragraph begins.
 */
export function pageLines(items: readonly PlacedText[]): string[] {
  const lines: { y: number; size: number; items: PlacedText[] }[] = [];
  for (const item of items.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.y - item.y < Math.max(line.size, item.size) * 0.5) line.items.push(item);
    else lines.push({ y: item.y, size: item.size, items: [item] });
  }
  const indents = indentsOf(lines);
  return lines.map(({ items: words }, at) => {
    const line = joinLine(words);
    return indents[at] && !/^\s/.test(line) ? `${INDENT}${line}` : line;
  });
}

const OFTEN = 3;
/** Lines at the head and foot of pages that are the same but for numbers. */
const bare = (line: string): string => line.replace(/\d+/g, '#').replace(/\s/g, '');

/** Leaves out running heads and feet: first and last lines that stand on three pages or more, numbers aside. */
function withoutRunningHeads(pages: readonly string[][]): string[][] {
  const counts = new Map<string, number>();
  const edges = (lines: readonly string[]) => [...new Set([...lines.slice(0, 2), ...lines.slice(-2)].map(bare))];
  for (const lines of pages) for (const line of edges(lines)) counts.set(line, (counts.get(line) ?? 0) + 1);
  const often = (line: string) => (counts.get(bare(line)) ?? 0) >= OFTEN && bare(line).length <= 40;
  return pages.map((lines) =>
    lines.filter(
      (line, at) => !((at < 2 || at >= lines.length - 2) && (often(line) || /^[\s—–-]*\d{1,4}[\s—–-]*$/.test(line))),
    ),
  );
}

/** The pages of all shares, dealt out as they were taken: a line for each line of a page, form feeds between pages. */
export function joinShares(shares: readonly (readonly string[][])[]): string {
  const count = shares.reduce((sum, pages) => sum + pages.length, 0);
  const pages = Array.from(
    { length: count },
    (_, place) => shares[place % shares.length]?.[Math.floor(place / shares.length)] ?? [],
  );
  return withoutRunningHeads(pages)
    .map((lines) => lines.join('\n'))
    .join('\n\f');
}
