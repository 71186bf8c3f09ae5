import type { JudgedPoint, Reason } from './assessment.ts';
import {
  type ChosenBase,
  chooseBase,
  contextPath,
  decides,
  incomparable,
  isChange,
  type Judgement,
  type JudgingContext,
  judgement,
  milestoneValue,
  pointMeets,
} from './assessment-context.ts';
import { multiply, subtract } from './decimal.ts';
import { directionOnly } from './direction-only.ts';
import { cannotJudge, type MethodResult } from './method-result.ts';
import type { DatedMilestone } from './milestones.ts';
import { pathValue } from './path.ts';
import { pathMethod } from './path-method.ts';
import { requiredPace } from './required-pace.ts';
import { schedule } from './schedule.ts';
import { DEFAULT_SCHEDULE_CUTS, DEFAULT_TOLERANCE, type Method } from './target.ts';

/** Above an intermediate milestone by this share of it is `ahead`. */
const AHEAD = 0.05;

/** Three or more milestones in consecutive years: the text itself draws the path. */
function isStepwise(milestones: readonly DatedMilestone[]): boolean {
  const years = milestones.map((milestone) => milestone.year);
  return years.length >= 3 && years.every((year, index) => index === 0 || year === (years[index - 1] ?? 0) + 1);
}

/** The method that judges: the one the target names, else the one that fits its kind, milestones and figures. */
function chooseMethod({ target, series, milestones }: JudgingContext, { base }: ChosenBase): Method {
  if (milestones.length === 0) return 'direction_only';
  if (target.method) return target.method;
  if (isChange(target.kind) || isStepwise(milestones) || base?.value === 0) return 'path';
  const stated = target.baseline !== null && target.baseline.value !== null;
  const figures = series.points.filter((point) => point.year !== target.baseline?.year);
  return stated && figures.length === 1 ? 'path' : 'required_pace';
}

function byPath(
  context: JudgingContext,
  latest: JudgedPoint,
  base: ChosenBase['base'],
  tolerance = context.target.tolerance ?? DEFAULT_TOLERANCE,
) {
  if (base && latest.year <= base.year) return cannotJudge('too_few_figures');
  const path = pathValue(contextPath(context, base), latest.year);
  if (path === null) return cannotJudge(base ? 'year_order' : (context.series.reason ?? 'no_baseline'));
  // A rate has no base; below 0 where growth is demanded (above 0 where a decline is) it goes the wrong way.
  const sign = context.direction === 'more' ? 1 : -1;
  const start = context.target.kind === 'growth_rate' && sign * path > 0 ? 0 : null;
  return pathMethod({
    value: latest.value,
    path,
    base: base?.value ?? start,
    direction: context.direction,
    tolerance,
  });
}

/** 序时进度 with the path as the schedule: both as shares of the milestone, inverse for targets to stay below. */
function bySchedule(context: JudgingContext, latest: JudgedPoint, base: ChosenBase['base'], due: DatedMilestone) {
  const path = pathValue(contextPath(context, base), latest.year);
  const target = milestoneValue(context, due);
  const share = (value: number) => (context.direction === 'more' ? value / target : target / value) * 100;
  const { red } = context.target.scheduleCuts ?? DEFAULT_SCHEDULE_CUTS;
  return schedule({ completion: share(latest.value), scheduleShare: path === null ? null : share(path), redCut: red });
}

/** Runs one method on the latest point against `due`. */
function runMethod(
  context: JudgingContext,
  method: Method,
  latest: JudgedPoint,
  base: ChosenBase['base'],
  due: DatedMilestone | null,
): MethodResult {
  const { direction, indicator } = context;
  if (due && method === 'path') return byPath(context, latest, base);
  if (due && method === 'schedule') return bySchedule(context, latest, base, due);
  if (!base || latest.year <= base.year) return cannotJudge(base ? 'too_few_figures' : lackOfBase(context));
  if (!due || method === 'direction_only') {
    const naturalLimit = direction === 'more' ? indicator.naturalLimit : null;
    return directionOnly({ base, latest, direction, naturalLimit });
  }
  // Whether it is met is said by the target's own comparator, not by the method.
  const target = { year: due.year, value: milestoneValue(context, due) };
  return requiredPace({ base, latest, target, direction, met: false });
}

/** Why there is nothing to start from: one figure only, or figures that all lie before the period. */
function lackOfBase({ target, series }: JudgingContext): Reason {
  if (series.points.length < 2) return 'too_few_figures';
  return target.baseline ? 'no_baseline_value' : 'no_baseline';
}

/**
 * Met on the way: on track, or ahead where it is exceeded by 5 % of the milestone, or where it is met before its
 * year and the method says so.
 */
function metOnTheWay(
  context: JudgingContext,
  due: DatedMilestone,
  latest: JudgedPoint,
  result: MethodResult,
): 'ahead' | 'on_track' {
  if (latest.year < due.year && result.verdict === 'ahead') return 'ahead';
  const value = milestoneValue(context, due);
  const surplus = context.direction === 'more' ? subtract(latest.value, value) : subtract(value, latest.value);
  return value !== 0 && surplus >= multiply(Math.abs(value), AHEAD) ? 'ahead' : 'on_track';
}

interface Trial {
  chosen: ChosenBase;
  method: Method;
  result: MethodResult;
  shared: Partial<Judgement>;
}

/** The method's result on one point, and what a judgement takes from it whatever the verdict. */
function trial(context: JudgingContext, latest: JudgedPoint, due: DatedMilestone | null): Trial {
  const chosen = chooseBase(context, latest);
  const method = chooseMethod(context, chosen);
  const misleading = incomparable(chosen, latest);
  const result = misleading ? cannotJudge(misleading) : runMethod(context, method, latest, chosen.base, due);
  const used = chosen.point ? [chosen.point, latest] : [latest];
  const { ratio, score, lead } = result;
  const shared = { method, base: chosen.base, latest, due, ratio, score, lead, used };
  return { chosen, method, result, shared };
}

/** Score of a target that is met: 5 where the method scores at all. */
function metScore(method: Method): number | null {
  return method === 'required_pace' ? 5 : null;
}

/** The year of the last milestone has come: its figure decides; null where the method must still judge. */
function judgeDue(context: JudgingContext, final: DatedMilestone): Judgement | null {
  const { series, asOf } = context;
  const point = series.points.find((one) => one.year === final.year);
  if (!point && asOf === final.year) return null;
  const shown = point ?? series.points.at(-1);
  const { shared, method } = shown ? trial(context, shown, final) : { shared: {}, method: null };
  const undecided = judgement('unassessable', {
    ...shared,
    reason: series.reason === 'missing_year' ? 'missing_year' : 'no_figure_for_due_year',
    ratio: null,
    score: null,
    lead: null,
  });
  if (!point || !method) return undecided;
  const met = pointMeets(context, final, point);
  if (decides(context, point, met)) {
    const score = met ? metScore(method) : (shared.score ?? null);
    return judgement(met ? 'achieved' : 'missed', { ...shared, score });
  }
  const waits = asOf === final.year && !point.caveats.includes('scope') && point.caveats.includes('part_year');
  return waits ? null : undecided;
}

/** Before the last milestone is due, or in its year as long as that year's figure is not there. */
function judgeOnTheWay(context: JudgingContext, latest: JudgedPoint, final: DatedMilestone): Judgement {
  const { milestones, asOf, target } = context;
  const due = milestones.find((milestone) => milestone.year >= asOf) ?? final;
  const { chosen, method, result, shared } = trial(context, latest, due);
  // A growth rate is an average over the whole period, so it cannot be reached before its end.
  const mayBeEarly = target.kind !== 'growth_rate';
  if (mayBeEarly && pointMeets(context, final, latest) && decides(context, latest, true)) {
    return judgement('achieved', { ...shared, due: final, early: true, score: metScore(method) });
  }
  if (pointMeets(context, due, latest)) return judgement(metOnTheWay(context, due, latest, result), shared);
  if (due !== final && latest.year === due.year) {
    const from = chosen.base && chosen.base.year < latest.year ? chosen.base : null;
    const { verdict, ratio, reason } = byPath(context, latest, from, 0);
    return judgement(verdict, { ...shared, method: 'path', ratio, reason, score: null, lead: null });
  }
  // Complete by the plain ≥ of a method, but not by the target's own comparator (突破).
  const verdict = result.verdict === 'achieved' ? 'on_track' : result.verdict;
  return judgement(verdict, { ...shared, reason: result.reason });
}

/** Judges a target by its milestones (progress.md §3). */
export function judgeMilestones(context: JudgingContext): Judgement {
  const { series, milestones, asOf, target } = context;
  // Growth before the period says nothing about growth in it.
  const ofPeriod = (point: JudgedPoint) => target.kind !== 'growth_rate' || point.year >= target.period.from;
  const latest = series.points.filter(ofPeriod).at(-1);
  const final = milestones.at(-1);
  if (!latest) return judgement('unassessable', { reason: series.reason ?? 'no_figures', base: series.base });
  if (!final) {
    const { result, shared } = trial(context, latest, null);
    return judgement(result.verdict, { ...shared, reason: result.reason });
  }
  const decided = asOf >= final.year ? judgeDue(context, final) : null;
  return decided ?? judgeOnTheWay(context, latest, final);
}
