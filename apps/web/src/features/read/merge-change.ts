import type { Reading, ReadingChange } from '@dabiao/contract/reading';
import { entriesOf } from './entries.ts';

interface Numbered {
  number: number;
  start: number;
  end: number;
}

/** A list with what changed in its place in the text, and without what is gone. */
function changed<One extends Numbered>(list: readonly One[], news: readonly One[], gone: readonly number[]): One[] {
  const touched = new Set([...gone, ...news.map(({ number }) => number)]);
  const all = [...list.filter(({ number }) => !touched.has(number)), ...news];
  return all.sort((a, b) => a.start - b.start || a.end - b.end || a.number - b.number);
}

/** A reading after a decision: what changed in its place in the text, what is gone left out. */
export function mergeChange(reading: Reading, change: ReadingChange): Reading {
  const { revision, counts, gone } = change;
  return {
    ...reading,
    revision,
    counts,
    candidates: changed(reading.candidates, change.candidates, gone),
    measures: changed(reading.measures, change.measures, gone),
  };
}

/**
 * The target or measure to look at after a decision on one: the next open one after it, from the top again where there is
 * none.
 */
export function nextToDecide(reading: Reading, number: number): number | null {
  const entries = entriesOf(reading);
  const here = entries.findIndex((one) => one.number === number);
  const later = [...entries.slice(here + 1), ...entries.slice(0, Math.max(here, 0))];
  return later.find(({ state }) => state === 'open')?.number ?? (here >= 0 ? number : (entries[0]?.number ?? null));
}
