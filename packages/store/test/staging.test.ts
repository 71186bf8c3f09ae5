import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findFigures } from '../src/figures.ts';
import { findRivals } from '../src/rivals.ts';
import { findSameFile } from '../src/same-file.ts';
import { restageSubmission } from '../src/stage-submission.ts';
import { countSubmissions, findSubmissions } from '../src/submission-list.ts';
import { moveSubmission } from '../src/submission-steps.ts';
import { findSubmissionFigures } from '../src/submissions.ts';
import { keepUpload, readUpload, uploadPath } from '../src/uploads.ts';
import { seededStore } from './fresh-store.ts';
import { approve, figure, publish, reload, stage, userOf } from './staged.ts';

const hash = 'a'.repeat(64);

describe('two people on the same figure', () => {
  it('the second is told who has it, not what it is', async () => {
    const store = await seededStore();
    const [li, wang] = [await userOf(store), await userOf(store, '王')];
    const first = await stage(store, wang, [figure(2022, 123_456), figure(2023, 7)]);
    const second = await stage(store, li, [figure(2022, 650)]);
    expect(second.problems).toMatchObject([{ severity: 'warning', code: 'figure_in_hand', cell: 'D22', row: 2 }]);
    expect(second.problems[0]?.message).toMatch(/王.*尚未提交/);
    expect(second.problems[0]?.message).not.toContain('123');
    expect(first.problems).toEqual([]);
    expect(await findRivals(store.read, first.id, 10)).toMatchObject({
      count: 1,
      submissions: [{ submission: second.id, by: '李', state: 'draft', figures: 1 }],
    });
  });

  it('one’s own draft is no rival, but what one has handed on is', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const first = await stage(store, user, [figure(2022, 650)]);
    expect((await stage(store, user, [figure(2022, 651)])).problems).toEqual([]);
    await approve(store, first, user, '2030-01-01T00:00:00.000Z');
    expect((await stage(store, user, [figure(2022, 652)])).problems).toMatchObject([{ code: 'figure_in_hand' }]);
  });

  it('what is published or withdrawn is no rival', async () => {
    const store = await seededStore();
    const [li, wang] = [await userOf(store), await userOf(store, '王')];
    await publish(store, await stage(store, wang, [figure(2022, 650)]), wang);
    const { id } = await stage(store, wang, [figure(2023, 700)]);
    const move = { from: ['draft'], to: 'withdrawn', action: 'withdraw', by: wang } as const;
    await store.transact((trx) => moveSubmission(trx, id, move));
    expect((await stage(store, li, [figure(2022, 651), figure(2023, 701)])).problems).toEqual([]);
  });

  it('counts those beyond the list', async () => {
    const store = await seededStore();
    const [li, wang] = [await userOf(store), await userOf(store, '王')];
    const many = Array.from({ length: 230 }, (_, at) => figure(1950 + at, at, { cell: `D${at + 1}` }));
    await stage(store, wang, many);
    const { problems } = await stage(store, li, many);
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.message).toContain('30');
  });
});

describe('the same file again', () => {
  const asked = (user: string, more: { region?: string | null; hints?: { year: number } } = {}) => ({
    hash,
    hints: more.hints ?? {},
    user,
    region: more.region === undefined ? '990100' : more.region,
  });

  it('is known while it is open, and when all of it is published as it stands', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const { id } = await stage(store, user, [figure(2022, 650)], { fileHash: hash });
    expect(await findSameFile(store.read, asked(user))).toMatchObject({ id, state: 'draft', createdByName: '李' });
    await publish(store, { id }, user);
    expect(await findSameFile(store.read, asked(user))).toMatchObject({ id, state: 'approved' });
  });

  it('is a new one where a figure of it was corrected or withdrawn meanwhile', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    await publish(store, await stage(store, user, [figure(2022, 650)], { fileHash: hash }), user);
    await publish(store, await stage(store, user, [figure(2022, 651)]), user);
    expect(await findSameFile(store.read, asked(user))).toBeNull();
  });

  it('is a new one after it was withdrawn, or read with another hint', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const { id } = await stage(store, user, [figure(2022, 650)], { fileHash: hash });
    expect(await findSameFile(store.read, asked(user, { hints: { year: 2022 } }))).toBeNull();
    const move = { from: ['draft'], to: 'withdrawn', action: 'withdraw', by: user } as const;
    await store.transact((trx) => moveSubmission(trx, id, move));
    expect(await findSameFile(store.read, asked(user))).toBeNull();
  });

  it('of somebody else is known where they hand in for the same region, and else is another’s part of it', async () => {
    const store = await seededStore();
    const [li, wang, zhao] = [await userOf(store), await userOf(store, '王'), await userOf(store, '赵', '990101')];
    await stage(store, li, [figure(2022, 650)], { fileHash: hash });
    expect(await findSameFile(store.read, asked(wang))).toMatchObject({ createdByName: '李' });
    expect(await findSameFile(store.read, asked(zhao, { region: '990101' }))).toBeNull();
  });
});

describe('a draft read anew', () => {
  it('has its rows and problems replaced, compared with what is published now', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const { id } = await stage(store, user, [figure(2022, 650), figure(2023, 660)]);
    await publish(store, await stage(store, user, [figure(2022, 640)]), user);
    const corrections = { shapes: [{ shape: 's', names: [] }], sheets: [] };
    const staged = { figures: [figure(2022, 655)], problems: [] };
    const done = await store.transact((trx) => restageSubmission(trx, id, staged, { user, corrections }));
    expect(done).toBe(true);
    expect(await reload(store, id)).toMatchObject({ state: 'draft', revision: 2, rowCount: 1, corrections });
    expect(await findSubmissionFigures(store.read, id, { from: 0, limit: 10 })).toMatchObject([
      { value: 655, earlierVersion: 1, earlier: { value: 640, version: 1 } },
    ]);
    await publish(store, { id }, user);
    expect(await findFigures(store.read, { indicator: 'stations' })).toMatchObject([{ value: 655, version: 2 }]);
  });

  it('is refused once it is handed on, and where it is another one than was looked at', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const { id } = await stage(store, user, [figure(2022, 650)]);
    const staged = { figures: [], problems: [] };
    const reread = (revision: number) =>
      store.transact((trx) => restageSubmission(trx, id, staged, { user, corrections: null, revision }));
    expect(await reread(0)).toBe(false);
    await approve(store, { id }, user, '2030-01-01T00:00:00.000Z');
    expect(await reread(2)).toBe(false);
    expect((await reload(store, id)).rowCount).toBe(1);
  });
});

describe('lists of submissions', () => {
  it('give their counts, and only those asked for', async () => {
    const store = await seededStore();
    const [li, wang] = [await userOf(store), await userOf(store, '王')];
    const place = { sheet: null, cell: null, row: null, message: 'm', messageEn: null };
    await stage(store, li, [figure(2022, 650)], {
      problems: [
        { severity: 'error', code: 'value_not_number', ...place },
        { severity: 'warning', code: 'value_jump', ...place },
        { severity: 'warning', code: 'unit_converted', ...place },
      ],
    });
    await approve(store, await stage(store, wang, [figure(2023, 1)]), wang, '2030-01-01T00:00:00.000Z');
    const all = await findSubmissions(store.read, { limit: 10 });
    expect(all.map(({ createdBy, figures, errors, toConfirm }) => [createdBy, figures, errors, toConfirm])).toEqual([
      ['王', 1, 0, 0],
      ['李', 1, 1, 1],
    ]);
    expect(await findSubmissions(store.read, { limit: 10, state: 'draft' })).toHaveLength(1);
    expect(await countSubmissions(store.read, { state: 'approved' })).toBe(1);
    expect(await countSubmissions(store.read, { user: li })).toBe(1);
  });
});

describe('kept files', () => {
  const dataDir = () => {
    const folder = mkdtempSync(join(tmpdir(), 'dabiao-uploads-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return folder;
  };

  it('are the bytes that came, once however often they come', async () => {
    const folder = dataDir();
    const bytes = Buffer.from([0, 255, 10, 13, 80, 75]);
    const kept = await Promise.all(Array.from({ length: 4 }, () => keepUpload(folder, bytes)));
    expect(new Set(kept).size).toBe(1);
    expect(readdirSync(join(folder, 'uploads'))).toEqual([kept[0]]);
    expect(await readUpload(folder, kept[0] ?? '')).toEqual(bytes);
  });

  it('are refused where they are gone or changed, and no path is followed', async () => {
    const folder = dataDir();
    const kept = await keepUpload(folder, Buffer.from('1'));
    writeFileSync(uploadPath(folder, kept), '2');
    expect(await readUpload(folder, kept)).toBe('damaged');
    expect(await readUpload(folder, hash)).toBe('missing');
    expect(await readUpload(folder, `../uploads/${kept}`)).toBe('missing');
  });
});
