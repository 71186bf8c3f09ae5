import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFigures, findFigurePage } from '../src/figure-page.ts';
import { type FigureFilter, findFigures } from '../src/figures.ts';
import { seededStore } from './fresh-store.ts';
import { figure, publish, stage, userOf } from './staged.ts';

const SHARE = { indicator: 'share', unit: '%', decimals: 1 } as const;

describe('figures by the page', () => {
  it('are those of the whole list, in its order, whatever is asked and however long the pages', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(
      store,
      await stage(
        store,
        user,
        [2019, 2020, 2021, 2022].map((year) => figure(year, year)),
      ),
      user,
    );
    const between = new Date().toISOString();
    await new Promise((done) => setTimeout(done, 5));
    const later = [figure(2020, 7), figure(2021, 2021, { withdrawn: true }), figure(2022, 41, { ...SHARE })];
    await publish(store, await stage(store, user, later, { kind: 'correction', reason: '更正' }), user);
    const filters = fc.record(
      {
        indicator: fc.constantFrom('stations', 'share', 'unknown'),
        regions: fc.constantFrom([], ['990100'], ['990000', '990100']),
        from: fc.constantFrom(2019, 2021),
        to: fc.constantFrom(2020, 2022),
        knownAt: fc.constant(between),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<FigureFilter>;
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 9 }), async (filter, limit) => {
        const whole = await findFigures(store.read, filter);
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await findFigurePage(store.read, filter, { limit, cursor });
          expect(page?.total).toBe(whole.length);
          expect(page?.items.length).toBeLessThanOrEqual(limit);
          found.push(...(page?.items ?? []).map(({ id }) => id));
          cursor = page?.next ?? undefined;
        } while (cursor !== undefined);
        expect(found).toEqual(whole.map(({ id }) => id));
      }),
      { numRuns: 60 },
    );
    const all = await findFigures(store.read);
    const counts = Object.groupBy(all, ({ indicator }) => indicator);
    expect(Object.fromEntries(await countFigures(store.read))).toEqual(
      Object.fromEntries(Object.entries(counts).map(([indicator, of]) => [indicator, of?.length])),
    );
    expect(all.length).toBeGreaterThan(3);
  });

  it('name an unknown place to go on from', async () => {
    const store = await seededStore();
    expect(await findFigurePage(store.read, {}, { limit: 5, cursor: 'nothing' })).toBeNull();
  });
});
