import { decimalsOf, multiply, roundTo, subtract, sum } from './decimal.ts';
import type { Direction } from './indicator.ts';
import { type DatedMilestone, demandedValue } from './milestones.ts';
import { type Comparator, DEFAULT_TOLERANCE, type Target } from './target.ts';

/** What a value is held against: the comparing word, the better direction and the demanded value. */
export interface Demand {
  comparator: Comparator;
  direction: Direction;
  /** Share of the demanded value by which `approx` may fall short; null: 0.02. */
  tolerance: number | null;
  value: number;
  valueMax: number | null;
}

/** The demand of one milestone of a target. `direction` is that of the judged value (`judgedDirection`). */
export function demandOf(
  target: Pick<Target, 'comparator' | 'tolerance'>,
  direction: Direction,
  milestone: Pick<DatedMilestone, 'value' | 'valueMax'>,
): Demand {
  const { comparator, tolerance } = target;
  return { comparator, direction, tolerance, value: milestone.value, valueMax: milestone.valueMax };
}

/** The value from which on the demand is met: T, less the tolerance of 左右, or the nearer end of a range. */
export function bar(demand: Demand): number {
  const value = demandedValue(demand, demand.comparator, demand.direction);
  if (demand.comparator !== 'approx') return value;
  const slack = multiply(Math.abs(value), demand.tolerance ?? DEFAULT_TOLERANCE);
  return demand.direction === 'more' ? subtract(value, slack) : sum([value, slack]);
}

/**
 * Whether `value` meets the demand (progress.md §1). Both are decimals of at most 15 digits, so comparing the
 * doubles compares the decimals. `eq` (全部, 为) is met at the demanded value or better, once `value` is rounded to
 * the digits it is printed with.
 * @param decimals printed decimals of the value, used for `eq` only
 */
export function meets(demand: Demand, value: number, decimals: number = decimalsOf(value)): boolean {
  const edge = bar(demand);
  switch (demand.comparator) {
    case 'gt':
      return value > edge;
    case 'gte':
      return value >= edge;
    case 'lt':
      return value < edge;
    case 'lte':
      return value <= edge;
    case 'eq': {
      const printed = roundTo(value, decimals);
      return demand.direction === 'more' ? printed >= edge : printed <= edge;
    }
    default:
      return demand.direction === 'more' ? value >= edge : value <= edge;
  }
}

/** Whether `value` lies above the upper end of a `range`; false for every other comparator. */
export function isOver(demand: Demand, value: number): boolean {
  return demand.comparator === 'range' && demand.valueMax !== null && value > demand.valueMax;
}
