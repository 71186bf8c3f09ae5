import { multiply, scale } from '@dabiao/domain/decimal';
import { chosenUnit, magnitudeInUse } from '@dabiao/domain/magnitude';
import type { Lang } from '@dabiao/domain/number-text';
import { formatNumber, formatValue, unitBehind } from '@dabiao/domain/number-text';
import { isShortUnit } from './value-label.ts';

/** A value axis in display units: ticks at min, min + step … max. */
export interface ValueAxis {
  min: number;
  max: number;
  step: number;
  /** Values are divided by this before they are drawn: 10000 where the axis counts in 万. */
  divisor: number;
  /** What stands at the top of the axis: 万个, %. */
  unit: string;
  /** True where the axis does not start at 0; it then says so. */
  cut: boolean;
}

const STEPS = [1, 2, 5];
const MAX_INTERVALS = 5;

/**
 * The axis for `values` (in `unit`, at least one). It starts at 0 unless all values lie in the upper half of their
 * range, where a line from 0 would hide the change; a share is not drawn beyond 100.
 */
export function toValueAxis(values: readonly number[], unit: string, lang: Lang): ValueAxis {
  const { unit: shownUnit, divisor } = axisUnit(values, unit, lang);
  const shown = values.map((value) => scale(value, 1, divisor));
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const cut = low > 0 && high > low && low > high / 2;
  const from = cut ? low - (high - low) * 0.25 : Math.min(0, low);
  const to = high > from ? high + (high - from) * 0.06 : from + 1;
  const limit = unit === '%' && high <= 100 ? 100 : Number.POSITIVE_INFINITY;
  const step = niceStep(to - from);
  const min = multiply(Math.floor(from / step), step);
  const max = Math.min(multiply(Math.ceil(to / step), step), limit);
  return {
    min,
    max: max > min ? max : min + step,
    step,
    divisor,
    unit: shownUnit,
    cut: min > 0,
  };
}

/** Values from here on are counted in a larger unit, as `formatValue` writes them. */
const LIFT_FROM = 1e5;

/** The unit the axis counts in and how many of the values' unit it is. */
function axisUnit(values: readonly number[], unit: string, lang: Lang): { unit: string; divisor: number } {
  if (lang === 'en') return englishUnit(unit);
  const largest = Math.max(...values.map(Math.abs));
  if (magnitudeInUse() !== 'auto')
    return isShortUnit(unit) ? withoutIndex(chosenUnit(largest, unit)) : withoutIndex({ unit, divisor: 1 });
  const liftable = isShortUnit(unit) && formatValue(1e12, 0, unit, 'zh') !== `${formatNumber(1e12, 0)}${unit}`;
  if (!liftable || largest < LIFT_FROM) return { unit: unit === '指数' ? '' : unit, divisor: 1 };
  if (unit.startsWith('亿')) return { unit: `万${unit}`, divisor: 1e4 };
  if (unit.startsWith('万')) return { unit: `亿${unit.slice(1)}`, divisor: 1e4 };
  return largest >= 1e9 ? { unit: `亿${unit}`, divisor: 1e8 } : { unit: `万${unit}`, divisor: 1e4 };
}

/** An index has no unit to show. */
const withoutIndex = ({ unit, divisor }: { unit: string; divisor: number }) => ({
  unit: unit === '指数' ? '' : unit,
  divisor,
});

/** English has no 亿 and no 万: 亿元 are counted in billions, 万人 in people. */
function englishUnit(unit: string): { unit: string; divisor: number } {
  const words = unitBehind(unit, 'en');
  if (unit.includes('/') || unit.startsWith('万亿')) return { unit: words, divisor: 1 };
  if (unit.startsWith('亿')) return { unit: words, divisor: 10 };
  return { unit: words, divisor: unit.startsWith('万') ? 1e-4 : 1 };
}

function niceStep(span: number): number {
  const rough = span / MAX_INTERVALS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [...STEPS, 10].find((candidate) => candidate * power >= rough * 0.9999) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/** The ticks as numbers, both ends included. */
export function axisTicks({ min, max, step }: ValueAxis): number[] {
  const count = Math.floor((max - min) / step + 1e-6);
  return Array.from({ length: count + 1 }, (_, index) => Number((min + index * step).toPrecision(12)));
}
