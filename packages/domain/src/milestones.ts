import type { Direction } from './indicator.ts';
import type { Comparator, Target } from './target.ts';

/** A milestone with its year settled: a text without a year is due in the last year of its period. */
export interface DatedMilestone {
  year: number;
  value: number;
  /** Upper end of a `range`, null otherwise. */
  valueMax: number | null;
}

/** The milestones of a target by year, first one first; a year that the text does not give is `period.to`. */
export function datedMilestones(target: Pick<Target, 'milestones' | 'period'>): DatedMilestone[] {
  return target.milestones
    .filter((milestone) => Number.isFinite(milestone.value))
    .map((milestone) => ({
      year: milestone.year ?? target.period.to,
      value: milestone.value,
      valueMax: milestone.valueMax ?? null,
    }))
    .sort((a, b) => a.year - b.year);
}

/** The value to reach: of a range its nearer end, the lower one when more is better, the upper one when less is. */
export function demandedValue(
  milestone: Pick<DatedMilestone, 'value' | 'valueMax'>,
  comparator: Comparator,
  direction: Direction,
): number {
  if (comparator === 'range' && direction === 'less') return milestone.valueMax ?? milestone.value;
  return milestone.value;
}

/** Whether each year stands on its own: 每年… in the text, or an annual flow. */
export function isYearly(target: Pick<Target, 'kind' | 'everyYear'>): boolean {
  return target.everyYear || target.kind === 'annual_flow';
}

/**
 * What a target that demands something of single years demands in `year`, due in that year.
 * With 每年 it is the milestone of the year, else the next one, else the last; an annual flow without 每年 demands
 * only in the years its milestones name (in every year where none is named).
 * @returns null outside the period and in years without a demand.
 */
export function demandInYear(
  target: Pick<Target, 'milestones' | 'period' | 'everyYear'>,
  year: number,
): DatedMilestone | null {
  if (year < target.period.from || year > target.period.to) return null;
  const milestones = datedMilestones(target);
  const own = milestones.find((milestone) => milestone.year === year);
  const everywhere = target.everyYear || target.milestones.every((milestone) => milestone.year === null);
  const found = own ?? (everywhere ? (milestones.find((one) => one.year > year) ?? milestones.at(-1)) : undefined);
  return found ? { ...found, year } : null;
}
