import type { LineSeriesOption } from 'echarts/charts';
import type { Drawing } from './trajectory-drawing.ts';
import type { Frame } from './trajectory-frame.ts';
import type { ChartPoint, TrajectorySeries } from './trajectory-series.ts';

/** Years between which what is counted changes. */
export interface SeriesBreak {
  before: number;
  after: number;
}

const otherScope = (point: ChartPoint | undefined): boolean => point?.caveats.includes('scope') ?? false;

/** Where a figure of another scope stands beside one of the usual scope; `points` by year. */
export function breaksOf({ points }: Pick<TrajectorySeries, 'points'>): SeriesBreak[] {
  return points.slice(1).flatMap((point, index) => {
    const before = points[index];
    return before && otherScope(before) !== otherScope(point) ? [{ before: before.year, after: point.year }] : [];
  });
}

/** Where the mark of a break stands: in the middle between its years, in pixels. */
export const breakX = (frame: Frame, { before, after }: SeriesBreak): number =>
  Math.round((frame.x(before) + frame.x(after)) / 2);

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
