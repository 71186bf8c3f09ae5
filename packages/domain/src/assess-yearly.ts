import type { JudgedPoint } from './assessment.ts';
import { decides, type Judgement, type JudgingContext, judgement, pointMeets } from './assessment-context.ts';
import { type DatedMilestone, demandInYear } from './milestones.ts';

interface YearState {
  demand: DatedMilestone;
  point: JudgedPoint | null;
  /** Null where the year has no figure, or one that may not decide. */
  met: boolean | null;
}

/** Every year of the period with a demand, not after the as-of year, each on its own. */
function yearStates(context: JudgingContext): YearState[] {
  const { target, series, asOf } = context;
  const states: YearState[] = [];
  for (let year = target.period.from; year <= Math.min(asOf, target.period.to); year += 1) {
    const demand = demandInYear(target, year);
    if (!demand) continue;
    const point = series.points.find((one) => one.year === year) ?? null;
    const met = point ? pointMeets(context, demand, point) : null;
    states.push({ demand, point, met: point && met !== null && decides(context, point, met) ? met : null });
  }
  return states;
}

/** Last year of the period that demands something. */
function lastDemanded({ target }: JudgingContext): number {
  for (let year = target.period.to; year >= target.period.from; year -= 1) {
    if (demandInYear(target, year)) return year;
  }
  return target.period.to;
}

/** The verdict over all years so far, once none of them is missed. */
function withoutMiss(context: JudgingContext, states: readonly YearState[]): Judgement {
  const { asOf } = context;
  const known = states.filter((state) => state.met !== null);
  const last = states.at(-1);
  const over = asOf >= lastDemanded(context);
  if (states.length > 0 && known.length === states.length) return judgement(over ? 'achieved' : 'on_track');
  if (asOf > lastDemanded(context)) return judgement('unassessable', { reason: 'no_figure_for_due_year' });
  if (last?.demand.year === asOf && last.met === null) return judgement('not_due', { reason: 'year_without_figure' });
  if (over) return judgement('unassessable', { reason: 'missing_year' });
  if (known.length > 0) return judgement('on_track');
  return judgement('not_due', { reason: 'year_without_figure' });
}

/**
 * Judges a demand that holds in every year on its own (每年…): a missed year is `missed`; all years met and the
 * period over, `achieved`; all known years met, `on_track`. `due` and `latest` are those of the year that decided:
 * the last missed year, else the last year with a figure; without a figure, `due` is the as-of year's demand.
 */
export function judgeYears(context: JudgingContext): Judgement {
  const states = yearStates(context);
  const used = states.flatMap((state) => (state.point ? [state.point] : []));
  const missed = states.filter((state) => state.met === false).at(-1);
  const found = missed ? judgement('missed') : withoutMiss(context, states);
  const shown = missed ?? states.filter((state) => state.point !== null).at(-1) ?? states.at(-1);
  const latest = shown?.point ?? context.series.points.at(-1) ?? null;
  return { ...found, latest, due: shown?.demand ?? null, used };
}
