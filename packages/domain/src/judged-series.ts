import type { JudgedPoint, Reason, YearValue } from './assessment.ts';
import { roundTo, scale, subtract, sum } from './decimal.ts';
import type { CaveatKind, Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import type { Target } from './target.ts';

/** The judged value of each year (progress.md §1), first year first, and what a comparison starts from. */
export interface JudgedSeries {
  points: JudgedPoint[];
  /** Judged value of the baseline year; null where the target has no baseline or no value is known for it. */
  base: YearValue | null;
  /** Why points are missing or end before the figures do. */
  reason?: Reason;
}

/** Percentages and multiples that are computed here are shown with these decimals. */
const COMPUTED_DECIMALS = { percent: 1, multiple: 2 };

/** Decimals kept of a growth rate, which is a root and never exact; far below what is shown. */
const RATE_DECIMALS = 10;

/** Best to worst; a value made of several figures has the worst status among them. */
const STATUS_ORDER: readonly JudgedPoint['status'][] = ['final', 'revised', 'preliminary', 'estimated'];

const TURNED: Partial<Record<CaveatKind, CaveatKind>> = { at_least: 'at_most', at_most: 'at_least' };

/** Caveats of a result that falls as the figure rises: a lower bound of the one is an upper bound of the other. */
function turned(caveats: readonly CaveatKind[]): CaveatKind[] {
  return caveats.map((caveat) => TURNED[caveat] ?? caveat);
}

function toPoint({ year, value, decimals, status, caveats }: Figure): JudgedPoint {
  return { year, value, decimals, status, caveats: [...caveats] };
}

/** One point made of several: the worst status, every caveat once. */
function combined(year: number, value: number, decimals: number, parts: readonly JudgedPoint[]): JudgedPoint {
  const ranks = parts.map((part) => STATUS_ORDER.indexOf(part.status));
  const status = STATUS_ORDER[Math.max(0, ...ranks)] ?? 'final';
  return { year, value, decimals, status, caveats: [...new Set(parts.flatMap((part) => part.caveats))] };
}

/**
 * The figures that may be judged: of the target's indicator and region, not after `asOf`, one a year (the last given
 * counts), first year first. A flow of part of a year says nothing about the year and is left out.
 */
function usable(target: Target, indicator: Indicator, figures: readonly Figure[], asOf: number): JudgedPoint[] {
  const byYear = new Map<number, JudgedPoint>();
  for (const figure of figures) {
    const own = figure.indicator === target.indicator && figure.region === target.region;
    const partFlow = indicator.measure === 'flow' && figure.caveats.includes('part_year');
    if (own && !partFlow && figure.year <= asOf && Number.isFinite(figure.value)) {
      byYear.set(figure.year, toPoint(figure));
    }
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

/** The baseline as a point: the stated value (plain and final), else the figure of its year; undefined: not known. */
function baselinePoint(target: Target, points: readonly JudgedPoint[], year: number): JudgedPoint | undefined {
  const stated = target.baseline?.year === year ? target.baseline.value : null;
  if (stated !== null && Number.isFinite(stated)) {
    return { year, value: stated, decimals: 0, status: 'final', caveats: [] };
  }
  return points.find((point) => point.year === year);
}

function levelSeries(target: Target, points: JudgedPoint[]): JudgedSeries {
  if (!target.baseline) return { points, base: null };
  const base = baselinePoint(target, points, target.baseline.year);
  if (!base) return { points, base: null, reason: 'no_baseline_value' };
  return { points, base: { year: base.year, value: base.value } };
}

/** Sums of a flow from the first year of the period on; a missing year ends them. */
function cumulativeFlow(target: Target, points: readonly JudgedPoint[]): JudgedSeries {
  const within = points.filter((point) => point.year >= target.period.from && point.year <= target.period.to);
  const base = { year: target.period.from - 1, value: 0 };
  const made: JudgedPoint[] = [];
  for (const [index, point] of within.entries()) {
    if (point.year !== target.period.from + index) return { points: made, base, reason: 'missing_year' };
    const parts = within.slice(0, index + 1);
    const decimals = Math.max(...parts.map((part) => part.decimals));
    const value = sum(parts.map((part) => part.value));
    made.push({ ...combined(point.year, value, decimals, parts), from: target.period.from });
  }
  return { points: made, base };
}

type Derivation = (point: JudgedPoint, base: JudgedPoint) => JudgedPoint;

const increment: Derivation = (point, base) =>
  combined(point.year, subtract(point.value, base.value), Math.max(point.decimals, base.decimals), [
    point,
    { ...base, caveats: turned(base.caveats) },
  ]);

const growth: Derivation = (point, base) =>
  combined(point.year, scale(subtract(point.value, base.value), 100, base.value), COMPUTED_DECIMALS.percent, [
    point,
    { ...base, caveats: turned(base.caveats) },
  ]);

const reduction: Derivation = (point, base) =>
  combined(point.year, scale(subtract(base.value, point.value), 100, base.value), COMPUTED_DECIMALS.percent, [
    { ...point, caveats: turned(point.caveats) },
    base,
  ]);

const multiple: Derivation = (point, base) =>
  combined(point.year, scale(point.value, 1, base.value), COMPUTED_DECIMALS.multiple, [
    point,
    { ...base, caveats: turned(base.caveats) },
  ]);

const rate: Derivation = (point, base) => {
  const quotient = point.value / base.value;
  const value = (quotient ** (1 / (point.year - base.year)) - 1) * 100;
  return combined(
    point.year,
    Number.isFinite(value) ? roundTo(value, RATE_DECIMALS) : value,
    COMPUTED_DECIMALS.percent,
    [point, { ...base, caveats: turned(base.caveats) }],
  );
};

/** Points derived from the baseline by `derive`; `start` is the judged value of the baseline itself. */
function derivedSeries(
  points: readonly JudgedPoint[],
  base: JudgedPoint,
  derive: Derivation,
  start: number | null,
): JudgedSeries {
  const later = points.filter((point) => point.year > base.year).map((point) => derive(point, base));
  const finite = later.filter((point) => Number.isFinite(point.value));
  const series = { points: finite, base: start === null ? null : { year: base.year, value: start } };
  return finite.length === later.length ? series : { ...series, reason: 'not_finite' };
}

/**
 * Compound mean of a growth rate from the first year of the period to each year, for 年均 targets on indicators that
 * are rates themselves: (Π(1 + g_i))^(1/n) − 1. From a year without a figure on there is no mean; the rates of the
 * single years stand instead, and they show a pace but decide nothing (`decides`).
 */
function averagedRates(target: Target, points: readonly JudgedPoint[]): JudgedSeries {
  const within = points.filter((point) => point.year >= target.period.from);
  const known = within.findIndex((point, index) => point.year !== target.period.from + index);
  const averaged = within.slice(0, known < 0 ? within.length : known);
  const means = averaged.map((point, index) => (index === 0 ? point : meanRate(averaged.slice(0, index + 1))));
  const before = points.filter((point) => point.year < target.period.from);
  const series = { points: [...before, ...means, ...within.slice(averaged.length)], base: null };
  return averaged.length === within.length ? series : { ...series, reason: 'missing_year' };
}

function meanRate(parts: readonly JudgedPoint[]): JudgedPoint {
  const last = parts.at(-1) as JudgedPoint;
  const product = parts.reduce((total, { value }) => total * (1 + value / 100), 1);
  const value = (product ** (1 / parts.length) - 1) * 100;
  const decimals = Math.max(COMPUTED_DECIMALS.percent, ...parts.map((part) => part.decimals));
  const point = combined(last.year, roundTo(value, RATE_DECIMALS), decimals, parts);
  return { ...point, from: parts[0]?.year ?? last.year };
}

/** Growth of each year on the year before it (每年增长); a year without the one before gives no point. */
function yearlyGrowth(points: readonly JudgedPoint[]): JudgedSeries {
  const made = points.flatMap((point) => {
    const before = points.find((other) => other.year === point.year - 1);
    return before && before.value > 0 ? [growth(point, before)] : [];
  });
  return { points: made.filter((point) => Number.isFinite(point.value)), base: null };
}

const DERIVATIONS = {
  cumulative_increment: { derive: increment, start: 0 },
  growth_vs_baseline: { derive: growth, start: 0 },
  reduction_vs_baseline: { derive: reduction, start: 0 },
  multiple_of_baseline: { derive: multiple, start: 1 },
  growth_rate: { derive: rate, start: null },
} as const;

/** Kinds that count over the period start from the year before it where the text names no baseline. */
function baselineYear(target: Target): number | null {
  if (target.baseline) return target.baseline.year;
  const ofPeriod = target.kind === 'cumulative_increment' || target.kind === 'growth_rate';
  return ofPeriod ? target.period.from - 1 : null;
}

/**
 * From figures to the judged series (progress.md §1), in the judged unit of the target.
 * @param figures in the indicator's unit; those of other indicators or regions and those after `asOf` are ignored
 * @param asOf the year judged, its end
 */
export function judgedSeries(
  target: Target,
  indicator: Indicator,
  figures: readonly Figure[],
  asOf: number,
): JudgedSeries {
  const { kind } = target;
  if (kind === 'narrative') return { points: [], base: null, reason: 'narrative' };
  const points = usable(target, indicator, figures, asOf);
  if (kind === 'level' || kind === 'share') return levelSeries(target, points);
  if (kind === 'annual_flow') return { points, base: null };
  if (kind === 'growth_rate' && indicator.measure === 'rate') {
    const single = target.everyYear || points.some(({ value }) => value <= -100);
    return single ? { points, base: null } : averagedRates(target, points);
  }
  if (kind === 'growth_rate' && target.everyYear) return yearlyGrowth(points);
  if (kind === 'cumulative_increment' && indicator.measure === 'flow') return cumulativeFlow(target, points);
  const year = baselineYear(target);
  if (year === null) return { points: [], base: null, reason: 'no_baseline' };
  const base = baselinePoint(target, points, year);
  if (!base) return { points: [], base: null, reason: 'no_baseline_value' };
  // A quotient needs a base above 0: of 0 there is no growth, of a negative one the sign of the growth is false.
  if (kind !== 'cumulative_increment' && base.value <= 0) {
    return { points: [], base: null, reason: base.value === 0 ? 'not_finite' : 'opposite_signs' };
  }
  const { derive, start } = DERIVATIONS[kind];
  return derivedSeries(points, base, derive, start);
}
