import type { FigureVersion } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Target } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import { findHistories, findStates, type JudgedState, judge, verdictsByYear } from './assessments.ts';
import { findFigures } from './figures.ts';
import { findTargetIndicators } from './indicators.ts';
import type { Db } from './open.ts';

/** A target with all that is known of it as of a year. */
export interface JudgedTarget {
  target: Target;
  indicator: Indicator;
  state: JudgedState;
  history: { year: number; verdict: Verdict }[];
}

/** Judged anew with the figures known at a time, instead of from the stored states. */
async function judgeAsKnown(
  db: Db,
  targets: readonly Target[],
  year: number,
  knownAt: string,
): Promise<JudgedTarget[]> {
  const indicators = await findTargetIndicators(db);
  const figures = new Map<string, FigureVersion[]>();
  for (const figure of await findFigures(db, { indicators: [...indicators.keys()], knownAt })) {
    const key = `${figure.indicator} ${figure.region}`;
    const list = figures.get(key);
    if (list) list.push(figure);
    else figures.set(key, [figure]);
  }
  return targets.flatMap((target) => {
    const indicator = indicators.get(target.indicator);
    if (!indicator) return [];
    const own = figures.get(`${target.indicator} ${target.region}`) ?? [];
    const history = verdictsByYear(target, indicator, own, year);
    return [{ target, indicator, state: judge(target, indicator, own, year), history }];
  });
}

/**
 * The judged states of targets as of `year`, from the store; a year that is not stored is judged on the spot.
 * Targets keep their order; one whose indicator is gone is left out.
 * @param knownAt ISO 8601 UTC: judged with the figures recorded until then; absent: with those that count now
 */
export async function findJudgedTargets(
  db: Db,
  targets: readonly Target[],
  year: number,
  knownAt?: string,
): Promise<JudgedTarget[]> {
  if (knownAt !== undefined) return judgeAsKnown(db, targets, year, knownAt);
  const indicators = await findTargetIndicators(db);
  const ids = targets.map(({ id }) => id);
  const states = await findStates(db, ids, year);
  const histories = await findHistories(db, ids, year);
  const judged: JudgedTarget[] = [];
  for (const target of targets) {
    const indicator = indicators.get(target.indicator);
    if (!indicator) continue;
    const state =
      states.get(target.id) ??
      judge(target, indicator, await findFigures(db, { indicator: target.indicator, region: target.region }), year);
    const history = (histories.get(target.id) ?? []).filter(
      (cell) => cell.year >= target.period.from && cell.year <= target.period.to,
    );
    judged.push({ target, indicator, state, history });
  }
  return judged;
}
