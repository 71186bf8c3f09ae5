import type { JudgedPoint, YearValue } from '@dabiao/domain/assessment';
import type { Direction } from '@dabiao/domain/indicator';
import type { Lang } from '@dabiao/domain/number-text';
import type { ThemeName } from './theme.ts';

/** A judged point with the source's own words on its caveat (截至2024年9月), if any. */
export interface ChartPoint extends JudgedPoint {
  note?: string | null;
}

export interface ChartMilestone extends YearValue {
  /** Upper end of a range. */
  valueMax?: number | null;
  /** Whether it has been met; null or absent where not known yet. Met ones are drawn solid. */
  met?: boolean | null;
}

/** What a forecast says of one year, with its prediction intervals. */
export interface ChartForecast extends YearValue {
  low80: number;
  high80: number;
  low95: number;
  high95: number;
}

/** What the trajectory chart draws of one target. All values are in `unit`; a title is not part of it. */
export interface TrajectorySeries {
  indicator: string;
  unit: string;
  direction: Direction;
  /** At most one a year. A year without a point is a gap. */
  points: readonly ChartPoint[];
  milestones: readonly ChartMilestone[];
  /** The path at its known years; straight in between. Empty: no path is drawn. */
  path: readonly YearValue[];
  /** Share of the path's value by which a figure may fall short and still be on it, 0.02 = 2 %; 0: no band. */
  tolerance: number;
  /** What the target is measured from; drawn of its own where no point stands in its year. */
  base: YearValue | null;
  /** Points of later years are drawn in grey. */
  asOf: number;
  /** Dashed from the latest figure on, with its intervals; absent or empty: no forecast is drawn. */
  forecast?: readonly ChartForecast[];
  /** The way that is left from the latest figure to its milestone, for a target behind its path. */
  needed?: { from: YearValue; to: YearValue };
  /** A figure that somebody tries out: drawn as such, never joined to the published ones. */
  trial?: YearValue & { decimals: number };
}

/** The latest figure not after the as-of year; undefined where there is none. */
export function latestOf({ points, asOf }: TrajectorySeries): ChartPoint | undefined {
  return points.filter(({ year }) => year <= asOf).at(-1);
}

/** How it is drawn: pixels, theme, language; `compact` drops the lesser labels. */
export interface TrajectorySettings {
  lang: Lang;
  theme: ThemeName;
  width: number;
  height?: number;
  compact?: boolean;
}
