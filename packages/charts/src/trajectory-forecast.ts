import type { YearValue } from '@dabiao/domain/assessment';
import type { LineSeriesOption } from 'echarts/charts';
import { at, type Drawing } from './trajectory-drawing.ts';
import { type ChartForecast, latestOf } from './trajectory-series.ts';

/** The narrower interval lies on the wider one and is darker for it. */
const SHADES = { 95: 0.09, 80: 0.13 } as const;

/** The forecast by year, from what it was made from on: the latest figure, or the one tried out. */
function fromLatest({ series }: Drawing): Map<number, ChartForecast> {
  const latest = series.trial ?? latestOf(series);
  const start = latest && {
    year: latest.year,
    value: latest.value,
    low80: latest.value,
    high80: latest.value,
    low95: latest.value,
    high95: latest.value,
  };
  const points = [...(start ? [start] : []), ...(series.forecast ?? [])];
  return new Map(points.map((point) => [point.year, point]));
}

/** One interval: an invisible line along its lower end and its width stacked on it. */
function interval(drawing: Drawing, points: Map<number, ChartForecast>, share: 80 | 95): LineSeriesOption[] {
  const { frame, theme } = drawing;
  const ends = frame.years.map((year) => {
    const point = points.get(year);
    if (!point) return null;
    const [low, high] = share === 80 ? [point.low80, point.high80] : [point.low95, point.high95];
    return { low: low / frame.axis.divisor, width: (high - low) / frame.axis.divisor };
  });
  const shared = {
    type: 'line',
    stack: `forecast-${share}`,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    z: 1,
  } as const;
  return [
    { ...shared, id: `forecast-${share}-from`, data: ends.map((end) => end?.low ?? null) },
    {
      ...shared,
      id: `forecast-${share}`,
      data: ends.map((end) => end?.width ?? null),
      areaStyle: { color: theme.accent, opacity: SHADES[share] },
    },
  ];
}

/** The forecast: a dashed line from the latest figure on, the 95 % interval and on it the 80 % one. */
export function forecastLines(drawing: Drawing): LineSeriesOption[] {
  const { series, frame, theme } = drawing;
  if (!series.forecast || series.forecast.length === 0) return [];
  const points = fromLatest(drawing);
  return [
    ...interval(drawing, points, 95),
    ...interval(drawing, points, 80),
    {
      type: 'line',
      id: 'forecast',
      data: frame.years.map((year) => {
        const point = points.get(year);
        return point ? point.value / frame.axis.divisor : null;
      }),
      symbol: 'none',
      silent: true,
      lineStyle: { color: theme.accent, width: 1.5, type: [5, 4] },
      z: 3,
    },
  ];
}

/** A dotted line between two points. */
function dotted(drawing: Drawing, id: string, from: YearValue, to: YearValue, color: string): LineSeriesOption {
  return {
    type: 'line',
    id,
    data: [at(drawing, from), at(drawing, to)],
    symbol: 'none',
    silent: true,
    lineStyle: { color, width: 1.5, type: [1, 4] },
    z: 3,
  };
}

/** Dotted from the latest figure to the one tried out; without one, to the milestone it still has to reach. */
export function dottedLines(drawing: Drawing): LineSeriesOption[] {
  const { series, theme } = drawing;
  const latest = latestOf(series);
  if (series.trial) return latest ? [dotted(drawing, 'trial', latest, series.trial, theme.accent)] : [];
  return series.needed ? [dotted(drawing, 'needed', series.needed.from, series.needed.to, theme.ink)] : [];
}
