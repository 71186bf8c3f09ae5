import type { YearValue } from '@dabiao/domain/assessment';
import { scale } from '@dabiao/domain/decimal';
import type { ChartTheme } from './theme.ts';
import type { Frame } from './trajectory-frame.ts';
import type { TrajectoryLabel } from './trajectory-labels.ts';
import type { ChartPoint, TrajectorySeries, TrajectorySettings } from './trajectory-series.ts';

/** What one drawing of a trajectory needs, passed down together. */
export interface Drawing {
  series: TrajectorySeries;
  settings: TrajectorySettings;
  frame: Frame;
  theme: ChartTheme;
  labels: TrajectoryLabel[];
}

/** A place in the chart library's terms: the year's category and the value in the axis' unit. */
export function at({ frame }: Drawing, { year, value }: YearValue): [string, number] {
  return [String(year), scale(value, 1, frame.axis.divisor)];
}

const OUT_OF_LINE = new Set(['part_year', 'at_least', 'at_most', 'scope']);

/** Whether a figure can be joined to its neighbours by a solid line: not of part of a year, not a bound. */
export function comparable(point: ChartPoint): boolean {
  return !point.caveats.some((caveat) => OUT_OF_LINE.has(caveat));
}
