import { describe, expect, it } from 'vitest';
import { findStates, reassess } from '../src/assessments.ts';
import { putCatalogue } from '../src/catalogue.ts';
import { findFigureHistory } from '../src/figure-history.ts';
import { findFigures, findFigureVersions, publishedFigures } from '../src/figures.ts';
import { seededStore } from './fresh-store.ts';
import { smallCatalogue } from './small-catalogue.ts';
import { figure, publish, stage, userOf } from './staged.ts';

const SHARE = { indicator: 'share', unit: '%', decimals: 1 } as const;

describe('a figure that is taken back', () => {
  it('no longer counts; its versions stay readable, with the reason', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650), figure(2023, 1010)]), user);
    const back = await stage(store, user, [figure(2023, 1010, { withdrawn: true })], {
      kind: 'correction',
      reason: '口径有误',
    });
    expect(await publish(store, back, user)).toEqual({ appended: 1, targets: ['east-stations'] });

    expect((await findFigures(store.read, { indicator: 'stations' })).map(({ year }) => year)).toEqual([2022]);
    expect((await publishedFigures(store.read, ['stations']))('stations', '990100', 2023)).toBeNull();
    const place = { indicator: 'stations', region: '990100', year: 2023 };
    expect(await findFigureHistory(store.read, place)).toMatchObject([
      { version: 2, value: 1010, withdrawn: true, reason: '口径有误', file: { kind: 'correction', makerName: '李' } },
      {
        version: 1,
        value: 1010,
        withdrawn: false,
        reason: null,
        file: { fileName: 'a.xlsx', cell: 'D23', raw: '1010' },
      },
    ]);
    const states = await findStates(store.read, ['east-stations'], 2023);
    expect(states.get('east-stations')?.assessment.latest).toMatchObject({ year: 2022, value: 650 });
    expect(await store.transact((trx) => reassess(trx, {}, 2024))).toEqual([]);
  });

  it('still counts as known before', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650)]), user);
    const knownAt = (await findFigures(store.read, { indicator: 'stations' }))[0]?.recordedAt ?? '';
    await new Promise((done) => setTimeout(done, 5));
    await publish(store, await stage(store, user, [figure(2022, 650, { withdrawn: true })]), user);
    expect(await findFigures(store.read, { indicator: 'stations' })).toEqual([]);
    expect(await findFigures(store.read, { indicator: 'stations', knownAt })).toMatchObject([{ value: 650 }]);
  });

  it('counts again by a new version, also of the same value', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650)]), user);
    await publish(store, await stage(store, user, [figure(2022, 650, { withdrawn: true })]), user);
    const again = await stage(store, user, [figure(2022, 650)]);
    expect((await publish(store, again, user)).appended).toBe(1);
    expect(await findFigures(store.read, { indicator: 'stations' })).toMatchObject([{ value: 650, version: 3 }]);
  });

  it('is not brought back by loading the catalogue again', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const back = figure(2022, 41, { ...SHARE, withdrawn: true });
    await publish(store, await stage(store, user, [back], { kind: 'correction' }), user);
    expect(await store.transact((trx) => putCatalogue(trx, smallCatalogue()))).toBe(0);
    expect(await findFigures(store.read, { indicator: 'share' })).toEqual([]);
  });

  it('is not taken back twice', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650)]), user);
    await publish(store, await stage(store, user, [figure(2022, 650, { withdrawn: true })]), user);
    const twice = await stage(store, user, [figure(2022, 650, { withdrawn: true })]);
    expect((await publish(store, twice, user)).appended).toBe(0);
  });
});

describe('a corrected figure', () => {
  it('keeps its caveat, where one handed in anew has none', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const catalogue = smallCatalogue();
    const [published] = catalogue.figures;
    if (!published) throw new Error('no figure');
    catalogue.figures = [{ ...published, year: 2023, caveats: ['part_year'], note: '截至9月' }];
    await store.transact((trx) => putCatalogue(trx, catalogue));
    const value = figure(2023, 42, SHARE);
    await publish(store, await stage(store, user, [value], { kind: 'correction', reason: '录入有误' }), user);
    const [corrected] = await findFigureVersions(store.read, { indicator: 'share', from: 2023 });
    expect(corrected).toMatchObject({
      version: 2,
      value: 42,
      caveats: ['part_year'],
      note: '截至9月',
      reason: '录入有误',
    });
    await publish(store, await stage(store, user, [value]), user);
    const [anew] = await findFigureVersions(store.read, { indicator: 'share', from: 2023 });
    expect(anew).toMatchObject({ version: 3, value: 42, caveats: [], note: null });
  });
});
