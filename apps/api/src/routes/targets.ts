import { AsOf } from '@dabiao/contract/document';
import { Shape, Word } from '@dabiao/contract/schema';
import { TargetDetail, type TargetRow, TargetsPage, TargetsQuery } from '@dabiao/contract/target';
import { judgedSeries } from '@dabiao/domain/judged-series';
import { pathPoints } from '@dabiao/domain/path';
import { regionAndBelow } from '@dabiao/domain/region';
import { otherVerdicts } from '@dabiao/domain/sensitivity';
import { isNarrative, type Target } from '@dabiao/domain/target';
import { findFigures, findFigureVersions } from '@dabiao/store/figures';
import { findIndicator } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import { findTarget, findTargets, type TargetFilter } from '@dabiao/store/targets';
import type { Static } from 'typebox';
import { readAsOf } from '../as-of.ts';
import { lookAhead } from '../look-ahead.ts';
import { pageOf } from '../page.ts';
import { Problem } from '../problem.ts';
import { foundIn } from '../search.ts';
import { targetRows } from '../target-rows.ts';
import { askableYears } from './overview.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Word });

async function toFilter(db: Db, query: Static<typeof TargetsQuery>): Promise<TargetFilter> {
  return {
    ...(query.document === undefined ? {} : { documents: [query.document] }),
    ...(query.region === undefined ? {} : { regions: [...regionAndBelow(query.region, await findRegions(db))] }),
    ...(query.indicator === undefined ? {} : { indicator: query.indicator }),
    ...(query.department === undefined ? {} : { department: query.department }),
  };
}

/** What a reader sees of a target in words. */
const seenOf = (row: TargetRow): string[] => [
  row.indicator.name,
  row.indicator.nameEn ?? '',
  row.region.name,
  row.document.shortTitle,
  row.quote,
  ...row.clause,
  ...row.departments.map(({ name }) => name),
];

/** Other targets on the same indicator, and those that say this one again or that it says again; narrative ones have none. */
function relatedTo(target: Target, all: readonly Target[]): Target[] {
  if (isNarrative(target)) return [];
  const same = (other: Target): boolean =>
    other.indicator === target.indicator || other.restates === target.id || target.restates === other.id;
  return all.filter((other) => other.id !== target.id && same(other));
}

export const targetRoutes: Routes = (app, deps) => {
  const db = deps.store.read;

  app.get('/targets', { schema: { querystring: TargetsQuery, response: { 200: TargetsPage } } }, async (request) => {
    const { verdict, q } = request.query;
    // Narrative goals are read in their document; a list of targets is what can be judged.
    const targets = (await findTargets(db, await toFilter(db, request.query))).filter((one) => !isNarrative(one));
    const rows = await targetRows(db, targets, readAsOf(request.query, deps));
    const wanted = rows.filter(
      (row) => (verdict === undefined || row.assessment.verdict === verdict) && foundIn(seenOf(row), q),
    );
    return pageOf(wanted, request.query);
  });

  app.get(
    '/targets/:id',
    { schema: { params: IdParams, querystring: AsOf, response: { 200: TargetDetail } } },
    async (request) => {
      const target = await findTarget(db, request.params.id);
      const indicator = target && (await findIndicator(db, target.indicator));
      if (!target || !indicator) throw new Problem('not_found');
      const asOf = readAsOf(request.query, deps);
      const { year, ...known } = asOf;
      const of = { indicator: target.indicator, region: target.region, ...known };
      const counting = await findFigures(db, of);
      const { points, base } = judgedSeries(target, indicator, counting, year);
      const [row] = await targetRows(db, [target], asOf);
      if (!row) throw new Problem('not_found');
      const related = relatedTo(target, await findTargets(db));
      const versions = await findFigureVersions(db, of);
      return {
        row,
        notes: target.notes,
        definition: indicator.definition,
        points,
        path: pathPoints(target, row.assessment.base ?? base, row.direction),
        otherVerdicts: otherVerdicts(target, indicator, counting, row.assessment),
        ...lookAhead(target, indicator, counting, row.assessment),
        figures: versions.map((figure) => ({ ...figure, unit: indicator.unit })).reverse(),
        related: await targetRows(db, related, asOf),
        years: (await askableYears(deps)).filter((one) => one >= target.period.from),
      };
    },
  );
};
