import type { Assessment } from '@dabiao/domain/assessment';
import { demandOf, meets } from '@dabiao/domain/comparator';
import type { Figure } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import { judgedSeries } from '@dabiao/domain/judged-series';
import { datedMilestones } from '@dabiao/domain/milestones';
import { pathPoints } from '@dabiao/domain/path';
import { DEFAULT_TOLERANCE, judgedDirection, judgedUnit, type Target } from '@dabiao/domain/target';
import type { ChartMilestone, ChartPoint, TrajectorySeries } from './trajectory-series.ts';

/**
 * What the trajectory chart shows of a target: its judged values (in the judged unit), milestones and path.
 * @param figures of the target's indicator and region, one a year; figures after the assessment's year are drawn in grey
 */
export function toTrajectorySeries(
  target: Target,
  indicator: Indicator,
  figures: readonly Figure[],
  assessment: Pick<Assessment, 'asOf' | 'base'>,
): TrajectorySeries {
  const direction = judgedDirection(target, indicator);
  const last = Math.max(assessment.asOf, ...figures.map(({ year }) => year));
  const points = judgedSeries(target, indicator, figures, last).points;
  return {
    indicator: indicator.name,
    unit: judgedUnit(target.kind, indicator),
    direction,
    points: points.map((point): ChartPoint => ({ ...point, note: noteOf(target, figures, point.year) })),
    milestones: datedMilestones(target).map((milestone): ChartMilestone => {
      const point = points.find(({ year }) => year === milestone.year);
      const met = point ? meets(demandOf(target, direction, milestone), point.value, point.decimals) : null;
      return { ...milestone, met };
    }),
    path: pathPoints(target, assessment.base, direction),
    tolerance: target.tolerance ?? DEFAULT_TOLERANCE,
    base: assessment.base,
    asOf: assessment.asOf,
  };
}

function noteOf(target: Target, figures: readonly Figure[], year: number): string | null {
  const own = figures.filter((each) => each.region === target.region && each.indicator === target.indicator);
  return own.findLast((each) => each.year === year)?.note ?? null;
}
