import { multiply, subtract, sum } from './decimal.ts';
import type { Direction } from './indicator.ts';
import { cannotJudge, judged, type MethodResult } from './method-result.ts';
import { DEFAULT_TOLERANCE } from './target.ts';

/** Above the path by this share of it is `ahead`; at least this share of the way is `lagging`, less `far_behind`. */
const AHEAD = 0.05;
const LAGGING = 0.6;

export interface PathInput {
  value: number;
  /** The path in the year of the value, in the same unit. */
  path: number;
  /** What the path starts from; null where not known. */
  base: number | null;
  direction: Direction;
  /** Share of the path value within which the value still is on it. */
  tolerance?: number;
}

/** Share of the way from the base to the path; without a base on the near side of the path, of the path itself. */
function pathShare({ value, path, base, direction }: PathInput): number | null {
  const sign = direction === 'more' ? 1 : -1;
  let share: number;
  if (base !== null && sign * (path - base) > 0) share = subtract(value, base) / subtract(path, base);
  else if (path === 0 || Math.sign(value) * Math.sign(path) < 0) return null;
  // Below 0 the smaller size is the larger value, so the quotient turns with the sign.
  else share = sign * (path < 0 ? -1 : 1) > 0 ? value / path : path / value;
  return Number.isFinite(share) ? share || 0 : null;
}

/** `edge` shifted by a share of its size, to the better (+) or worse (−) side, in decimal. */
function shifted(edge: number, share: number, direction: Direction): number {
  const shift = multiply(Math.abs(edge), Math.abs(share));
  return (direction === 'more') === share > 0 ? sum([edge, shift]) : subtract(edge, shift);
}

/**
 * The value against the path of its year (progress.md §3). At least 5 % of the path value better than it: `ahead`;
 * not worse by more than the tolerance (2 %): `on_track`; worse than that: `reversing` where the value lies on the
 * wrong side of its base, else `lagging` from 60 % of the way from base to path (of the path itself where there is
 * no base on its near side), else `far_behind`. The ratio is that share; there is no score.
 */
export function pathMethod(input: PathInput): MethodResult {
  const { value, path, base, direction, tolerance = DEFAULT_TOLERANCE } = input;
  if (![value, path, base ?? 0, tolerance].every(Number.isFinite)) return cannotJudge('not_finite');
  const atLeast = (edge: number) => (direction === 'more' ? value >= edge : value <= edge);
  const ratio = pathShare(input);
  // A path at 0 has no 5 %: being on it is on_track.
  if (path !== 0 && atLeast(shifted(path, AHEAD, direction))) return judged('ahead', { ratio });
  if (atLeast(shifted(path, -tolerance, direction))) return judged('on_track', { ratio });
  if (base !== null && !atLeast(base)) return judged('reversing', { ratio });
  return judged(ratio !== null && ratio >= LAGGING ? 'lagging' : 'far_behind', { ratio });
}
