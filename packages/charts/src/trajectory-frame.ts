import { scale } from '@dabiao/domain/decimal';
import { pathValue } from '@dabiao/domain/path';
import type { Box } from './label-layout.ts';
import { textWidth } from './text-width.ts';
import type { ChartForecast, TrajectorySeries, TrajectorySettings } from './trajectory-series.ts';
import { axisTicks, toValueAxis, type ValueAxis } from './value-axis.ts';

/** Where things are in the picture: the same arithmetic as the chart library's, so that labels can be placed. */
export interface Frame {
  width: number;
  height: number;
  /** Every year from the first to the last, in equal steps. */
  years: number[];
  axis: ValueAxis;
  plot: Box;
  fontSize: number;
  /** Centre of the year's step, in pixels. */
  x: (year: number) => number;
  /** Height of a value given in the series' unit, in pixels. */
  y: (value: number) => number;
}

const TOP = 40;
const BOTTOM = 26;
/** How much wider bold text is. */
const BOLD = 1.08;

/** From this width on, in pixels, the picture is for a very large screen: larger type, and height that goes along. */
const VERY_WIDE = 1400;

/** Height that goes with a width where none is given: about 2 : 1, between 220 and 420 pixels; more where very wide. */
export function heightFor(width: number): number {
  return Math.round(Math.max(220, Math.min(width * 0.5, Math.max(420, width * 0.3))));
}

/**
 * Lays out axes and margins.
 * @param endLabels lines of text that stand to the right of the last year; the margin is as wide as the widest.
 */
export function toFrame(series: TrajectorySeries, settings: TrajectorySettings, endLabels: readonly string[]): Frame {
  const { width, height = heightFor(width), lang, compact = false } = settings;
  const fontSize = compact ? 11 : width > VERY_WIDE ? 16 : 12;
  const years = yearsOf(series);
  const axis = toValueAxis(valuesOf(series), series.unit, lang);
  const left =
    Math.ceil(Math.max(...axisTicks(axis).map((tick) => textWidth(tick.toLocaleString('en'), fontSize)))) + 10;
  const right = Math.ceil(
    Math.min(width / 3, Math.max(0, ...endLabels.map((text) => textWidth(text, fontSize) * BOLD)) + 14),
  );
  const slot = (width - left - right) / years.length;
  // Half a step of the last year is free already.
  const spare = Math.max(8, Math.round(right - Math.max(0, slot / 2 - 4)));
  const plot = { x: left, y: TOP, width: width - left - spare, height: height - TOP - BOTTOM };
  const first = years[0] ?? 0;
  return {
    width,
    height,
    years,
    axis,
    plot,
    fontSize,
    x: (year) => plot.x + ((year - first + 0.5) * plot.width) / years.length,
    y: (value) =>
      plot.y + plot.height - ((scale(value, 1, axis.divisor) - axis.min) / (axis.max - axis.min)) * plot.height,
  };
}

function yearsOf(series: TrajectorySeries): number[] {
  const marked = [
    ...series.points,
    ...series.milestones,
    ...series.path,
    ...(series.forecast ?? []),
    ...(series.trial ? [series.trial] : []),
    ...(series.base ? [series.base] : []),
  ];
  const seen = marked.length > 0 ? marked.map(({ year }) => year) : [series.asOf];
  const [first, last] = [Math.min(...seen), Math.max(...seen)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function valuesOf(series: TrajectorySeries): number[] {
  const values = [...series.points, ...series.path, ...(series.base ? [series.base] : [])].map(({ value }) => value);
  for (const { value, valueMax } of series.milestones) values.push(value, valueMax ?? value);
  if (series.trial) values.push(series.trial.value);
  return withForecast(values.length > 0 ? values : [0], series.forecast ?? []);
}

/** How far an interval of a forecast may widen the axis, as a share of what the rest needs; beyond it is cut off. */
const FORECAST_ROOM = 0.6;

/** Few figures give intervals so wide that nothing else could be read: they get some room, not all they ask for. */
function withForecast(values: readonly number[], forecast: readonly ChartForecast[]): number[] {
  const all = [...values, ...forecast.map(({ value }) => value)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = (high - low || Math.abs(high)) * FORECAST_ROOM;
  const ends = forecast.flatMap(({ low80, high80 }) => [Math.max(low80, low - room), Math.min(high80, high + room)]);
  return [...all, ...ends];
}

/** The path at every year between its first and its last known one, by year. */
export function pathByYear(path: TrajectorySeries['path']): Map<number, number> {
  const known = [...path].sort((a, b) => a.year - b.year);
  const [first, last] = [known[0]?.year ?? 0, known.at(-1)?.year ?? -1];
  const byYear = new Map<number, number>();
  for (let year = first; year <= last; year += 1) {
    const value = pathValue(known, year);
    if (value !== null) byYear.set(year, value);
  }
  return byYear;
}
