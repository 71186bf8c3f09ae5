import type { LineSeriesOption } from 'echarts/charts';
import { breaksOf, breakX } from './trajectory-breaks.ts';
import { at, comparable, type Drawing } from './trajectory-drawing.ts';
import { pathByYear } from './trajectory-frame.ts';
import { type ChartPoint, latestOf } from './trajectory-series.ts';

/** The band between the path and what may be missing from it: an invisible line and the width stacked on it. */
export function band(drawing: Drawing): LineSeriesOption[] {
  const { series, frame, theme } = drawing;
  if (series.tolerance <= 0 || series.path.length < 2) return [];
  const path = pathByYear(series.path);
  // Where a forecast is drawn, its own band has the years to come.
  const end = series.forecast?.length ? (latestOf(series)?.year ?? series.asOf) : Number.POSITIVE_INFINITY;
  const edges = frame.years.map((year) => {
    const value = path.get(year);
    if (value === undefined || year > end) return null;
    const tolerated = value - (series.direction === 'more' ? 1 : -1) * Math.abs(value) * series.tolerance;
    return {
      low: Math.min(value, tolerated) / frame.axis.divisor,
      high: Math.max(value, tolerated) / frame.axis.divisor,
    };
  });
  const shared = {
    type: 'line',
    stack: 'band',
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    z: 1,
  } as const;
  return [
    { ...shared, id: 'band-from', data: edges.map((edge) => edge?.low ?? null) },
    {
      ...shared,
      id: 'band',
      data: edges.map((edge) => (edge ? edge.high - edge.low : null)),
      areaStyle: { color: theme.tint, opacity: 1 },
    },
  ];
}

/** The path through its milestones, with the line of the as-of year where that is labelled. */
export function pathLine({ series, frame, theme, labels }: Drawing): LineSeriesOption {
  const path = pathByYear(series.path);
  const past = labels.some(({ id }) => id === 'as-of');
  return {
    type: 'line',
    id: 'path',
    data: frame.years.map((year) => {
      const value = path.get(year);
      return value === undefined ? null : value / frame.axis.divisor;
    }),
    symbol: 'none',
    silent: true,
    lineStyle: { color: theme.soft, width: 1.2, type: 'solid' },
    z: 2,
    ...(past && {
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        label: { show: false },
        lineStyle: { color: theme.soft, width: 1, type: [1, 3] },
        data: [{ xAxis: String(series.asOf) }],
      },
    }),
  };
}

/** Solid between plain figures of following years, dashed to and from those that are something else. */
export function actualLines(drawing: Drawing): LineSeriesOption[] {
  const { series, frame, theme } = drawing;
  const byYear = new Map(series.points.map((point) => [point.year, point]));
  const line = (id: string, keep: (point: ChartPoint) => boolean, dash: number[] | 'solid'): LineSeriesOption => ({
    type: 'line',
    id,
    data: frame.years.map((year) => {
      const point = byYear.get(year);
      return point && keep(point) ? at(drawing, point)[1] : null;
    }),
    symbol: 'none',
    silent: true,
    connectNulls: false,
    lineStyle: { color: theme.accent, width: dash === 'solid' ? 2.5 : 1.5, type: dash },
    z: 3,
  });
  return [line('actual-other', () => true, [4, 4]), line('actual', comparable, 'solid')];
}

/** Milestones given as a range: a line from the lower to the upper end. */
export function ranges(drawing: Drawing): LineSeriesOption[] {
  return drawing.series.milestones.flatMap((milestone): LineSeriesOption[] => {
    if (milestone.valueMax == null) return [];
    const ends = [at(drawing, milestone), at(drawing, { year: milestone.year, value: milestone.valueMax })];
    return [
      {
        type: 'line',
        id: `range-${milestone.year}`,
        data: ends,
        symbol: 'none',
        silent: true,
        lineStyle: { color: drawing.theme.ink, width: 1.5 },
        z: 4,
      },
    ];
  });
}

/** A dashed upright line at each break; its words are placed with the other labels. */
export function breakLines({ series, frame, theme }: Drawing): LineSeriesOption[] {
  const breaks = breaksOf(series);
  if (breaks.length === 0) return [];
  const { y, height } = frame.plot;
  return [
    {
      type: 'line',
      id: 'breaks',
      data: [],
      silent: true,
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        label: { show: false },
        lineStyle: { color: theme.ink, width: 1, type: [5, 3] },
        data: breaks.map((each) => {
          const x = breakX(frame, each);
          return [
            { x, y },
            { x, y: y + height },
          ];
        }),
      },
    },
  ];
}
