import { type JudgedPoint, REASON_WORDS } from './assessment.ts';
import { contextDemand, decides, isChange, type JudgingContext, pointMeets } from './assessment-context.ts';
import { meets } from './comparator.ts';
import { multiply, sum } from './decimal.ts';
import { type DatedMilestone, isYearly } from './milestones.ts';
import type { PaceSpan } from './pace-span.ts';

/** Why no year of attainment is given; stable codes. */
export const ATTAINMENT_REASONS = [
  'narrative',
  'target_without_value',
  'average_rate',
  'each_year',
  'no_figures',
  'undecided',
  'already_met',
  'no_pace',
  'no_change',
  'moving_away',
  'beyond_horizon',
] as const;
export type AttainmentReason = (typeof ATTAINMENT_REASONS)[number];

export const ATTAINMENT_REASON_WORDS: Record<AttainmentReason, { zh: string; en: string }> = {
  narrative: REASON_WORDS.narrative,
  target_without_value: REASON_WORDS.target_without_value,
  average_rate: { zh: '年均增速按整个时期计算', en: 'The demand is a mean over the whole period' },
  each_year: { zh: '目标各年单独考核', en: 'Each year is judged on its own' },
  no_figures: REASON_WORDS.no_figures,
  undecided: { zh: '最新数据不足以判定', en: 'The latest figure cannot decide' },
  already_met: { zh: '最新数据已达到目标', en: 'The latest figure meets the target' },
  no_pace: { zh: '缺起算数据', en: 'No figure to reckon the pace from' },
  no_change: { zh: '起算年份以来没有变化', en: 'No change since the base' },
  moving_away: { zh: '变化方向与目标相反', en: 'Moving away from the target' },
  beyond_horizon: { zh: '50年内达不到', en: 'Not within 50 years' },
};

/** When the last milestone is met at the present pace. */
export interface Attained {
  /** First year at whose end it is met. */
  year: number;
  /** Years after (+) or before (−) the year it is due. */
  late: number;
  /** Equal rates or equal amounts a year. */
  by: 'compound' | 'units';
}

export type Attainment = Attained | { reason: AttainmentReason };

const HORIZON = 50;

/** The value `years` after the latest figure; a power is taken at 12 digits, so that its rounding decides nothing. */
function carried(latest: JudgedPoint, by: Attained['by'], pace: number, years: number): number {
  if (by === 'units') return sum([latest.value, multiply(pace, years)]);
  return Number((latest.value * (1 + pace) ** years).toPrecision(12));
}

/** What stands in the way whatever the pace; null where nothing does. */
function obstacle(context: JudgingContext, latest: JudgedPoint | undefined): AttainmentReason | null {
  const { target, milestones } = context;
  const final = milestones.at(-1);
  if (target.kind === 'narrative') return 'narrative';
  if (!final) return 'target_without_value';
  if (isYearly(target)) return 'each_year';
  if (target.kind === 'growth_rate') return 'average_rate';
  if (!latest) return 'no_figures';
  if (!pointMeets(context, final, latest)) return null;
  return decides(context, latest, true) ? 'already_met' : 'undecided';
}

/** The first of the next years in which the demand is met. */
function firstYear(
  context: JudgingContext,
  final: DatedMilestone,
  latest: JudgedPoint,
  by: Attained['by'],
  pace: number,
): number | null {
  const demand = contextDemand(context, final);
  for (let years = 1; years <= HORIZON; years += 1) {
    const value = carried(latest, by, pace, years);
    // Moving the right way, what has left the numbers has passed the demand.
    if (!Number.isFinite(value) || meets(demand, value, latest.decimals)) return latest.year + years;
  }
  return null;
}

/**
 * The year in which the last milestone is met if the pace since the base goes on, as it is judged: at equal rates for
 * levels, by equal amounts for changes and where no rate can be had. The year may lie before the as-of year where the
 * latest figure is old.
 * @param since the pace from the base to the latest figure; null where there is none
 */
export function attainmentOf(context: JudgingContext, since: PaceSpan | null): Attainment {
  const latest = context.series.points.at(-1);
  const final = context.milestones.at(-1);
  const reason = obstacle(context, latest);
  if (reason || !latest || !final) return { reason: reason ?? 'no_figures' };
  const by = since && since.compound !== null && !isChange(context.target.kind) ? 'compound' : 'units';
  const pace = since?.[by] ?? null;
  if (pace === null) return { reason: 'no_pace' };
  if (pace === 0) return { reason: 'no_change' };
  if (pace > 0 !== (context.direction === 'more')) return { reason: 'moving_away' };
  const year = firstYear(context, final, latest, by, pace);
  return year === null ? { reason: 'beyond_horizon' } : { year, late: year - final.year, by };
}
