import type { Assessment, JudgedPoint, Reason, YearValue } from './assessment.ts';
import { type Demand, demandOf, meets } from './comparator.ts';
import type { Direction, Indicator } from './indicator.ts';
import type { JudgedSeries } from './judged-series.ts';
import { type DatedMilestone, demandedValue } from './milestones.ts';
import { pathPoints } from './path.ts';
import type { Method, Target, TargetKind } from './target.ts';
import type { Verdict } from './verdict.ts';

/** Everything the judging of one target as of one year looks at. */
export interface JudgingContext {
  target: Target;
  indicator: Indicator;
  /** Better direction of the judged value. */
  direction: Direction;
  series: JudgedSeries;
  milestones: DatedMilestone[];
  asOf: number;
}

/**
 * Kinds whose judged value is a change already (it starts at 0 or is a rate): compound growth of it means nothing,
 * so the path judges and no compound pace is shown.
 */
const CHANGES: ReadonlySet<TargetKind> = new Set([
  'cumulative_increment',
  'growth_vs_baseline',
  'reduction_vs_baseline',
  'growth_rate',
]);

/** Whether the judged value of a kind is a change already. */
export function isChange(kind: TargetKind): boolean {
  return CHANGES.has(kind);
}

/** What was decided, before the numbers that go with it are filled in. */
export interface Judgement {
  verdict: Verdict;
  method: Method | null;
  reason: Reason | null;
  early: boolean;
  base: YearValue | null;
  latest: JudgedPoint | null;
  due: Assessment['due'];
  ratio: number | null;
  score: number | null;
  lead: number | null;
  /** Every point the verdict rests on, for status and caveats. */
  used: JudgedPoint[];
}

/** A judgement with everything unset but what is given. */
export function judgement(verdict: Verdict, rest: Partial<Omit<Judgement, 'verdict'>> = {}): Judgement {
  return {
    verdict,
    method: null,
    reason: null,
    early: false,
    base: null,
    latest: null,
    due: null,
    ratio: null,
    score: null,
    lead: null,
    used: [],
    ...rest,
  };
}

/** The demand of one milestone, in this context. */
export function contextDemand({ target, direction }: JudgingContext, milestone: DatedMilestone): Demand {
  return demandOf(target, direction, milestone);
}

/** Whether a judged point meets a milestone. */
export function pointMeets(context: JudgingContext, milestone: DatedMilestone, point: JudgedPoint): boolean {
  return meets(contextDemand(context, milestone), point.value, point.decimals);
}

/** The single value a milestone is measured by. */
export function milestoneValue({ target, direction }: JudgingContext, milestone: DatedMilestone): number {
  return demandedValue(milestone, target.comparator, direction);
}

/** The path of the target from `base` on. */
export function contextPath({ target, direction }: JudgingContext, base: YearValue | null): YearValue[] {
  return pathPoints(target, base, direction);
}

/** What the comparison starts from, with the point behind it where it is a figure. */
export interface ChosenBase {
  base: YearValue | null;
  point: JudgedPoint | null;
}

/**
 * The base (progress.md §3): the baseline, else the earliest judged value not before the year before the period and
 * before the latest one. A growth rate has none: it is a change already.
 */
export function chooseBase({ target, series }: JudgingContext, latest: JudgedPoint): ChosenBase {
  if (target.kind === 'growth_rate') return { base: null, point: null };
  const { base } = series;
  if (base) {
    const stated = target.baseline?.value ?? null;
    const point = stated === null ? series.points.find((one) => one.year === base.year) : undefined;
    return { base, point: point ?? null };
  }
  const first = series.points.find((point) => point.year >= target.period.from - 1 && point.year < latest.year);
  return first ? { base: { year: first.year, value: first.value }, point: first } : { base: null, point: null };
}

/** Reasons why the way from the base to the latest value says nothing. */
export const INCOMPARABLE: ReadonlySet<Reason | null> = new Set<Reason>(['base_is_bound', 'scope_differs']);

/**
 * Why a pace between the base and the latest value would mislead: from a bound (突破7000亿元) it can be anything,
 * and between two scopes it is no change at all. Null where they can be compared.
 */
export function incomparable({ point }: ChosenBase, latest: JudgedPoint): Reason | null {
  if (!point) return null;
  if (point.caveats.includes('at_least') || point.caveats.includes('at_most')) return 'base_is_bound';
  return point.caveats.includes('scope') === latest.caveats.includes('scope') ? null : 'scope_differs';
}

/**
 * Whether the point is the rate of a single year where a mean over the period is demanded (年均) and years before it
 * have no figure: it shows the pace, but the mean is not known.
 */
function isSingleYear({ target, indicator }: JudgingContext, point: JudgedPoint): boolean {
  const mean = target.kind === 'growth_rate' && indicator.measure === 'rate' && !target.everyYear;
  return mean && point.from === undefined && point.year !== target.period.from;
}

/**
 * Whether a point may decide between achieved and missed. Another scope never does, nor a rate of part of a year, nor
 * one of a single year where a mean is demanded; a stock or share of part of a year may show a target met, never missed; a bound decides only on the side it
 * bounds.
 */
export function decides(context: JudgingContext, point: JudgedPoint, met: boolean): boolean {
  const { direction, indicator } = context;
  const has = (caveat: JudgedPoint['caveats'][number]) => point.caveats.includes(caveat);
  if (has('scope') || isSingleYear(context, point)) return false;
  if (has('part_year') && (!met || indicator.measure === 'rate')) return false;
  const better = direction === 'more' ? 'at_least' : 'at_most';
  const worse = direction === 'more' ? 'at_most' : 'at_least';
  return met ? !has(worse) : !has(better);
}
