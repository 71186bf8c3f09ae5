import type { Assessment } from './assessment.ts';
import type { JudgingContext } from './assessment-context.ts';
import { type Attainment, attainmentOf } from './attainment.ts';
import type { Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { judgedSeries } from './judged-series.ts';
import { type DatedMilestone, datedMilestones } from './milestones.ts';
import { type Paces, pacesOf } from './pace-span.ts';
import { judgedDirection, type Target } from './target.ts';

/** What the figures so far say of the way ahead. */
export interface Outlook {
  paces: Paces;
  /** Pace needed from the latest figure to the milestone judged against; null where none is. */
  needed: { due: DatedMilestone; compound: number | null; units: number | null } | null;
  /** The last milestone, which `attainment` is of; null for targets without a value. */
  final: DatedMilestone | null;
  attainment: Attainment;
}

/**
 * Looking ahead from the figures so far (progress.md §4): the pace of the last year, of the last three and since the
 * base, the pace needed, and the year of attainment at the pace since the base. Pure; figures after `asOf` change
 * nothing.
 * @param figures in the indicator's unit; those of other indicators or regions are ignored
 * @param found the assessment of the target as of the same year, for what is needed
 */
export function outlookOf(
  target: Target,
  indicator: Indicator,
  figures: readonly Figure[],
  asOf: number,
  found: Pick<Assessment, 'due' | 'paceNeeded' | 'paceNeededUnits'>,
): Outlook {
  const context: JudgingContext = {
    target,
    indicator,
    direction: judgedDirection(target, indicator),
    series: judgedSeries(target, indicator, figures, asOf),
    milestones: datedMilestones(target),
    asOf,
  };
  const paces = pacesOf(context);
  const { due, paceNeeded: compound, paceNeededUnits: units } = found;
  return {
    paces,
    needed: due && (compound !== null || units !== null) ? { due, compound, units } : null,
    final: context.milestones.at(-1) ?? null,
    attainment: attainmentOf(context, paces.sinceBase),
  };
}
