import type { YearValue } from './assessment.ts';
import type { Direction } from './indicator.ts';
import { cannotJudge, judged, type MethodResult, reaches } from './method-result.ts';

/** Stands for a base or target of exactly 0, from which no growth rate can be computed (Statistics Canada). */
const ZERO_STAND_IN = 0.001;

export interface RequiredPaceInput {
  base: YearValue;
  latest: YearValue;
  target: YearValue;
  direction: Direction;
  /** Whether the latest value meets the target; by default ≥ when more is better, ≤ when less is. */
  met?: boolean;
}

/** Compound change a year from one value to another, 0.05 = 5 %; both values of one sign. */
function compoundRate(from: YearValue, to: YearValue): number {
  return (to.value / from.value) ** (1 / (to.year - from.year)) - 1;
}

/**
 * Compound change a year for showing, 0.05 = 5 %.
 * @returns null unless the start is above 0, the end not below 0 and later, and the result finite.
 */
export function compoundPace(from: YearValue, to: YearValue): number | null {
  if (!(from.value > 0 && to.value >= 0 && to.year > from.year)) return null;
  const pace = compoundRate(from, to);
  return Number.isFinite(pace) ? pace : null;
}

/**
 * Score of R, −5 … +5: two straight lines that meet at R = 0.6, cut off at ±5.
 * Source: Statistics Canada, Progress measurement methodology for the SDGs, figure 2.
 */
export function paceScore(ratio: number): number {
  const score = ratio > 0.6 ? 7.1429 * ratio - 4.2857 : 4.1667 * ratio - 2.5;
  return Math.min(5, Math.max(-5, score));
}

/** R = d·a/|r|, or the reason there is none. */
function paceRatio({ base, latest, target, direction }: RequiredPaceInput): number | MethodResult {
  if (latest.year <= base.year || target.year <= base.year) return cannotJudge('year_order');
  const [from, to] = [base.value || ZERO_STAND_IN, target.value || ZERO_STAND_IN];
  const signs = new Set([from, latest.value, to].filter((value) => value !== 0).map(Math.sign));
  if (signs.size > 1) return cannotJudge('opposite_signs');
  // All negative: a quotient of two of them grows as they move away from 0, so the desired direction turns with them.
  const turn = (direction === 'more' ? 1 : -1) * (from < 0 ? -1 : 1);
  const start = { year: base.year, value: from };
  const required = compoundRate(start, { year: target.year, value: to });
  if (required === 0) return cannotJudge('no_change_required');
  const ratio = (turn * compoundRate(start, latest)) / Math.abs(required);
  // `|| 0` makes −0 a plain 0.
  return Number.isFinite(ratio) ? ratio || 0 : cannotJudge('not_finite');
}

/**
 * Observed against required compound growth (progress.md §3; Eurostat, Sustainable development in the European
 * Union, annex; Statistics Canada's progress measurement methodology). A value that meets the target is `achieved`
 * with score 5, and R is given where it exists.
 */
export function requiredPace(input: RequiredPaceInput): MethodResult {
  const { base, latest, target, direction } = input;
  const numbers = [base, latest, target].flatMap((point) => [point.year, point.value]);
  if (!numbers.every(Number.isFinite)) return cannotJudge('not_finite');
  const met = input.met ?? (direction === 'more' ? latest.value >= target.value : latest.value <= target.value);
  const ratio = paceRatio(input);
  if (met) return judged('achieved', { ratio: typeof ratio === 'number' ? ratio : null, score: 5 });
  if (typeof ratio !== 'number') return ratio;
  const numbersOfIt = { ratio, score: paceScore(ratio) };
  if (reaches(ratio, 1.05)) return judged('ahead', numbersOfIt);
  if (reaches(ratio, 0.95)) return judged('on_track', numbersOfIt);
  if (reaches(ratio, 0.6)) return judged('lagging', numbersOfIt);
  return judged(ratio >= 0 ? 'far_behind' : 'reversing', numbersOfIt);
}
