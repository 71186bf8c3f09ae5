import type { CaveatKind, Figure } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Target } from '@dabiao/domain/target';
import { type JudgedState, judge } from './assessments.ts';
import { breather } from './breathe.ts';
import { type ComparedRow, compareRows, hasMovedOn, isUnchanged } from './compare-rows.ts';
import { figureKey, findFigures } from './figures.ts';
import { findTargetIndicators } from './indicators.ts';
import { inChunks, readList } from './lists.ts';
import type { Db } from './open.ts';
import { type StoredSubmission, toStoredFigure } from './submissions.ts';
import { findTargets } from './targets.ts';

export const CHANGES = ['changed', 'withdrawn', 'status', 'new', 'unchanged'] as const;
/** What a row does to the published figure, what wants looking at first; `status`: the same value, another status. */
export type Change = (typeof CHANGES)[number];

/** What publishing a submission would do to the figures. */
export interface RowEffects {
  /** Rows by what they do. */
  counts: Record<Change, number>;
  /** Rows whose published figure is no longer the one that was compared. */
  movedOn: number;
  /** Rows in the order of what they do, then of the file. */
  rows: { change: Change; compared: ComparedRow }[];
}

function changeOf(compared: ComparedRow, corrects: boolean): Change {
  const { row, latest } = compared;
  if (isUnchanged(compared, corrects)) return 'unchanged';
  if (row.withdrawn === 1) return 'withdrawn';
  if (!latest || latest.withdrawn === 1) return 'new';
  return Number(latest.value) === Number(row.value) ? 'status' : 'changed';
}

/** What publishing a submission would do to each figure it holds. Nothing is stored. */
export async function findRowEffects(db: Db, submission: StoredSubmission): Promise<RowEffects> {
  const counts = { new: 0, changed: 0, status: 0, withdrawn: 0, unchanged: 0 };
  const byChange: Record<Change, ComparedRow[]> = { new: [], changed: [], status: [], withdrawn: [], unchanged: [] };
  let movedOn = 0;
  for await (const page of compareRows(db, submission.id)) {
    for (const compared of page) {
      const change = changeOf(compared, submission.kind === 'correction');
      counts[change] += 1;
      byChange[change].push(compared);
      if (hasMovedOn(compared)) movedOn += 1;
    }
  }
  const rows = CHANGES.flatMap((change) => byChange[change].map((compared) => ({ change, compared })));
  return { counts, movedOn, rows };
}

function candidate({ row, latest }: ComparedRow, corrects: boolean): Figure {
  const { value, decimals } = toStoredFigure(row);
  const { indicator, region, year, status } = row;
  const kept = corrects ? latest : null;
  return {
    indicator,
    region,
    year,
    value,
    decimals,
    status,
    caveats: readList<CaveatKind>(kept?.caveats ?? '[]'),
    note: kept?.note ?? null,
  };
}

/** A target with its judgement now and as it would be, for each year in which they differ and for the year asked for. */
export interface TargetEffect {
  target: Target;
  indicator: Indicator;
  changes: boolean;
  years: { year: number; before: JudgedState['assessment']; after: JudgedState['assessment'] }[];
}

function effectOn(
  target: Target,
  indicator: Indicator,
  figures: { before: readonly Figure[]; after: readonly Figure[] },
  asOf: { year: number; until: number },
): TargetEffect {
  const first = Math.min(target.period.from, asOf.year);
  const years = Array.from({ length: asOf.until - first + 1 }, (_, at) => first + at).map((year) => ({
    year,
    before: judge(target, indicator, figures.before, year).assessment,
    after: judge(target, indicator, figures.after, year).assessment,
  }));
  const shown = years.filter(({ year, before, after }) => year === asOf.year || before.verdict !== after.verdict);
  const changes = shown.some(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  return { target, indicator, changes, years: shown };
}

/**
 * What publishing a submission would do to the targets it touches: each judged from the figures published now and from
 * those that would be. Nothing is stored. Those that change come first.
 * @param asOf the year that is always shown, and the last one that may be
 */
export async function findTargetEffects(
  db: Db,
  submission: StoredSubmission,
  { rows }: RowEffects,
  asOf: { year: number; until: number },
): Promise<TargetEffect[]> {
  const corrects = submission.kind === 'correction';
  const byPlace = new Map<string, ComparedRow[]>();
  for (const { compared, change } of rows) {
    if (change === 'unchanged') continue;
    const place = `${compared.row.indicator} ${compared.row.region}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), compared]);
  }
  const regions = [...new Set(rows.map(({ compared }) => compared.row.region))];
  const indicators = await findTargetIndicators(db);
  const effects: TargetEffect[] = [];
  const breathe = breather();
  for (const chunk of inChunks(regions)) {
    for (const target of await findTargets(db, { regions: chunk })) {
      const changed = byPlace.get(`${target.indicator} ${target.region}`);
      const indicator = indicators.get(target.indicator);
      if (!changed || !indicator) continue;
      const before = await findFigures(db, { indicator: target.indicator, region: target.region });
      const published = new Map<string, Figure>(before.map((figure) => [figureKey(figure), figure]));
      for (const compared of changed) {
        if (compared.row.withdrawn === 1) published.delete(figureKey(compared.row));
        else published.set(figureKey(compared.row), candidate(compared, corrects));
      }
      const after = [...published.values()].toSorted((a, b) => a.year - b.year);
      effects.push(effectOn(target, indicator, { before, after }, asOf));
      await breathe();
    }
  }
  return [...effects.filter(({ changes }) => changes), ...effects.filter(({ changes }) => !changes)];
}
