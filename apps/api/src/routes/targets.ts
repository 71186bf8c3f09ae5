import { AsOf } from '@dabiao/contract/document';
import { Shape, Word } from '@dabiao/contract/schema';
import { TargetDetail, type TargetRow, TargetsPage, TargetsQuery } from '@dabiao/contract/target';
import { regionAndBelow } from '@dabiao/domain/region';
import { isNarrative } from '@dabiao/domain/target';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import { findTargets, type TargetFilter } from '@dabiao/store/targets';
import type { Static } from 'typebox';
import { readAsOf } from '../as-of.ts';
import { pageOf } from '../page.ts';
import { foundIn } from '../search.ts';
import { targetDetail } from '../target-detail.ts';
import { targetRows } from '../target-rows.ts';
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
    async (request) => targetDetail(deps, request.params.id, readAsOf(request.query, deps)),
  );
};
