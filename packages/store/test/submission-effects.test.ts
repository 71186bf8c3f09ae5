import { describe, expect, it } from 'vitest';
import { findStates } from '../src/assessments.ts';
import { findFigures } from '../src/figures.ts';
import { findRowEffects, findTargetEffects } from '../src/submission-effects.ts';
import { seededStore } from './fresh-store.ts';
import { figure, publish, stage, userOf } from './staged.ts';

const AS_OF = { year: 2023, until: 2024 };

describe('what a submission would do', () => {
  it('sorts its rows by what they do to the published figures', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const old = [figure(2020, 1), figure(2021, 2), figure(2022, 3), figure(2023, 4)];
    await publish(store, await stage(store, user, old), user);
    const submission = await stage(store, user, [
      figure(2019, 9),
      figure(2020, 1),
      figure(2021, 5),
      figure(2022, 3, { status: 'revised' }),
      figure(2023, 4, { withdrawn: true }),
    ]);
    const { counts, movedOn, rows } = await findRowEffects(store.read, submission);
    expect(counts).toEqual({ new: 1, changed: 1, status: 1, withdrawn: 1, unchanged: 1 });
    expect(movedOn).toBe(0);
    expect(rows.map(({ change, compared }) => [change, compared.row.year])).toEqual([
      ['changed', 2021],
      ['withdrawn', 2023],
      ['status', 2022],
      ['new', 2019],
      ['unchanged', 2020],
    ]);
  });

  it('judges the touched targets as publishing would, and stores nothing', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650)]), user);
    const submission = await stage(store, user, [figure(2023, 1010), figure(2022, 650, { region: '990101' })]);
    const rows = await findRowEffects(store.read, submission);
    const before = await findStates(store.read, ['east-stations'], 2023);
    const effects = await findTargetEffects(store.read, submission, rows, AS_OF);
    expect(effects.map(({ target, changes }) => [target.id, changes])).toEqual([['east-stations', true]]);
    const shown = effects[0]?.years.find(({ year }) => year === 2023);
    expect(shown?.before).toEqual(before.get('east-stations')?.assessment);
    expect(await findFigures(store.read, { indicator: 'stations' })).toHaveLength(1);

    await publish(store, submission, user);
    const after = await findStates(store.read, ['east-stations'], 2023);
    expect(shown?.after).toEqual(after.get('east-stations')?.assessment);
    expect(shown?.after.verdict).toBe('achieved');
  });

  it('shows every year whose verdict moves, and the year asked for in any case', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const submission = await stage(store, user, [figure(2024, 1010)]);
    const rows = await findRowEffects(store.read, submission);
    const [effect] = await findTargetEffects(store.read, submission, rows, AS_OF);
    expect(effect?.years.map(({ year }) => year)).toEqual([2023, 2024]);
    const [asked, moved] = effect?.years ?? [];
    expect(asked?.before).toEqual(asked?.after);
    expect(moved?.before.verdict).not.toBe(moved?.after.verdict);
  });

  it('leaves out targets whose figures stay as they are', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650)]), user);
    const submission = await stage(store, user, [figure(2022, 650)]);
    const rows = await findRowEffects(store.read, submission);
    expect(await findTargetEffects(store.read, submission, rows, AS_OF)).toEqual([]);
  });
});
