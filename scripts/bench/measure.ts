/** Times of many runs of one thing, in milliseconds. */
export interface Times {
  p50: number;
  p99: number;
}

/** The value below which `share` of the times lie, 0 … 1; nearest rank. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Median and 99th percentile. */
export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

/** Milliseconds that `work` takes once. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Times each of `works` `rounds` times, one after the other in every round, so that a machine that slows down for a
 * while slows all of them. The first tenth is for warming up and not counted.
 */
export async function timedInTurns<Name extends string>(
  works: Record<Name, () => unknown>,
  rounds: number,
): Promise<Record<Name, Times>> {
  const names = Object.keys(works) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const warming = Math.ceil(rounds / 10);
  for (let round = 0; round < rounds + warming; round += 1) {
    for (const name of names) {
      const took = await timed(works[name]);
      if (round >= warming) found[name].push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timesOf(found[name])])) as Record<Name, Times>;
}

/** A number for a column: three significant digits, plain. */
export const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
