import { FiguresPage, FiguresQuery } from '@dabiao/contract/figure';
import { regionAndBelow } from '@dabiao/domain/region';
import { findFigurePage } from '@dabiao/store/figure-page';
import type { FigureFilter } from '@dabiao/store/figures';
import { findIndicators } from '@dabiao/store/indicators';
import { findRegions } from '@dabiao/store/regions';
import type { Static } from 'typebox';
import { moment } from '../as-of.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

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
    const { limit = 100, cursor } = request.query;
    const page = await findFigurePage(db, { ...toFilter(request.query), ...regions }, { limit, cursor });
    if (!page) throw new Problem('cursor_invalid');
    return { ...page, items: page.items.map((figure) => ({ ...figure, unit: units.get(figure.indicator) ?? '' })) };
  });
};
