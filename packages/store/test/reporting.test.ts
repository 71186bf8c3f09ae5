import { describe, expect, it } from 'vitest';
import { findReporting } from '../src/completeness.ts';
import { findDueDates, putDueDate } from '../src/due-dates.ts';
import { findLayouts, rememberLayout } from '../src/layouts.ts';
import type { Store } from '../src/open.ts';
import { seededStore } from './fresh-store.ts';
import { smallCatalogue } from './small-catalogue.ts';
import { approve, figure, publish, stage, userOf } from './staged.ts';

const asked = (year: number, today = '2024-06-01') => ({
  regions: ['990100', '990101'],
  all: smallCatalogue().regions,
  year,
  today,
});

const states = async (store: Store, year: number) =>
  Object.fromEntries(
    (await findReporting(store.read, asked(year))).map(({ region, indicator, state, pending }) => [
      `${region} ${indicator}`,
      pending === null ? state : `${state}+${pending}`,
    ]),
  );

describe('who has reported', () => {
  it('asks for what the targets of a region need, and those of the region it is part of', async () => {
    const store = await seededStore();
    const cells = await findReporting(store.read, asked(2023));
    expect(cells.map(({ region, indicator, inherited }) => [region, indicator, inherited]).sort()).toEqual([
      ['990100', 'share', false],
      ['990100', 'stations', false],
      ['990101', 'share', true],
      ['990101', 'stations', true],
    ]);
    // 2021 is the year they are measured from, 2020 nothing to them.
    expect(await findReporting(store.read, asked(2021))).toHaveLength(4);
    expect(await findReporting(store.read, asked(2020))).toEqual([]);
  });

  it('tells how far each figure has come', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const share = figure(2022, 41, { indicator: 'share', unit: '%' });
    expect(await states(store, 2022)).toEqual({
      '990100 share': 'released',
      '990100 stations': 'missing',
      '990101 share': 'missing',
      '990101 stations': 'missing',
    });
    await stage(store, user, [
      { ...share, value: 42 },
      { ...share, region: '990101' },
    ]);
    await approve(store, await stage(store, user, [figure(2022, 650)]), user, '2030-01-01T00:00:00.000Z');
    expect(await states(store, 2022)).toEqual({
      '990100 share': 'released+draft',
      '990100 stations': 'scheduled',
      '990101 share': 'draft',
      '990101 stations': 'missing',
    });
    await publish(store, await stage(store, user, [figure(2022, 600, { region: '990101' })]), user);
    const withdrawn = figure(2022, 600, { region: '990101', withdrawn: true });
    await publish(store, await stage(store, user, [withdrawn], { kind: 'correction' }), user);
    expect((await states(store, 2022))['990101 stations']).toBe('missing');
  });

  it('is late after the last day, by the most exact due date there is', async () => {
    const store = await seededStore();
    const by = await userOf(store);
    const put = (indicator: string | null, region: string | null, dueOn: string | null) =>
      store.transact((trx) => putDueDate(trx, { year: 2023, indicator, region, dueOn, by }));
    await put(null, null, '2024-05-31');
    await put('share', null, '2024-06-01');
    await put('share', '990101', '2024-03-01');
    const late = async () =>
      (await findReporting(store.read, asked(2023)))
        .filter(({ overdue }) => overdue)
        .map(({ region, indicator, dueOn }) => [region, indicator, dueOn])
        .sort();
    expect(await late()).toEqual([
      ['990100', 'stations', '2024-05-31'],
      ['990101', 'share', '2024-03-01'],
      ['990101', 'stations', '2024-05-31'],
    ]);
    await put(null, null, '2024-07-01');
    await put('share', '990101', null);
    expect(await late()).toEqual([]);
    expect(await findDueDates(store.read, 2023)).toMatchObject([
      { indicator: null, region: null, dueOn: '2024-07-01', setBy: '李' },
      { indicator: 'share', region: null },
    ]);
  });
});

describe('remembered layouts', () => {
  it('the latest of a shape counts in its office; a forgotten one is gone', async () => {
    const store = await seededStore();
    const by = await userOf(store);
    const remember = (shape: string, unit: string | null, region: string | null = '990100') =>
      store.transact((trx) =>
        rememberLayout(trx, { region, shape, corrections: unit === null ? null : { shape, names: ['a'], unit }, by }),
      );
    await remember('one', '个');
    await remember('two', '家');
    await remember('one', '万个');
    await remember('one', '亿元', null);
    const found = async (region: string | null) =>
      (await findLayouts(store.read, region)).map(({ corrections }) => [corrections.shape, corrections.unit]);
    expect(await found('990100')).toEqual([
      ['one', '万个'],
      ['two', '家'],
    ]);
    expect(await found(null)).toEqual([['one', '亿元']]);
    await remember('one', null);
    expect(await found('990100')).toEqual([['two', '家']]);
    expect((await findLayouts(store.read, '990100'))[0]).toMatchObject({ by: '李', at: expect.stringMatching(/Z$/) });
  });
});
