import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrate } from '../src/migrate.ts';
import { first } from '../src/migrations/001-first.ts';
import { measures } from '../src/migrations/002-measures.ts';
import { judgingSettings } from '../src/migrations/003-judging-settings.ts';
import { releaseDue } from '../src/release.ts';
import { findSubmission, findSubmissionFigures } from '../src/submissions.ts';
import { storeAt } from './store-at.ts';

const STATEMENTS = [
  `insert into region values ('990100', '东市', null, '[]')`,
  `insert into indicator values ('stations', '基站数', null, '个', 'more', 'stock', null, '[]', null)`,
  `insert into "user" values ('u', '李', '李', '李', 'x', '990100', 0, 0, 0, null, '2024-01-01T00:00:00.000Z', null)`,
  `insert into submission values
    ('s1', 'approved', 'a.csv', 'h', null, '2024-01-01T00:00:00.000Z', 'u', '2024-01-02T00:00:00.000Z', 'u', null, '[]'),
    ('s2', 'draft', 'b.csv', 'h', null, '2024-01-03T00:00:00.000Z', 'u', null, null, null, '[]')`,
  `insert into submission_figure values
    ('s1', 0, 'stations', '990100', 2022, '650', '个', 'final', 'a', 'D2', 2, '650', null, 0),
    ('s1', 1, 'stations', '990100', 2023, '660', '个', 'final', 'a', 'D3', 3, '660', null, 0),
    ('s2', 0, 'stations', '990100', 2024, '670', '个', 'final', 'b', 'D2', 2, '670', null, 0)`,
];

describe('a database of an earlier program', () => {
  it('keeps its submissions: what was approved is published, what was a draft still waits', async () => {
    const { store } = await storeAt([first, measures, judgingSettings]);
    await store.transact(async (trx) => {
      for (const statement of STATEMENTS) await sql.raw(statement).execute(trx);
    });
    expect((await migrate(store))[0]).toBe(4);
    expect(await findSubmission(store.read, 's1')).toMatchObject({
      kind: 'file',
      state: 'approved',
      releasedAt: '2024-01-02T00:00:00.000Z',
      rowCount: 2,
      hints: {},
      steps: [],
    });
    expect(await findSubmission(store.read, 's2')).toMatchObject({ state: 'draft', releasedAt: null, rowCount: 1 });
    expect(await findSubmissionFigures(store.read, 's2', { from: 0, limit: 5 })).toMatchObject([
      { value: 670, withdrawn: false, earlier: null },
    ]);
    expect(await releaseDue(store, '2030-01-01T00:00:00.000Z', 2030)).toEqual([]);
  });
});
