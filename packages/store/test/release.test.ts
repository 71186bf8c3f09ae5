import { describe, expect, it } from 'vitest';
import { findAudit } from '../src/audit.ts';
import { findFigures } from '../src/figures.ts';
import { openStore } from '../src/open.ts';
import { prepareStore } from '../src/prepare.ts';
import { nextRelease, releaseDue } from '../src/release.ts';
import { releasedCount } from '../src/settings.ts';
import { moveSubmission } from '../src/submission-steps.ts';
import { freshStore, seededStore } from './fresh-store.ts';
import { seedsOf, smallCatalogue } from './small-catalogue.ts';
import { approve, figure, publish, reload, stage, userOf } from './staged.ts';

const TIME = '2024-07-15T01:00:00.000Z';
const BEFORE = '2024-07-15T00:59:59.999Z';

const stations = async (store: Awaited<ReturnType<typeof seededStore>>) =>
  (await findFigures(store.read, { indicator: 'stations' })).map(({ year, value }) => [year, value]);

describe('a timed release', () => {
  it('publishes at its time and not before, with an audit line, and readers fetch anew', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const submission = await stage(store, user, [figure(2022, 650)]);
    const count = await releasedCount(store.read);
    await approve(store, submission, user, TIME);
    expect(await nextRelease(store.read)).toBe(TIME);
    expect(await releaseDue(store, BEFORE, 2024)).toEqual([]);
    expect([await stations(store), await releasedCount(store.read)]).toEqual([[], count]);

    expect(await releaseDue(store, TIME, 2024)).toEqual([submission.id]);
    expect(await stations(store)).toEqual([[2022, 650]]);
    expect(await releasedCount(store.read)).toBe(count + 1);
    expect((await findAudit(store.read, 1))[0]).toMatchObject({
      user: null,
      action: 'submission.release',
      object: submission.id,
      outcome: 'done',
    });
    expect(await reload(store, submission.id)).toMatchObject({
      state: 'approved',
      releasedAt: TIME,
      targetsTouched: ['east-stations'],
    });
    expect([await releaseDue(store, TIME, 2024), await nextRelease(store.read)]).toEqual([[], null]);
  });

  it('publishes once, however many look at the same time', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await approve(store, await stage(store, user, [figure(2022, 650)]), user, TIME);
    const all = await Promise.all(Array.from({ length: 5 }, () => releaseDue(store, TIME, 2024)));
    expect(all.flat()).toHaveLength(1);
    expect(await findFigures(store.read, { indicator: 'stations' })).toMatchObject([{ version: 1 }]);
  });

  it('can be taken back until then', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const { id } = await stage(store, user, [figure(2022, 650)]);
    await approve(store, { id }, user, TIME);
    const move = { from: ['approved'], to: 'withdrawn', action: 'withdraw', by: user } as const;
    expect(await store.transact((trx) => moveSubmission(trx, id, move))).toBe(true);
    expect(await releaseDue(store, TIME, 2024)).toEqual([]);
    expect(await stations(store)).toEqual([]);
  });

  it('survives a restart, and what fell due meanwhile is published then', async () => {
    const { store, file } = freshStore();
    await prepareStore(store, { seeds: seedsOf(smallCatalogue()), kind: 'real', today: '2024-06-01', version: 't' });
    const user = await userOf(store);
    const submission = await stage(store, user, [figure(2022, 650)]);
    await approve(store, submission, user, TIME);
    const again = openStore(file);
    try {
      expect(await releaseDue(again, TIME, 2024)).toEqual([submission.id]);
    } finally {
      await again.close();
    }
    expect(await stations(store)).toEqual([[2022, 650]]);
  });

  it('overwrites nothing: where a figure has moved on it goes back to its maker', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const [waiting, other] = [
      await stage(store, user, [figure(2022, 650), figure(2023, 700)]),
      await stage(store, user, [figure(2023, 690)]),
    ];
    await approve(store, waiting, user, TIME);
    await publish(store, other, user);
    expect(await releaseDue(store, TIME, 2024)).toEqual([]);
    expect(await stations(store)).toEqual([[2023, 690]]);
    const back = await reload(store, waiting.id);
    expect(back).toMatchObject({ state: 'returned', releasedAt: null, releaseAt: null });
    expect(back.reason).toContain('Sheet1!D23');
    expect((await findAudit(store.read, 1))[0]).toMatchObject({ action: 'submission.release', outcome: 'failed' });
  });

  it('of two with the same figure the first is published and the second goes back', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const [first, second] = [
      await stage(store, user, [figure(2022, 650)]),
      await stage(store, user, [figure(2022, 651)]),
    ];
    await approve(store, second, user, '2024-07-15T02:00:00.000Z');
    await approve(store, first, user, TIME);
    expect(await releaseDue(store, '2024-08-01T00:00:00.000Z', 2024)).toEqual([first.id]);
    expect((await reload(store, second.id)).state).toBe('returned');
    expect(await stations(store)).toEqual([[2022, 650]]);
  });
});
