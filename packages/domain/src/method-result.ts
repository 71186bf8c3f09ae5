import type { Reason } from './assessment.ts';
import type { Verdict } from './verdict.ts';

/** What a method of progress.md §3 says. Numbers are finite or null; `reason` is set where it cannot say. */
export interface MethodResult {
  verdict: Verdict;
  /** R of `required_pace`; share of the way to the path (or of the path) of `path`. */
  ratio: number | null;
  /** −5 … +5, of `required_pace` only. */
  score: number | null;
  /** 百分点 before (+) or behind (−) the schedule, of `schedule` only. */
  lead: number | null;
  reason: Reason | null;
}

/** The result of a method that gives a verdict. */
export function judged(
  verdict: Verdict,
  numbers: Partial<Omit<MethodResult, 'verdict' | 'reason'>> = {},
): MethodResult {
  return { verdict, ratio: null, score: null, lead: null, reason: null, ...numbers };
}

/** The result of a method that cannot judge, with the reason. */
export function cannotJudge(reason: Reason): MethodResult {
  return { verdict: 'unassessable', ratio: null, score: null, lead: null, reason };
}

/**
 * `value >= cut` for values that come out of powers of doubles: 1.015 ^ 1 − 1 must reach the cut of 1.5 %.
 * The slack is far below anything a figure of 15 digits can express in these ratios.
 */
export function reaches(value: number, cut: number): boolean {
  return value >= cut - 1e-9;
}
