import { describe, expect, it } from 'vitest';
import { findStates, reassess } from '../src/assessments.ts';
import { figuresMovedOn } from '../src/compare-rows.ts';
import { findFigures, findFigureVersions } from '../src/figures.ts';
import { FigureMovedOn, publishSubmission } from '../src/publish-submission.ts';
import { releasedCount } from '../src/settings.ts';
import { moveSubmission } from '../src/submission-steps.ts';
import { findSubmissionFigures } from '../src/submissions.ts';
import { seededStore } from './fresh-store.ts';
import { figure, publish, reload, stage, userOf } from './staged.ts';

describe('a submission', () => {
  it('publishes nothing by being staged', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const submission = await stage(store, user, [figure(2022, 650)]);
    expect(submission).toMatchObject({
      state: 'draft',
      revision: 1,
      createdByName: '李',
      rowCount: 1,
      steps: [{ action: 'add', by: '李', reason: null }],
    });
    expect(await findSubmissionFigures(store.read, submission.id, { from: 0, limit: 10 })).toMatchObject([
      { position: 0, value: 650, earlierVersion: 0, earlier: null },
    ]);
    expect(await findFigures(store.read, { indicator: 'stations' })).toEqual([]);
  });

  it('publishes figures as new versions; the earlier stay, with their source', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650)]), user);
    const again = await publish(store, await stage(store, user, [figure(2022, 660, { status: 'revised' })]), user);
    expect(again).toEqual({ appended: 1, targets: ['east-stations'] });
    const versions = await findFigureVersions(store.read, { indicator: 'stations' });
    expect(versions.map(({ version, value, status }) => [version, value, status])).toEqual([
      [2, 660, 'revised'],
      [1, 650, 'final'],
    ]);
    expect(versions[0]?.source).toMatchObject({ title: 'a.xlsx Sheet1!D22', publisher: '李' });
  });

  it('adds no version where nothing changed', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650)]), user);
    expect(await publish(store, await stage(store, user, [figure(2022, 650)]), user)).toEqual({
      appended: 0,
      targets: [],
    });
  });

  it('judges the touched targets anew, exactly as a full rebuild would', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const before = await findStates(store.read, ['east-stations', 'east-share'], 2023);
    await publish(store, await stage(store, user, [figure(2022, 650), figure(2023, 1010)]), user);
    const after = await findStates(store.read, ['east-stations', 'east-share'], 2023);
    expect(after.get('east-stations')?.assessment).toMatchObject({ verdict: 'achieved', early: true });
    expect(after.get('east-share')).toEqual(before.get('east-share'));
    expect(await store.transact((trx) => reassess(trx, {}, 2024))).toEqual([]);
  });

  it('counts a release, so that readers fetch anew', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const before = await releasedCount(store.read);
    await publish(store, await stage(store, user, [figure(2022, 650)]), user);
    expect(await releasedCount(store.read)).toBe(before + 1);
  });

  it('tells which figures moved on since it was staged', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const [mine, theirs] = [
      await stage(store, user, [figure(2022, 650)]),
      await stage(store, user, [figure(2022, 640)]),
    ];
    await publish(store, theirs, user);
    expect(await figuresMovedOn(store.read, mine.id)).toMatchObject([{ year: 2022, value: 650 }]);
    await expect(publish(store, mine, user)).rejects.toThrow(FigureMovedOn);
    expect(await findFigures(store.read, { indicator: 'stations' })).toMatchObject([{ value: 640, version: 1 }]);
    expect((await reload(store, mine.id)).state).toBe('draft');
  });

  it('leaves a state once', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const { id } = await stage(store, user, [figure(2022, 650)]);
    const move = () =>
      store.transact((trx) =>
        moveSubmission(trx, id, { from: ['draft'], to: 'withdrawn', action: 'withdraw', by: user, reason: '传错了' }),
      );
    expect([await move(), await move()]).toEqual([true, false]);
    expect(await reload(store, id)).toMatchObject({
      state: 'withdrawn',
      revision: 2,
      reason: '传错了',
      steps: [{ action: 'add' }, { action: 'withdraw', by: '李', reason: '传错了' }],
    });
  });

  it('does not move on where it is another one than was looked at', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const { id, revision } = await stage(store, user, [figure(2022, 650)]);
    const move = (seen: number) =>
      store.transact((trx) =>
        moveSubmission(trx, id, { from: ['draft'], to: 'submitted', action: 'submit', by: user, revision: seen }),
      );
    expect([await move(revision - 1), await move(revision)]).toEqual([false, true]);
  });

  it('never moves again once its figures are published', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const submission = await stage(store, user, [figure(2022, 650)]);
    await publish(store, submission, user);
    const move = { from: ['approved'], to: 'withdrawn', action: 'withdraw', by: user } as const;
    expect(await store.transact((trx) => moveSubmission(trx, submission.id, move))).toBe(false);
  });

  it('is all or nothing', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const submission = await stage(store, user, [figure(2022, 650)]);
    const failing = store.transact(async (trx) => {
      await publishSubmission(trx, submission.id, { by: user, thisYear: 2024 });
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('disk');
    expect(await findFigures(store.read, { indicator: 'stations' })).toEqual([]);
  });

  it('keeps decimals as given', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const share = figure(2023, 42, { indicator: 'share', unit: '%', decimals: 2 });
    await publish(store, await stage(store, user, [share]), user);
    expect(await findFigures(store.read, { indicator: 'share', from: 2023 })).toMatchObject([
      { value: 42, decimals: 2 },
    ]);
  });

  it('shows the past as it was known', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650)]), user);
    const then = (await findFigures(store.read, { indicator: 'stations' }))[0]?.recordedAt ?? '';
    await new Promise((done) => setTimeout(done, 5));
    await publish(store, await stage(store, user, [figure(2022, 700)]), user);
    expect(await findFigures(store.read, { indicator: 'stations', knownAt: then })).toMatchObject([{ value: 650 }]);
    expect(await findFigures(store.read, { indicator: 'stations' })).toMatchObject([{ value: 700 }]);
  });
});
