import { Overview, OverviewQuery } from '@dabiao/contract/overview';
import type { TargetRow } from '@dabiao/contract/target';
import { attentionOrder } from '@dabiao/domain/overview';
import { regionAndBelow } from '@dabiao/domain/region';
import { findDocuments } from '@dabiao/store/documents';
import { findRegions } from '@dabiao/store/regions';
import { findTargets } from '@dabiao/store/targets';
import { readAsOf } from '../as-of.ts';
import { askableYears } from '../askable-years.ts';
import { movedTargets } from '../moved-targets.ts';
import { Problem } from '../problem.ts';
import { groupOf, standingAlone, summarize, targetRows, verdictCounts } from '../target-rows.ts';
import type { Routes } from './routes.ts';

const LISTED = 10;

function dueDates(rows: readonly TargetRow[], from: number): { year: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const year of rows.flatMap(({ milestones }) => milestones.map((milestone) => milestone.year))) {
    if (year !== null && year >= from) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => a.year - b.year);
}

export const overviewRoutes: Routes = (app, deps) => {
  app.get('/overview', { schema: { querystring: OverviewQuery, response: { 200: Overview } } }, async (request) => {
    const db = deps.store.read;
    const asOf = readAsOf(request.query, deps);
    const { year } = asOf;
    const regions = await findRegions(db);
    const { region } = request.query;
    if (region !== undefined && !regions.some(({ code }) => code === region)) throw new Problem('not_found');
    const within = region === undefined ? null : regionAndBelow(region, regions);
    const targets = await findTargets(db, within ? { regions: [...within] } : {});
    const rows = await targetRows(db, targets, asOf);
    const counted = standingAlone(rows);
    const { moved, movedSince } = await movedTargets(deps, targets, counted, asOf);
    const documents = (await findDocuments(db)).filter((document) => within === null || within.has(document.region));
    return {
      year,
      years: await askableYears(deps),
      region: region ?? null,
      regions: regions.map(({ code, name, parent }) => ({ code, name, parent })),
      total: counted.length,
      counts: verdictCounts(counted),
      ...groupOf(counted),
      documents: documents.map((document) => summarize(document, rows, regions)),
      attention: attentionOrder(counted, ({ assessment }) => assessment).slice(0, LISTED),
      movedSince,
      moved: moved.slice(0, LISTED),
      dueDates: dueDates(counted, year),
    };
  });
};
