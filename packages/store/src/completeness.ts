import type { FigureStatus } from '@dabiao/domain/figure';
import { NARRATIVE_INDICATOR } from '@dabiao/domain/indicator';
import type { Region } from '@dabiao/domain/region';
import { dueDateOf, findDueDates } from './due-dates.ts';
import { findFigures } from './figures.ts';
import { inChunks } from './lists.ts';
import type { Db } from './open.ts';
import { type SubmissionState, stillOpen } from './submissions.ts';

/** How far a figure has come, best first; `scheduled`: approved and waiting for its time. */
export const REPORTING_STATES = ['released', 'scheduled', 'in_review', 'draft', 'missing'] as const;
export type ReportingState = (typeof REPORTING_STATES)[number];

/** A figure that is needed: an indicator of a region in the year asked for. */
export interface ReportingCell {
  region: string;
  indicator: string;
  /** No target of the region itself needs it, but one of a region it is part of. */
  inherited: boolean;
  state: ReportingState;
  /** What is under way although a figure is released already. */
  pending: Exclude<ReportingState, 'released' | 'missing'> | null;
  /** Not released, and the last day is over. */
  overdue: boolean;
  dueOn: string | null;
  figure: { status: FigureStatus; version: number; recordedAt: string } | null;
  /** The open submission that has come farthest, and its maker's id. */
  submission: { id: string; maker: string; makerRegion: string | null } | null;
}

type Pending = NonNullable<ReportingCell['pending']>;

const PENDING: Record<Exclude<SubmissionState, 'withdrawn'>, Pending> = {
  draft: 'draft',
  // Back with its maker.
  returned: 'draft',
  submitted: 'in_review',
  approved: 'scheduled',
};

const cellKey = (region: string, indicator: string): string => `${region} ${indicator}`;

/** Regions with the regions they are part of, nearest first, themselves included. */
function lineOf(region: string, parents: ReadonlyMap<string, string | null>): string[] {
  const line: string[] = [];
  let at: string | null = region;
  while (at !== null && !line.includes(at)) {
    line.push(at);
    at = parents.get(at) ?? null;
  }
  return line;
}

/** The indicators that targets need in a year, by region: years of their period, and the year they are measured from. */
async function neededByRegion(db: Db, year: number): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom('target')
    .select(['region', 'indicator'])
    .distinct()
    .where('indicator', '!=', NARRATIVE_INDICATOR.id)
    .where((eb) =>
      eb.or([eb.and([eb('period_from', '<=', year), eb('period_to', '>=', year)]), eb('baseline_year', '=', year)]),
    )
    .execute();
  const needed = new Map<string, Set<string>>();
  for (const { region, indicator } of rows) {
    needed.set(region, (needed.get(region) ?? new Set<string>()).add(indicator));
  }
  return needed;
}

async function findPending(db: Db, regions: readonly string[], year: number) {
  const found = new Map<string, { state: Pending; id: string; maker: string; makerRegion: string | null }>();
  for (const chunk of inChunks(regions)) {
    const rows = await db
      .selectFrom('submission_figure')
      .innerJoin('submission', 'submission.id', 'submission_figure.submission')
      .innerJoin('user', 'user.id', 'submission.created_by')
      .select(['submission_figure.region', 'indicator', 'submission.state', 'submission.id'])
      .select(['submission.created_by as maker', 'user.region as makerRegion'])
      .where('year', '=', year)
      .where('submission_figure.region', 'in', chunk)
      .where('withdrawn', '=', 0)
      .where((eb) => stillOpen(eb))
      .orderBy('submission.id')
      .execute();
    for (const { region, indicator, state, id, maker, makerRegion } of rows) {
      if (state === 'withdrawn') continue;
      const known = found.get(cellKey(region, indicator));
      const next = { state: PENDING[state], id, maker, makerRegion };
      const farther = !known || REPORTING_STATES.indexOf(next.state) <= REPORTING_STATES.indexOf(known.state);
      if (farther) found.set(cellKey(region, indicator), next);
    }
  }
  return found;
}

async function findReleased(db: Db, regions: readonly string[], year: number) {
  const found = new Map<string, ReportingCell['figure'] & object>();
  for (const chunk of inChunks(regions)) {
    for (const figure of await findFigures(db, { regions: chunk, from: year, to: year })) {
      const { status, version, recordedAt } = figure;
      found.set(cellKey(figure.region, figure.indicator), { status, version, recordedAt });
    }
  }
  return found;
}

/**
 * Who has reported what of a year: for each region the indicators that its targets need, or those of the regions it is
 * part of, with how far each figure has come.
 * @param regions the regions asked for, in this order
 * @param all every region, to know what is part of what
 * @param today ISO date: a due date before it is over
 */
export async function findReporting(
  db: Db,
  { regions, all, year, today }: { regions: readonly string[]; all: readonly Region[]; year: number; today: string },
): Promise<ReportingCell[]> {
  const parents = new Map(all.map(({ code, parent }) => [code, parent]));
  const needed = await neededByRegion(db, year);
  const released = await findReleased(db, regions, year);
  const pending = await findPending(db, regions, year);
  const due = dueDateOf(await findDueDates(db, year));
  return regions.flatMap((region) => {
    const own = needed.get(region) ?? new Set<string>();
    const above = lineOf(region, parents).flatMap((code) => [...(needed.get(code) ?? [])]);
    return [...new Set([...own, ...above])].map((indicator): ReportingCell => {
      const figure = released.get(cellKey(region, indicator)) ?? null;
      const open = pending.get(cellKey(region, indicator));
      const dueOn = due(indicator, region);
      return {
        region,
        indicator,
        inherited: !own.has(indicator),
        state: figure ? 'released' : (open?.state ?? 'missing'),
        pending: figure ? (open?.state ?? null) : null,
        overdue: !figure && dueOn !== null && dueOn < today,
        dueOn,
        figure,
        submission: open ? { id: open.id, maker: open.maker, makerRegion: open.makerRegion } : null,
      };
    });
  });
}
