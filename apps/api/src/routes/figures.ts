import { FiguresPage, FiguresQuery } from '@dabiao/contract/figure';
import { regionAndBelow } from '@dabiao/domain/region';
import { type FigureFilter, findFigures } from '@dabiao/store/figures';
import { findIndicators } from '@dabiao/store/indicators';
import { findRegions } from '@dabiao/store/regions';
import type { Static } from 'typebox';
import { pageOf } from '../page.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

/** A moment as asked for (2024, 2024-09-22, …T08:00:00+08:00) as the store writes times. */
function moment(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Problem('query_invalid', null, [{ field: 'known_at', message: 'ISO 8601' }]);
  return new Date(time).toISOString();
}

function toFilter(query: Static<typeof FiguresQuery>): FigureFilter {
  return {
    ...(query.indicator === undefined ? {} : { indicator: query.indicator }),
    ...(query.from === undefined ? {} : { from: query.from }),
    ...(query.to === undefined ? {} : { to: query.to }),
    ...(query.known_at === undefined ? {} : { knownAt: moment(query.known_at) }),
  };
}

export const figureRoutes: Routes = (app, deps) => {
  const db = deps.store.read;
  app.get('/figures', { schema: { querystring: FiguresQuery, response: { 200: FiguresPage } } }, async (request) => {
    const { region } = request.query;
    const regions = region === undefined ? {} : { regions: [...regionAndBelow(region, await findRegions(db))] };
    const units = new Map((await findIndicators(db)).map(({ id, unit }) => [id, unit]));
    const figures = await findFigures(db, { ...toFilter(request.query), ...regions });
    return pageOf(
      figures.map((figure) => ({ ...figure, unit: units.get(figure.indicator) ?? '' })),
      request.query,
    );
  });
};
