import { Shape } from '@dabiao/contract/schema';
import { EffectsQuery, SubmissionEffects } from '@dabiao/contract/submission-effects';
import { readDecimal, subtract } from '@dabiao/domain/decimal';
import type { CaveatKind } from '@dabiao/domain/figure';
import { type ComparedRow, hasMovedOn } from '@dabiao/store/compare-rows';
import { findDocuments } from '@dabiao/store/documents';
import { readList } from '@dabiao/store/lists';
import { findRivals } from '@dabiao/store/rivals';
import type { Change, TargetEffect } from '@dabiao/store/submission-effects';
import Type, { type Static } from 'typebox';
import { defaultYear, thisYear } from '../deps.ts';
import { KeptEffects } from '../kept-effects.ts';
import { pageOf } from '../page.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { catalogueNames, visibleSubmission } from '../submission-view.ts';
import type { Routes } from './routes.ts';

type FigureEffect = Static<typeof SubmissionEffects>['figures']['items'][number];
type Names = Awaited<ReturnType<typeof catalogueNames>>;

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

function decimalOf(text: string): { value: number; decimals: number } | null {
  const read = readDecimal(text);
  return typeof read === 'string' ? null : read;
}

/** New less old: exact, and for percentages in percentage points; as a share of the old where that says something. */
function differenceOf(before: number | null, after: number | null, unit: string) {
  const differenceUnit = unit === '%' ? '个百分点' : unit;
  if (before === null || after === null) return { difference: null, differenceUnit, relative: null };
  const difference = subtract(after, before);
  const relative = unit === '%' || before === 0 ? null : difference / Math.abs(before);
  return { difference, differenceUnit, relative };
}

function shownFigure(
  { change, compared: { row, latest } }: { change: Change; compared: ComparedRow },
  { corrects, names }: { corrects: boolean; names: Names },
): FigureEffect {
  const was = latest && latest.withdrawn === 0 ? decimalOf(latest.value) : null;
  const caveats = readList<CaveatKind>(latest?.caveats ?? '[]');
  const before = was && latest ? { ...was, status: latest.status, caveats, version: latest.version } : null;
  const will = row.withdrawn === 1 ? null : decimalOf(row.value);
  const kept = was && corrects ? caveats : [];
  return {
    id: String(row.position),
    change,
    indicator: row.indicator,
    indicatorName: names.indicator(row.indicator),
    region: row.region,
    regionName: names.region(row.region),
    year: row.year,
    unit: row.unit,
    before,
    after: will && { ...will, status: row.status, caveats: kept },
    ...differenceOf(was?.value ?? null, will?.value ?? null, row.unit),
    movedOn: hasMovedOn({ row, latest }),
    sheet: row.sheet,
    cell: row.cell,
    row: row.row_number,
  };
}

function shownTarget({ target, indicator, changes, years }: TargetEffect, titles: Map<string, string>, names: Names) {
  return {
    id: target.id,
    document: { id: target.document, shortTitle: titles.get(target.document) ?? target.document },
    region: { code: target.region, name: names.region(target.region) },
    indicator: { id: indicator.id, name: indicator.name, unit: indicator.unit },
    quote: target.quote,
    changes,
    years: years.map(({ year, before, after }) => ({
      year,
      before: { verdict: before.verdict, sentence: before.sentence },
      after: { verdict: after.verdict, sentence: after.sentence },
    })),
  };
}

/** What releasing a submission would do, for the one who hands it on and the one who reviews it. */
export const submissionEffectRoutes: Routes = (app, deps) => {
  const { store } = deps;
  const kept = new KeptEffects();
  app.get(
    '/submissions/:id/effects',
    {
      onRequest: needs(store, 'statistician', 'reviewer'),
      schema: { params: IdParams, querystring: EffectsQuery, response: { 200: SubmissionEffects } },
    },
    async (request, reply) => {
      const db = store.read;
      const submission = await visibleSubmission(deps, request.params.id, signedIn(request));
      const asOf = { year: defaultYear(deps), until: thisYear(deps) };
      const { rows: effects, targets } = await kept.of(db, submission, asOf);
      const names = await catalogueNames(db);
      const titles = new Map((await findDocuments(db)).map(({ id, shortTitle }) => [id, shortTitle]));
      const { change: asked, ...query } = request.query;
      const rows = effects.rows
        .filter(({ change }) => asked === undefined || change === asked)
        .map((one) => ({ id: String(one.compared.row.position), ...one }));
      const page = pageOf(rows, query);
      const corrects = submission.kind === 'correction';
      reply.header('cache-control', 'no-store');
      return {
        counts: effects.counts,
        movedOn: effects.movedOn,
        others: (await findRivals(db, submission.id, 0)).submissions.slice(0, 20),
        figures: { ...page, items: page.items.map((one) => shownFigure(one, { corrects, names })) },
        targets: targets.map((target) => shownTarget(target, titles, names)),
      };
    },
  );
};
