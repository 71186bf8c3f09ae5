import type { Reading } from '@dabiao/contract/reading';
import { type Entry, entriesOf, entryMark } from './entries.ts';
import type { MarkKind } from './mark-kind.ts';

/** A piece of the text that is drawn one way. */
export interface Run {
  start: number;
  text: string;
  /** Numbers of the targets and measures whose words these are. */
  candidates: number[];
  kind: MarkKind | null;
  /** Whether every candidate of it was rejected, one is open, or all are decided and some accepted. */
  state: 'open' | 'accepted' | 'rejected' | null;
  /** Why it is no target. */
  reason: string;
}

export interface Paragraph {
  start: number;
  heading: boolean;
  runs: Run[];
}

type Marked = Pick<Reading, 'text' | 'outline' | 'beside' | 'candidates' | 'measures'>;

function stateOf(candidates: readonly Entry[]): Run['state'] {
  if (candidates.length === 0) return null;
  if (candidates.some(({ state }) => state === 'open')) return 'open';
  return candidates.some(({ state }) => state === 'accepted') ? 'accepted' : 'rejected';
}

/** Places between which nothing begins or ends. */
function cutsIn(reading: Marked): number[] {
  const cuts = new Set<number>();
  for (const { start, end } of [...reading.candidates, ...reading.measures, ...reading.beside])
    cuts.add(start).add(end);
  return [...cuts].sort((a, b) => a - b);
}

function runAt(reading: Marked, entries: readonly Entry[], start: number, end: number): Run {
  const own = entries.filter((one) => one.start <= start && one.end >= end);
  const beside = reading.beside.find((one) => one.start <= start && one.end >= end);
  const first = own[0];
  return {
    start,
    text: reading.text.slice(start, end),
    candidates: own.map(({ number }) => number),
    kind: first ? entryMark(first) : (beside?.kind ?? null),
    state: stateOf(own),
    reason: first ? '' : (beside?.reason ?? ''),
  };
}

function* linesOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (text.slice(start, end).trim() !== '') yield { start, end };
    start = end + 1;
  }
}

/** The text as paragraphs of runs; every letter but the line breaks stands in exactly one run, in its place. */
export function toParagraphs(reading: Marked): Paragraph[] {
  const cuts = cutsIn(reading);
  const entries = entriesOf(reading);
  const headings = new Set(reading.outline.map((path) => path.at(-1) ?? ''));
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (const { start, end } of linesOf(reading.text)) {
    const runs: Run[] = [];
    while (next < cuts.length && (cuts[next] ?? 0) <= start) next += 1;
    let from = start;
    for (; next < cuts.length && (cuts[next] ?? 0) < end; next += 1) {
      runs.push(runAt(reading, entries, from, cuts[next] ?? end));
      from = cuts[next] ?? end;
    }
    runs.push(runAt(reading, entries, from, end));
    paragraphs.push({ start, heading: headings.has(reading.text.slice(start, end).trim()), runs });
  }
  return paragraphs;
}
