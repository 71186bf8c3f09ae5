import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { insertRows } from '../src/bulk-insert.ts';
import { findFigures } from '../src/figures.ts';
import { keepStatements } from '../src/kept-statements.ts';
import { keysFor } from '../src/key.ts';
import { seededStore } from './fresh-store.ts';
import { approve, figure, publish, stage, userOf } from './staged.ts';

/** Enough to take a while. */
const many = Array.from({ length: 20_000 }, (_, at) => at);

describe('long work', () => {
  it('lets others be answered while it inserts', async () => {
    const store = await seededStore();
    let answers = 0;
    let busy = true;
    const asking = (async () => {
      while (busy) {
        await new Promise(setImmediate);
        await findFigures(store.read, { indicator: 'share' });
        if (busy) answers += 1;
      }
    })();
    const reports: number[] = [];
    await store.transact((trx) =>
      insertRows(
        trx,
        'audit',
        many,
        (seq) => ({
          seq: seq + 1000,
          at: '',
          user: null,
          action: 'x',
          object: null,
          outcome: 'done' as const,
          detail: null,
          address: null,
          previous_hash: '',
          hash: randomUUID(),
        }),
        (done) => reports.push(done),
      ),
    );
    busy = false;
    await asking;
    expect(answers).toBeGreaterThan(3);
    expect([reports[0], reports.at(-1)]).toEqual([100, 20_000]);
    const { n } = await store.read
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('seq', '>=', 1000)
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(20_000);
  });

  it('inserts chunks that are not full, and nothing of nothing', async () => {
    const store = await seededStore();
    const insert = (count: number, from: number) =>
      store.transact((trx) =>
        insertRows(trx, 'region', many.slice(0, count), (at) => ({
          code: String(from + at),
          name: 'x',
          parent: null,
          aliases: '[]',
        })),
      );
    await insert(0, 0);
    await insert(1, 1000);
    await insert(100, 2000);
    await insert(250, 3000);
    const rows = await store.read.selectFrom('region').select('code').where('name', '=', 'x').execute();
    expect(new Set(rows.map(({ code }) => code)).size).toBe(351);
  });

  it('shows readers nothing of what is not finished', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const submission = await stage(store, user, [figure(2022, 650)]);
    const seen: number[] = [];
    const publishing = publish(store, submission, user);
    seen.push((await findFigures(store.read, { indicator: 'stations' })).length);
    await publishing;
    seen.push((await findFigures(store.read, { indicator: 'stations' })).length);
    expect(seen).toEqual([0, 1]);
  });
});

describe('two writers at once', () => {
  it('come one after the other, each whole', async () => {
    const store = await seededStore();
    const user = await userOf(store);
    const staged = await Promise.all([2018, 2019, 2020].map((year) => stage(store, user, [figure(year, year)])));
    await Promise.all(staged.map((one) => publish(store, one, user)));
    expect((await findFigures(store.read, { indicator: 'stations' })).map(({ year }) => year)).toEqual([
      2018, 2019, 2020,
    ]);
    const one = await stage(store, user, [figure(2022, 1)]);
    const both = await Promise.all([approve(store, one, user), approve(store, one, user)]);
    expect(both).toEqual([true, false]);
  });
});

describe('kept statements', () => {
  it('are prepared once, but anew where one is being read', () => {
    let prepared = 0;
    const statements = { busy: false };
    const database = {
      prepare: () => {
        prepared += 1;
        return statements;
      },
      close: () => {},
    };
    const keeping = keepStatements(database as never);
    keeping.prepare('select 1');
    keeping.prepare('select 1');
    expect(prepared).toBe(1);
    statements.busy = true;
    keeping.prepare('select 1');
    expect(prepared).toBe(2);
    statements.busy = false;
    for (let at = 0; at < 400; at += 1) keeping.prepare(`select ${at + 10}`);
    keeping.prepare('select 1');
    expect(prepared).toBe(2 + 400 + 1);
  });
});

describe('keys in bulk', () => {
  it('are all different, and sort by time', async () => {
    const next = keysFor(1000);
    const keys = many.slice(0, 1000).map(next);
    expect(new Set(keys).size).toBe(1000);
    await new Promise((done) => setTimeout(done, 3));
    const later = keysFor(1)();
    expect(keys.every((key) => key < later)).toBe(true);
  });
});
