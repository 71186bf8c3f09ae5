import type { YearValue } from './assessment.ts';
import type { Direction } from './indicator.ts';
import { cannotJudge, judged, type MethodResult, reaches } from './method-result.ts';

/** Stands for a base of exactly 0, from which no growth rate can be computed (Statistics Canada). */
const ZERO_STAND_IN = 0.001;

/** Exponent of the scaling factor of Statistics Canada's method. */
const LIMIT_EXPONENT = 4.44;

export interface DirectionOnlyInput {
  base: YearValue;
  latest: YearValue;
  direction: Direction;
  /** The limit the value cannot pass in the desired direction (100 for a share to raise); null: none. */
  naturalLimit: number | null;
}

/**
 * Factor C on the cuts, 0 … 1: near a natural limit less growth is possible, so less is asked.
 * Source: Statistics Canada, Progress measurement methodology for the SDGs, "natural limits"; sizes count, not signs.
 */
export function limitFactor(baseValue: number, naturalLimit: number | null): number {
  if (naturalLimit === null) return 1;
  const [base, limit] = [Math.abs(baseValue), Math.abs(naturalLimit)];
  if (base >= 2 * limit) return 1;
  const nearness = base <= limit ? base / limit : (2 * limit - base) / limit;
  return 1 - nearness ** LIMIT_EXPONENT;
}

/**
 * Direction of travel for targets without a value (提高, 持续下降): compound growth in the desired direction against
 * 1.5 %·C and 0.5 %·C (progress.md §3). No ratio and no score; `ahead` is not used.
 */
export function directionOnly({ base, latest, direction, naturalLimit }: DirectionOnlyInput): MethodResult {
  const numbers = [base.year, base.value, latest.year, latest.value, naturalLimit ?? 0];
  if (!numbers.every(Number.isFinite)) return cannotJudge('not_finite');
  if (latest.year <= base.year) return cannotJudge('year_order');
  const from = base.value || ZERO_STAND_IN;
  if (from * latest.value < 0) return cannotJudge('opposite_signs');
  const turn = (direction === 'more' ? 1 : -1) * (from < 0 ? -1 : 1);
  const growth = turn * ((latest.value / from) ** (1 / (latest.year - base.year)) - 1);
  if (!Number.isFinite(growth)) return cannotJudge('not_finite');
  if (growth < 0) return judged('reversing');
  const factor = limitFactor(base.value, naturalLimit);
  if (reaches(growth, 0.015 * factor)) return judged('on_track');
  return judged(reaches(growth, 0.005 * factor) ? 'lagging' : 'far_behind');
}
