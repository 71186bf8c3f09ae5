import {
  Completeness,
  CompletenessQuery,
  DueDateBody,
  DueDates,
  DueDatesQuery,
  type ReportingCell as ShownCell,
} from '@dabiao/contract/completeness';
import { regionAndBelow } from '@dabiao/domain/region';
import { insertAudit } from '@dabiao/store/audit';
import { findReporting, type ReportingCell } from '@dabiao/store/completeness';
import { findDueDates, putDueDate } from '@dabiao/store/due-dates';
import { findTargetIndicators } from '@dabiao/store/indicators';
import { findRegions } from '@dabiao/store/regions';
import type { User } from '@dabiao/store/users';
import { defaultYear } from '../deps.ts';
import { pageOf } from '../page.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { grantedRegions, reviewsFrom } from '../region-rights.ts';
import type { Routes } from './routes.ts';

function countStates(cells: readonly Pick<ReportingCell, 'state' | 'overdue'>[]) {
  const counts = { released: 0, scheduled: 0, in_review: 0, draft: 0, missing: 0, overdue: 0 };
  for (const { state, overdue } of cells) {
    counts[state] += 1;
    if (overdue) counts.overdue += 1;
  }
  return counts;
}

/** 2026-02-30 is none. */
const isDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** Who has not reported: regions × indicators of a year, with due dates. */
export const completenessRoutes: Routes = (app, deps) => {
  const { store } = deps;
  const db = store.read;
  const look = { onRequest: needs(store, 'statistician', 'reviewer', 'viewer', 'system_admin') };
  const set = { onRequest: needs(store, 'reviewer', 'system_admin') };

  /** Regions asked for that the user may look at: their own and those below it, where they are bound to one. */
  const regionsOf = async (asked: string | undefined, user: User) => {
    const all = await findRegions(db);
    if (asked !== undefined && !all.some(({ code }) => code === asked)) throw new Problem('not_found');
    const within = asked === undefined ? null : regionAndBelow(asked, all);
    const own = user.region === null ? null : regionAndBelow(user.region, all);
    if (asked !== undefined && own && !own.has(asked)) throw new Problem('not_found');
    const shown = all.filter(({ code }) => (!within || within.has(code)) && (!own || own.has(code)));
    return { all, shown };
  };

  app.get(
    '/completeness',
    { ...look, schema: { querystring: CompletenessQuery, response: { 200: Completeness } } },
    async (request, reply) => {
      const user = signedIn(request);
      const { year = defaultYear(deps), region, state } = request.query;
      const { all, shown } = await regionsOf(region, user);
      const regions = shown.map(({ code }) => code);
      const cells = await findReporting(db, { regions, all, year, today: deps.today() });
      const indicators = await findTargetIndicators(db);
      const names = new Map(shown.map(({ code, name }) => [code, name]));
      const granted = await grantedRegions(db, user);
      const maySee = ({ maker, makerRegion }: { maker: string; makerRegion: string | null }) =>
        user.id === maker || reviewsFrom(user, granted, makerRegion);
      const items = cells
        .filter((cell) => state === undefined || cell.state === state || (state === 'overdue' && cell.overdue))
        .map(({ submission, ...cell }): ShownCell => {
          const indicator = indicators.get(cell.indicator);
          return {
            id: `${cell.region} ${cell.indicator}`,
            ...cell,
            regionName: names.get(cell.region) ?? cell.region,
            indicatorName: indicator?.name ?? cell.indicator,
            unit: indicator?.unit ?? '',
            submission: submission && maySee(submission) ? submission.id : null,
          };
        });
      const byRegion = shown.map(({ code, name }) => ({
        code,
        name,
        counts: countStates(cells.filter((cell) => cell.region === code)),
      }));
      reply.header('cache-control', 'no-store');
      return { year, counts: countStates(cells), regions: byRegion, ...pageOf(items, request.query) };
    },
  );

  const dueDates = async (year: number) => ({ year, items: await findDueDates(db, year) });

  app.get(
    '/completeness/due-dates',
    { ...look, schema: { querystring: DueDatesQuery, response: { 200: DueDates } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return dueDates(request.query.year ?? defaultYear(deps));
    },
  );

  app.put(
    '/completeness/due-dates',
    { ...set, schema: { body: DueDateBody, response: { 200: DueDates } } },
    async (request) => {
      const user = signedIn(request);
      const { year, indicator = null, region = null, dueOn } = request.body;
      if (dueOn !== null && !isDay(dueOn)) {
        throw new Problem('body_invalid', null, [{ field: 'dueOn', message: 'YYYY-MM-DD' }]);
      }
      if (indicator !== null && !(await findTargetIndicators(db)).has(indicator)) throw new Problem('not_found');
      const { shown } = await regionsOf(region ?? undefined, user);
      if (shown.length === 0) throw new Problem('not_found');
      // A date for all regions is for those who are bound to none.
      if (region === null && user.region !== null)
        throw new Problem('role_missing', { zh: '请指定您负责的地区', en: 'Name your own region' });
      await store.transact(async (trx) => {
        await putDueDate(trx, { year, indicator, region, dueOn, by: user.id });
        await insertAudit(trx, {
          user: user.name,
          action: 'due_date.set',
          object: [year, indicator ?? '*', region ?? '*'].join(' '),
          detail: { due_on: dueOn },
          address: request.ip,
        });
      });
      return dueDates(year);
    },
  );
};
