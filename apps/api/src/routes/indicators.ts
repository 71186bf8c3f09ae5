import { AsOf } from '@dabiao/contract/document';
import { IndicatorDetail, type IndicatorSummary, IndicatorsPage } from '@dabiao/contract/indicator';
import { PageQuery, Shape, Word } from '@dabiao/contract/schema';
import { type Indicator, NARRATIVE_INDICATOR } from '@dabiao/domain/indicator';
import { isCounted, type Target } from '@dabiao/domain/target';
import { countFigures } from '@dabiao/store/figure-page';
import { findFigures } from '@dabiao/store/figures';
import { findIndicator, findIndicators } from '@dabiao/store/indicators';
import { findRegions } from '@dabiao/store/regions';
import { findTargets } from '@dabiao/store/targets';
import { readAsOf } from '../as-of.ts';
import { pageOf } from '../page.ts';
import { Problem } from '../problem.ts';
import { targetRows } from '../target-rows.ts';
import type { Routes } from './routes.ts';

const summaryOf = (indicator: Indicator, targets: readonly Target[], figures: number): IndicatorSummary => ({
  id: indicator.id,
  name: indicator.name,
  nameEn: indicator.nameEn,
  unit: indicator.unit,
  direction: indicator.direction,
  measure: indicator.measure,
  definition: indicator.definition,
  targets: targets.filter((target) => target.indicator === indicator.id && isCounted(target)).length,
  figures,
});

export const indicatorRoutes: Routes = (app, deps) => {
  const db = deps.store.read;

  app.get(
    '/indicators',
    { schema: { querystring: Shape(PageQuery), response: { 200: IndicatorsPage } } },
    async (request) => {
      const [targets, counts] = [await findTargets(db), await countFigures(db)];
      const indicators = await findIndicators(db);
      const summaries = indicators.map((indicator) => summaryOf(indicator, targets, counts.get(indicator.id) ?? 0));
      return pageOf(summaries, request.query);
    },
  );

  app.get(
    '/indicators/:id',
    { schema: { params: Shape({ id: Word }), querystring: AsOf, response: { 200: IndicatorDetail } } },
    async (request) => {
      const indicator = await findIndicator(db, request.params.id);
      if (!indicator || indicator.id === NARRATIVE_INDICATOR.id) throw new Problem('not_found');
      const asOf = readAsOf(request.query, deps);
      const { year, ...known } = asOf;
      const figures = await findFigures(db, { indicator: indicator.id, to: year, ...known });
      const targets = await findTargets(db, { indicator: indicator.id });
      const regions = (await findRegions(db)).map(({ code, name }) => ({
        code,
        name,
        figures: figures.filter(({ region }) => region === code).map((figure) => ({ ...figure, unit: indicator.unit })),
      }));
      return {
        indicator: summaryOf(indicator, targets, figures.length),
        year,
        regions: regions.filter((region) => region.figures.length > 0),
        targets: await targetRows(db, targets, asOf),
      };
    },
  );
};
