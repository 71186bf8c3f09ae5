import { assessTarget, judgeTarget } from '@dabiao/domain/assess';
import type { Assessment, YearValue } from '@dabiao/domain/assessment';
import type { Figure } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import { judgedSeries } from '@dabiao/domain/judged-series';
import { type Level, levelOf } from '@dabiao/domain/label';
import { pathPoints, pathValue } from '@dabiao/domain/path';
import { judgedDirection, type Target } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import { counting, findFigureVersions, type KeptVersion } from './figures.ts';
import { findTargetIndicators } from './indicators.ts';
import { inChunks } from './lists.ts';
import type { Db, Trx } from './open.ts';
import { findTargets, type TargetFilter } from './targets.ts';

/** The judged state of a target as of a year, with what a row of a list shows beside it. */
export interface JudgedState {
  assessment: Assessment;
  /** The judged value before the latest one. */
  previous: YearValue | null;
  /** The path in the year of the latest judged value. */
  pathNow: number | null;
}

/** Judges one target as of one year from the figures of its indicator and region. */
export function judge(target: Target, indicator: Indicator, figures: readonly Figure[], asOf: number): JudgedState {
  const assessment = assessTarget(target, indicator, figures, asOf);
  const { points, base } = judgedSeries(target, indicator, figures, asOf);
  const before = points.filter((point) => assessment.latest !== null && point.year < assessment.latest.year).at(-1);
  const path = pathPoints(target, assessment.base ?? base, judgedDirection(target, indicator));
  return {
    assessment,
    previous: before ? { year: before.year, value: before.value } : null,
    pathNow: assessment.latest ? pathValue(path, assessment.latest.year) : null,
  };
}

/** Verdicts of one target year by year, from the first year of its period to the as-of year or the last demand. */
export function verdictsByYear(
  target: Target,
  indicator: Indicator,
  figures: readonly Figure[],
  asOf: number,
): { year: number; verdict: Verdict }[] {
  const { from, to } = target.period;
  return Array.from({ length: Math.max(0, Math.min(asOf, to) - from + 1) }, (_, at) => {
    const year = from + at;
    return { year, verdict: judgeTarget(target, indicator, figures, year).verdict };
  });
}

/** The years that are judged and stored: from the first demand on, to this year or the last demand. */
export async function judgedYears(db: Db, thisYear: number): Promise<number[]> {
  const span = await db
    .selectFrom('target')
    .select(({ fn }) => [fn.min('period_from').as('from'), fn.max('period_to').as('to')])
    .executeTakeFirstOrThrow();
  if (span.from === null || span.to === null) return [];
  const [from, to] = [Number(span.from), Math.max(Number(span.to), thisYear)];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** A clearance, and the figures that count for its readers. */
interface Seen {
  clearance: Level;
  figures: KeptVersion[];
}

/** What readers see of the figures of one place: one entry for each clearance that sees others than the one below. */
function seenBy(versions: readonly KeptVersion[]): Seen[] {
  const levels = new Set<Level>([0, ...versions.map(({ label }) => levelOf(label))]);
  return [...levels].toSorted().map((clearance) => ({
    clearance,
    figures: counting(versions.filter(({ label }) => levelOf(label) <= clearance)),
  }));
}

/**
 * Judges the targets of `filter` anew for every judged year and stores the states, replacing the earlier ones.
 * A target is judged for each clearance with the figures that it lets a reader see.
 * @returns the ids of the targets whose stored states differ from before.
 */
export async function reassess(trx: Trx, filter: TargetFilter, thisYear: number): Promise<string[]> {
  const targets = await findTargets(trx, filter);
  const indicators = await findTargetIndicators(trx);
  const years = await judgedYears(trx, thisYear);
  const changed: string[] = [];
  for (const target of targets) {
    const indicator = indicators.get(target.indicator);
    if (!indicator) continue;
    const versions = await findFigureVersions(trx, { indicator: target.indicator, region: target.region });
    const rows = seenBy(versions).flatMap(({ clearance, figures }) =>
      years.map((year) => {
        const state = judge(target, indicator, figures, year);
        return { target: target.id, year, clearance, verdict: state.assessment.verdict, state: JSON.stringify(state) };
      }),
    );
    const before = await trx
      .selectFrom('assessment')
      .select(['year', 'state', 'clearance'])
      .where('target', '=', target.id)
      .orderBy('clearance')
      .orderBy('year')
      .execute();
    const same =
      before.length === rows.length &&
      before.every((row, at) => row.state === rows[at]?.state && row.clearance === rows[at].clearance);
    if (same) continue;
    changed.push(target.id);
    await trx.deleteFrom('assessment').where('target', '=', target.id).execute();
    if (rows.length > 0) await trx.insertInto('assessment').values(rows).execute();
  }
  return changed;
}

/** The stored states of the targets as of `year`, by target: of the highest clearance there; a target without one is absent. */
export async function findStates(db: Db, targets: readonly string[], year: number): Promise<Map<string, JudgedState>> {
  const found = new Map<string, JudgedState>();
  for (const chunk of inChunks(targets)) {
    const rows = await db
      .selectFrom('assessment')
      .select(['target', 'state'])
      .where('year', '=', year)
      .where('target', 'in', chunk)
      .orderBy('clearance')
      .execute();
    for (const row of rows) found.set(row.target, JSON.parse(row.state) as JudgedState);
  }
  return found;
}

/** Verdicts year by year up to `year`, by target. */
export async function findHistories(
  db: Db,
  targets: readonly string[],
  year: number,
): Promise<Map<string, { year: number; verdict: Verdict }[]>> {
  const found = new Map<string, { year: number; verdict: Verdict }[]>();
  for (const chunk of inChunks(targets)) {
    const rows = await db
      .selectFrom('assessment')
      .select(['target', 'year', 'verdict'])
      .where('year', '<=', year)
      .where('target', 'in', chunk)
      .orderBy('target')
      .orderBy('year')
      .orderBy('clearance')
      .execute();
    for (const { target, ...cell } of rows) {
      const list = found.get(target) ?? [];
      // Of the same year, the one of the highest clearance comes last and counts.
      if (list.at(-1)?.year === cell.year) list.pop();
      list.push(cell);
      found.set(target, list);
    }
  }
  return found;
}
