import type { YearValue } from './assessment.ts';
import { roundTo, scale, subtract, sum } from './decimal.ts';
import type { Direction } from './indicator.ts';
import { datedMilestones, demandedValue, demandInYear, isYearly } from './milestones.ts';
import type { Target } from './target.ts';

/** Decimals kept of a point that is a power and never exact; far below what is shown. */
const GEOMETRIC_DECIMALS = 10;

/** The demand of every single year, for targets whose demand does not grow towards a year but holds throughout. */
function flatPoints(target: Target, direction: Direction): YearValue[] {
  const points: YearValue[] = [];
  const everyYear = target.everyYear || target.kind === 'growth_rate';
  for (let year = target.period.from; year <= target.period.to; year += 1) {
    const demand = demandInYear({ ...target, everyYear }, year);
    if (demand) points.push({ year, value: demandedValue(demand, target.comparator, direction) });
  }
  return points;
}

/** The years between two points at equal rates (geometric), where both have one sign; else nothing between them. */
function atEqualRates(from: YearValue, to: YearValue): YearValue[] {
  if (!(from.value * to.value > 0)) return [];
  const rate = (to.value / from.value) ** (1 / (to.year - from.year));
  return Array.from({ length: Math.max(0, to.year - from.year - 1) }, (_, at) => ({
    year: from.year + at + 1,
    value: roundTo(from.value * rate ** (at + 1), GEOMETRIC_DECIMALS),
  }));
}

/**
 * The points the path runs through, by year, in the judged unit: the base (where known) and the milestones; for
 * yearly demands and growth rates the demand of each year of the period. A path at equal rates has a point every year.
 * @param base what the comparison starts from, in the judged unit; left out when it is not before the first milestone
 */
export function pathPoints(target: Target, base: YearValue | null, direction: Direction = 'more'): YearValue[] {
  if (isYearly(target) || target.kind === 'growth_rate') return flatPoints(target, direction);
  const milestones = datedMilestones(target).map((milestone) => ({
    year: milestone.year,
    value: demandedValue(milestone, target.comparator, direction),
  }));
  const first = milestones[0];
  const points = base && first && base.year < first.year ? [{ ...base }, ...milestones] : milestones;
  if (target.pathShape === 'straight') return points;
  return points.flatMap((point, at) => {
    const before = points[at - 1];
    return before ? [...atEqualRates(before, point), point] : [point];
  });
}

/**
 * Value of the path at the end of `year`: straight between the two known points around it, in decimal.
 * @param points by year, first one first
 * @returns null outside the known points.
 */
export function pathValue(points: readonly YearValue[], year: number): number | null {
  const exact = points.find((point) => point.year === year);
  if (exact) return exact.value;
  const after = points.findIndex((point) => point.year > year);
  const [from, to] = [points[after - 1], points[after]];
  if (!from || !to) return null;
  return sum([from.value, scale(subtract(to.value, from.value), year - from.year, to.year - from.year)]);
}
