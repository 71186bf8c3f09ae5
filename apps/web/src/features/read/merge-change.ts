import type { Reading, ReadingChange } from '@dabiao/contract/reading';

/** A reading after a decision: changed candidates in their place in the text, those that are gone left out. */
export function mergeChange(reading: Reading, change: ReadingChange): Reading {
  const touched = new Set([...change.gone, ...change.candidates.map(({ number }) => number)]);
  const candidates = [...reading.candidates.filter(({ number }) => !touched.has(number)), ...change.candidates];
  candidates.sort((a, b) => a.start - b.start || a.end - b.end || a.number - b.number);
  return { ...reading, revision: change.revision, counts: change.counts, candidates };
}

/**
 * The candidate to look at after a decision on one: itself where it was only edited, what came of it where it was split
 * or merged, otherwise the next open one after it (from the top again where there is none).
 */
export function nextToDecide(reading: Reading, number: number): number | null {
  const { candidates } = reading;
  const here = candidates.findIndex((one) => one.number === number);
  const later = [...candidates.slice(here + 1), ...candidates.slice(0, Math.max(here, 0))];
  return later.find(({ state }) => state === 'open')?.number ?? (here >= 0 ? number : (candidates[0]?.number ?? null));
}
