import type { Assessment, JudgedPoint, YearValue } from './assessment.ts';
import { contextPath, isChange, type JudgingContext, milestoneValue, pointMeets } from './assessment-context.ts';
import { scale, subtract } from './decimal.ts';
import type { Direction } from './indicator.ts';
import { type DatedMilestone, isYearly } from './milestones.ts';
import { pathValue } from './path.ts';
import { compoundPace } from './required-pace.ts';

type Measures = Pick<
  Assessment,
  | 'completion'
  | 'wayShare'
  | 'gapToPath'
  | 'gapToTarget'
  | 'observedPace'
  | 'requiredPace'
  | 'paceNeeded'
  | 'paceNeededUnits'
>;

function finite(value: number): number | null {
  return Number.isFinite(value) ? value || 0 : null;
}

/**
 * 完成率 v/T, inverse for targets to stay below; 1 = 100 %.
 * @returns null where v or T is negative or the divisor 0: the share of a negative amount says nothing.
 */
export function completionOf(value: number, target: number, direction: Direction): number | null {
  if (value < 0 || target < 0) return null;
  return finite(direction === 'more' ? value / target : target / value);
}

function wayShareOf(value: number, base: number, target: number): number | null {
  return finite(subtract(value, base) / subtract(target, base));
}

/**
 * The numbers beside the verdict (progress.md §2, §4), each null where it cannot be had.
 * @param latest the judged point; @param due what it is judged against; @param base what it started from
 */
export function measuresOf(
  context: JudgingContext,
  latest: JudgedPoint | null,
  due: DatedMilestone | null,
  base: YearValue | null,
): Measures {
  const path = latest ? pathValue(contextPath(context, base), latest.year) : null;
  const goal = due ? { year: due.year, value: milestoneValue(context, due) } : null;
  const since = base && latest && latest.year > base.year ? base : null;
  const paced = !isChange(context.target.kind);
  const measures: Measures = {
    completion: latest && goal ? completionOf(latest.value, goal.value, context.direction) : null,
    wayShare: latest && goal && since ? wayShareOf(latest.value, since.value, goal.value) : null,
    gapToPath: latest && path !== null ? finite(subtract(latest.value, path)) : null,
    gapToTarget: latest && goal ? finite(subtract(latest.value, goal.value)) : null,
    observedPace: paced && latest && since ? compoundPace(since, latest) : null,
    requiredPace: paced && base && goal ? compoundPace(base, goal) : null,
    paceNeeded: null,
    paceNeededUnits: null,
  };
  if (!latest || !goal || !due || context.target.kind === 'growth_rate' || isYearly(context.target)) return measures;
  if (goal.year <= latest.year || pointMeets(context, due, latest)) return measures;
  const units = scale(subtract(goal.value, latest.value), 1, goal.year - latest.year);
  return { ...measures, paceNeeded: paced ? compoundPace(latest, goal) : null, paceNeededUnits: finite(units) };
}
