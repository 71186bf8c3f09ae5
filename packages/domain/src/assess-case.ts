import type { Reason, YearValue } from './assessment.ts';
import { completionOf } from './assessment-measures.ts';
import { directionOnly } from './direction-only.ts';
import type { Direction } from './indicator.ts';
import { cannotJudge, judged, type MethodResult } from './method-result.ts';
import { requiredPace } from './required-pace.ts';
import { schedule } from './schedule.ts';
import type { Verdict } from './verdict.ts';

/** One case of `dabiao assess`. Any number may be missing or null: that is a reason, not an error. */
export interface AssessCase {
  method: 'required_pace' | 'direction_only' | 'schedule';
  direction: 'increase' | 'decrease';
  base_year?: number | null;
  base_value?: number | null;
  latest_year?: number | null;
  latest_value?: number | null;
  target_year?: number | null;
  target_value?: number | null;
  natural_limit?: number | null;
  /** 完成率 and 序时进度 in per cent. */
  completion?: number | null;
  schedule_share?: number | null;
}

/** The answer to one case; keys without a value are left out. */
export interface CaseResult {
  verdict: Verdict;
  ratio?: number;
  score?: number;
  lead?: number;
  reason?: Reason;
}

const NUMBER_KEYS = [
  'base_year',
  'base_value',
  'latest_year',
  'latest_value',
  'target_year',
  'target_value',
  'natural_limit',
  'completion',
  'schedule_share',
] as const;
type NumberKey = (typeof NUMBER_KEYS)[number];
type Numbers = Record<NumberKey, number | null>;

/** The numbers of a case; a text where a number belongs is never read as one. */
function readNumbers(input: Partial<Record<NumberKey, unknown>>): Numbers | 'invalid_case' | 'not_finite' {
  const read = {} as Numbers;
  for (const key of NUMBER_KEYS) {
    const value = input[key] ?? null;
    if (value !== null && typeof value !== 'number') return 'invalid_case';
    if (value !== null && !Number.isFinite(value)) return 'not_finite';
    read[key] = value;
  }
  return read;
}

function yearValue(year: number | null, value: number | null): YearValue | null {
  return year === null || value === null ? null : { year, value };
}

function paceCase(numbers: Numbers, direction: Direction): MethodResult {
  const { latest_value: latestValue, target_value: targetValue } = numbers;
  if (targetValue === null) return cannotJudge('target_without_value');
  if (latestValue === null) return cannotJudge(numbers.base_value === null ? 'no_figures' : 'too_few_figures');
  const base = yearValue(numbers.base_year, numbers.base_value);
  const latest = yearValue(numbers.latest_year, latestValue);
  const target = yearValue(numbers.target_year, targetValue);
  if (base && latest && target) return requiredPace({ base, latest, target, direction });
  const met = direction === 'more' ? latestValue >= targetValue : latestValue <= targetValue;
  if (met) return judged('achieved', { score: 5 });
  return cannotJudge(base && latest ? 'no_milestone_year' : 'too_few_figures');
}

function directionCase(numbers: Numbers, direction: Direction): MethodResult {
  const base = yearValue(numbers.base_year, numbers.base_value);
  const latest = yearValue(numbers.latest_year, numbers.latest_value);
  if (!base && !latest) return cannotJudge('no_figures');
  if (!base || !latest) return cannotJudge('too_few_figures');
  return directionOnly({ base, latest, direction, naturalLimit: numbers.natural_limit });
}

function scheduleCase(numbers: Numbers, direction: Direction): MethodResult {
  const { latest_value: latest, target_value: target } = numbers;
  const share = latest === null || target === null ? null : completionOf(latest, target, direction);
  const completion = numbers.completion ?? (share === null ? null : share * 100);
  if (completion !== null) return schedule({ completion, scheduleShare: numbers.schedule_share });
  if (latest === null) return cannotJudge('no_figures');
  return cannotJudge(target === null ? 'target_without_value' : 'not_finite');
}

const CASES = { required_pace: paceCase, direction_only: directionCase, schedule: scheduleCase } as const;
const DIRECTIONS = { increase: 'more', decrease: 'less' } as const;

/** The own value of `key` in `table`, so that "constructor" is no method. */
function own<T extends object>(table: T, key: unknown): T[keyof T] | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key as keyof T] : undefined;
}

function judgeCase(input: unknown): MethodResult {
  if (typeof input !== 'object' || input === null) return cannotJudge('invalid_case');
  const { method, direction, ...rest } = input as { method?: unknown; direction?: unknown };
  const [judge, better] = [own(CASES, method), own(DIRECTIONS, direction)];
  // A schedule of a stated completion has no direction to know.
  const unneeded = judge === scheduleCase && (direction === undefined || direction === null);
  if (!judge || (!better && !unneeded)) return cannotJudge('invalid_case');
  const numbers = readNumbers(rest);
  return typeof numbers === 'string' ? cannotJudge(numbers) : judge(numbers, better ?? 'more');
}

/**
 * Judges one case of `dabiao assess` by the same functions as the targets of a document.
 * @param input one element of the JSON array, of any shape: what is wrong with it becomes a reason, never an exception
 */
export function assessCase(input: unknown): CaseResult {
  const { verdict, ratio, score, lead, reason } = judgeCase(input);
  return {
    verdict,
    ...(ratio === null ? {} : { ratio }),
    ...(score === null ? {} : { score }),
    ...(lead === null ? {} : { lead }),
    ...(reason === null ? {} : { reason }),
  };
}
