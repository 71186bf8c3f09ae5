import type { ReadFigure } from '@dabiao/domain/problem';
import { describe, expect, it } from 'vitest';
import { findStates, reassess } from '../src/assessments.ts';
import { findFigures, findFigureVersions } from '../src/figures.ts';
import type { Store } from '../src/open.ts';
import { publishSubmission } from '../src/publish-submission.ts';
import { releasedCount } from '../src/settings.ts';
import {
  figuresMovedOn,
  findSubmission,
  insertSubmission,
  moveSubmission,
  type StoredSubmission,
} from '../src/submissions.ts';
import { insertUser } from '../src/users.ts';
import { seededStore } from './fresh-store.ts';

const figure = (year: number, value: number, more: Partial<ReadFigure> = {}): ReadFigure => ({
  indicator: 'stations',
  region: '990100',
  year,
  value,
  decimals: 0,
  unit: '个',
  status: 'final',
  sheet: 'Sheet1',
  cell: `D${year - 2000}`,
  row: 2,
  raw: String(value),
  rawUnit: null,
  ...more,
});

async function userOf(store: Store): Promise<string> {
  const made = await store.transact((trx) =>
    insertUser(trx, { name: 'li', displayName: '李', roles: ['statistician'], region: '990100', createdBy: null }),
  );
  return made?.id ?? '';
}

async function stage(store: Store, user: string, figures: ReadFigure[]): Promise<StoredSubmission> {
  const id = await store.transact((trx) =>
    insertSubmission(trx, {
      fileName: 'a.xlsx',
      fileHash: 'h',
      idempotencyKey: null,
      createdBy: user,
      figures,
      problems: [],
    }),
  );
  const submission = await findSubmission(store.read, id);
  if (!submission) throw new Error('not staged');
  return submission;
}

const publish = (store: Store, submission: StoredSubmission, user: string) =>
  store.transact((trx) => publishSubmission(trx, submission, user, 2024));

describe('a submission', () => {
  it('publishes nothing by being staged', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const submission = await stage(store, user, [figure(2022, 650)]);
    expect(submission).toMatchObject({
      state: 'draft',
      createdByName: '李',
      figures: [{ value: 650, earlierVersion: 0 }],
    });
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
    expect(await figuresMovedOn(store.read, mine)).toMatchObject([{ year: 2022, value: 650 }]);
  });

  it('leaves a state once', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const { id } = await stage(store, user, [figure(2022, 650)]);
    const move = () => store.transact((trx) => moveSubmission(trx, id, ['draft'], 'withdrawn', { user, reason: null }));
    expect([await move(), await move()]).toEqual([true, false]);
  });

  it('is all or nothing', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const submission = await stage(store, user, [figure(2022, 650)]);
    const failing = store.transact(async (trx) => {
      await publishSubmission(trx, submission, user, 2024);
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
