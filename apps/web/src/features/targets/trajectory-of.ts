import type { ChartPoint, TrajectorySeries } from '@dabiao/charts/trajectory-series';
import type { TargetDetail } from '@dabiao/contract/target';
import { figureNotes } from './figure-notes.ts';
import type { Trial } from './trial.ts';

/** Whether there is anything to draw: a goal without a value and without figures has neither points nor milestones. */
export const drawable = ({ points, row }: Pick<TargetDetail, 'points' | 'row'>): boolean =>
  points.length > 0 || row.milestones.length > 0;

function forecastPart(forecast: Trial['forecast']): Pick<TrajectorySeries, 'forecast'> {
  return 'reason' in forecast ? {} : { forecast: forecast.points };
}

/** The way left, where the latest figure is on the worse side of its path and something is still needed. */
function neededPart({ assessment, direction }: TargetDetail['row']): Pick<TrajectorySeries, 'needed'> {
  const { latest, due, paceNeededUnits, gapToPath } = assessment;
  const behind = gapToPath !== null && (direction === 'more' ? gapToPath < 0 : gapToPath > 0);
  if (!latest || !due || paceNeededUnits === null || !behind) return {};
  return { needed: { from: { year: latest.year, value: latest.value }, to: { year: due.year, value: due.value } } };
}

/** Series of the trajectory chart of one target, with a figure that is tried out. */
export function trajectoryOf(detail: TargetDetail, trial: Trial | null = null): TrajectorySeries {
  const { row, points, path } = detail;
  const notes = figureNotes(detail.figures);
  const last = row.period.to;
  return {
    indicator: row.indicator.name,
    unit: row.judgedUnit,
    direction: row.direction,
    points: points.map((point): ChartPoint => ({ ...point, note: notes.get(point.year) ?? null })),
    milestones: row.milestones.map((milestone) => ({
      year: milestone.year ?? last,
      value: milestone.value,
      valueMax: milestone.valueMax ?? null,
    })),
    path,
    tolerance: row.tolerance,
    base: row.assessment.base,
    asOf: row.assessment.asOf,
    ...(trial?.point ? { trial: trial.point } : {}),
    ...forecastPart(trial ? trial.forecast : detail.forecast),
    ...neededPart(row),
  };
}
