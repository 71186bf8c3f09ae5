import type { JudgedPoint } from './assessment.ts';
import { bar, type Demand, demandOf, meets } from './comparator.ts';
import { multiply, subtract, sum } from './decimal.ts';
import type { CaveatKind, Figure } from './figure.ts';
import type { ForecastReason } from './forecast-reason.ts';
import type { Indicator } from './indicator.ts';
import { judgedSeries } from './judged-series.ts';
import { type DatedMilestone, datedMilestones } from './milestones.ts';
import { isNarrative, judgedDirection, type Target } from './target.ts';
import {
  fitSums,
  fitTrend,
  probabilityAbove,
  type Trend,
  type TrendPoint,
  type TrendScale,
  trendPoint,
} from './trend.ts';

/** The trend of a target's figures carried on to its last milestone. All values are in the judged unit. */
export interface Forecast {
  scale: TrendScale;
  /** How many figures it rests on, and the first and last year of them. */
  figures: number;
  first: number;
  last: number;
  /** Most decimals those figures were given in, for display. */
  decimals: number;
  freedom: number;
  /** Change a year in the scale: units, ln units (0.05 is about 5 % a year), or logits; of the amounts for sums. */
  slope: number;
  /** Every year after the latest figure up to that of the last milestone. */
  points: TrendPoint[];
  /** The last milestone, and the probability of meeting it, 0 … 1. */
  due: DatedMilestone;
  probability: number;
}

export interface NoForecast {
  reason: ForecastReason;
}

/** Fewer figures say too little about their scatter (progress.md §4). */
const LEAST_FIGURES = 4;

/** Years beyond which a straight line says nothing any more. */
const MOST_YEARS = 30;

/** A share nearer to its limits than this bends: its logit is extrapolated. */
const NEAR_LIMIT = 0.1;

/** Figures that are not the value of their year: a bound, a part of the year, something else. */
const UNUSABLE: readonly CaveatKind[] = ['at_least', 'at_most', 'part_year', 'scope'];

/** Figures that are not of the year's end or not of the same thing: the year still has no figure. */
const UNSETTLED: readonly CaveatKind[] = ['part_year', 'scope'];

function withoutCaveats(points: readonly JudgedPoint[], caveats: readonly CaveatKind[]): JudgedPoint[] {
  return points.filter((point) => !point.caveats.some((caveat) => caveats.includes(caveat)));
}

/** First year of the window: the baseline year, else the year before the period. */
function firstYear({ baseline, period }: Target): number {
  return baseline?.year ?? period.from - 1;
}

/** What stands in the way of a forecast before any figure is looked at. */
function obstacle(target: Target, final: DatedMilestone | undefined, asOf: number): ForecastReason | null {
  if (isNarrative(target)) return 'narrative';
  if (!final) return 'target_without_value';
  if (target.kind === 'growth_rate' && !target.everyYear) return 'average_rate';
  return final.year < asOf ? 'already_due' : null;
}

/** Amounts that stand or are made in the year, and multiples: they grow by rates. */
function isVolume({ kind }: Target, { measure }: Indicator): boolean {
  if (kind === 'multiple_of_baseline') return true;
  return (kind === 'level' || kind === 'annual_flow') && (measure === 'stock' || measure === 'flow');
}

function isShare({ kind }: Target, { measure }: Indicator): boolean {
  return kind === 'share' || ((kind === 'level' || kind === 'annual_flow') && measure === 'share');
}

function leavesLimits({ low95, high95 }: TrendPoint, limit: number): boolean {
  return low95 < 0 || high95 > limit;
}

/** Whether a share bends: it is near a limit, or its straight trend would leave the limits. */
function bends(used: readonly JudgedPoint[], plain: Trend, years: readonly number[], limit: number): boolean {
  const near = used.some(({ value }) => value < multiply(limit, NEAR_LIMIT) || value > multiply(limit, 1 - NEAR_LIMIT));
  return near || years.some((year) => leavesLimits(trendPoint(plain, year), limit));
}

/** The trend in the scale that fits what the values are (progress.md §4). */
function chooseTrend(
  target: Target,
  indicator: Indicator,
  used: readonly JudgedPoint[],
  years: readonly number[],
): Trend | ForecastReason {
  if (target.kind === 'cumulative_increment' && indicator.measure === 'flow') return fitSums(used) ?? 'not_finite';
  const limit = indicator.naturalLimit ?? 0;
  const log = isVolume(target, indicator) && used.every(({ value }) => value > 0);
  const trend = fitTrend(used, log ? 'log' : 'plain', limit);
  if (!trend) return 'not_finite';
  if (!isShare(target, indicator) || limit <= 0 || !bends(used, trend, years, limit)) return trend;
  if (used.some(({ value }) => value <= 0 || value >= limit)) return 'value_at_limit';
  return fitTrend(used, 'logit', limit) ?? 'not_finite';
}

/** Half of the last printed digit. */
function halfDigit(decimals: number): number {
  return Number(`5e-${decimals + 1}`);
}

/**
 * The value from which on the demand is met. What prints as a limit counts as one: a logit never reaches its limits.
 */
function edgeOf(demand: Demand, trend: Trend, decimals: number): number {
  const { direction } = demand;
  // 全部 is met by what rounds to it.
  const slack = demand.comparator === 'eq' ? halfDigit(decimals) : 0;
  const edge = direction === 'more' ? subtract(bar(demand), slack) : sum([bar(demand), slack]);
  if (trend.scale !== 'logit' || edge < 0 || edge > trend.limit) return edge;
  const half = halfDigit(decimals);
  return direction === 'more' ? Math.min(edge, subtract(trend.limit, half)) : Math.max(edge, half);
}

/** Probability of meeting the demand; after a perfect fit the value itself meets it or does not. */
function probabilityOf(demand: Demand, trend: Trend, due: TrendPoint, decimals: number): number {
  const above = probabilityAbove(trend, due.year, edgeOf(demand, trend, decimals));
  // The rounding of logarithms must not decide.
  if (above === null) return Number(meets(demand, Number(due.value.toPrecision(12)), decimals));
  return demand.direction === 'more' ? above : 1 - above;
}

function yearsBetween(after: number, to: number): number[] {
  return Array.from({ length: to - after }, (_, index) => after + 1 + index);
}

/** The forecast from figures that can be used; every number in it is finite. */
function carryOn(
  target: Target,
  indicator: Indicator,
  used: readonly JudgedPoint[],
  due: DatedMilestone,
  years: readonly number[],
): Forecast | NoForecast {
  const trend = chooseTrend(target, indicator, used, years);
  if (typeof trend === 'string') return { reason: trend };
  const points = years.map((year) => trendPoint(trend, year));
  const [first, last, end] = [used[0], used.at(-1), points.at(-1)];
  if (!first || !last || !end) return { reason: 'too_few_values' };
  const decimals = Math.max(...used.map((point) => point.decimals));
  const demand = demandOf(target, judgedDirection(target, indicator), due);
  const probability = probabilityOf(demand, trend, end, decimals);
  const { scale, freedom, slope } = trend;
  const numbers = [slope, probability, ...points.flatMap((point) => Object.values(point))];
  if (!numbers.every(Number.isFinite)) return { reason: 'not_finite' };
  const rests = { figures: used.length, first: first.year, last: last.year, decimals };
  return { scale, ...rests, freedom, slope, points, due, probability };
}

/**
 * Extrapolates the judged values of a target to its last milestone by ordinary least squares on the year, with 80 %
 * and 95 % prediction intervals, and gives the probability of meeting the milestone (progress.md §4).
 *
 * The logarithm is extrapolated for volumes above 0, the logit for shares near their natural limit or bound to leave
 * it, the value itself for everything else; of running sums of a flow the yearly amounts are extrapolated and summed. Only figures from the baseline year on (the year before the period where
 * there is no baseline) and not after `asOf` count, at least four; bounds, parts of a year and other scopes are left
 * out, expected and approximate figures are not, and a baseline value that only the text gives is no figure.
 * @param figures in the indicator's unit; those of other indicators or regions are ignored
 * @returns values in the judged unit, or why there is no forecast
 */
export function forecastOf(
  target: Target,
  indicator: Indicator,
  figures: readonly Figure[],
  asOf: number,
): Forecast | NoForecast {
  const final = datedMilestones(target).at(-1);
  const reason = obstacle(target, final, asOf);
  if (reason || !final) return { reason: reason ?? 'target_without_value' };
  const window = figures.filter(({ year }) => year >= firstYear(target));
  const { points } = judgedSeries(target, indicator, window, asOf);
  const latest = withoutCaveats(points, UNSETTLED).at(-1);
  if (latest && final.year <= latest.year) return { reason: 'already_due' };
  const used = withoutCaveats(points, UNUSABLE);
  if (!latest || used.length < LEAST_FIGURES) return { reason: 'too_few_values' };
  const years = final.year - latest.year;
  if (years > MOST_YEARS) return { reason: 'too_far' };
  return carryOn(target, indicator, used, final, yearsBetween(latest.year, final.year));
}
