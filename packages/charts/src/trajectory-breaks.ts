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
