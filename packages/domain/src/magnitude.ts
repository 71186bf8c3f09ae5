/** How Chinese values are written: in a larger unit where that is exact, in their own unit, or in 万 or 亿. */
export const MAGNITUDES = ['auto', 'own', 'wan', 'yi'] as const;
export type Magnitude = (typeof MAGNITUDES)[number];

/** Units that no 万 or 亿 is put before. */
export const WITHOUT_MAGNITUDE: ReadonlySet<string> = new Set(['%', '‰', '个百分点', '百分点', '倍', '指数', '分']);

/** Longest first, so that 万亿 is not taken for 万. */
const PREFIXES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
];
const CHOSEN = { wan: ['万', 1e4], yi: ['亿', 1e8] } as const;

let inUse: Magnitude = 'auto';

/** Sets how values are written from now on: one reader's choice for the whole program, like its language. */
export function writeIn(magnitude: Magnitude): void {
  inUse = magnitude;
}

/** What was set last; `auto` where nothing was, as on a server, which answers all readers alike. */
export const magnitudeInUse = (): Magnitude => inUse;

/**
 * The unit that `largest`, a value of `unit`, is written in by the reader's choice, and what it is divided by: 亿元 in
 * 万 is 万元, divisor 0.0001. Less than one 万 or 亿 stays as it is, and so does what takes no such word (%, 倍, 元/人).
 */
export function chosenUnit(largest: number, unit: string): { unit: string; divisor: number } {
  if (inUse !== 'wan' && inUse !== 'yi') return { unit, divisor: 1 };
  if (WITHOUT_MAGNITUDE.has(unit) || unit.includes('/') || /^[十百千]/.test(unit)) return { unit, divisor: 1 };
  const [prefix, size] = PREFIXES.find(([word]) => unit.startsWith(word)) ?? ['', 1];
  const [word, wanted] = CHOSEN[inUse];
  if (Math.abs(largest) * size < wanted) return { unit, divisor: 1 };
  return { unit: `${word}${unit.slice(prefix.length)}`, divisor: wanted / size };
}
