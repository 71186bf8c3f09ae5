import type { Candidate } from './reading.ts';

/**
 * How sure a reading is, 0 … 1: from 0.95 down for every thing that the sentence does not say itself. The steps are
 * ours; they order a list for a person and claim no more.
 */
export function confidenceOf(
  candidate: Pick<Candidate, 'milestones' | 'qualifier' | 'indicator' | 'kind' | 'everyYear'>,
): number {
  const { milestones, qualifier, indicator, everyYear } = candidate;
  let sure = 0.95;
  if (milestones.some(({ yearInferred }) => yearInferred)) sure -= 0.1;
  if (!everyYear && milestones.some(({ year }) => year === null)) sure -= 0.15;
  if (qualifier === null) sure -= 0.1;
  if (indicator.length < 3 || indicator.length > 36) sure -= 0.15;
  return Math.round(Math.max(0.2, sure) * 100) / 100;
}
