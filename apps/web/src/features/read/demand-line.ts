import type { ReadingCandidate } from '@dabiao/contract/reading';

/** A demand in one line, as `2026年 30万立方米`; the wording as written, otherwise the value with its unit. */
export function milestoneLine(
  { year, value, valueMax, wording }: ReadingCandidate['fields']['milestones'][number],
  unit: string,
): { year: number | null; amount: string } {
  const number = valueMax === undefined ? String(value) : `${value}—${valueMax}`;
  return { year, amount: wording || `${number}${unit}` };
}
