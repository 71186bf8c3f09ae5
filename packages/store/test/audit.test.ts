import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { auditHead, findAudit, firstBrokenAuditLine, insertAudit } from '../src/audit.ts';
import { addAnchor, firstLostAnchor } from '../src/audit-anchor.ts';
import { auditContext } from '../src/audit-context.ts';
import type { Store, Trx } from '../src/open.ts';
import { insertUser } from '../src/users.ts';
import { seededStore } from './fresh-store.ts';

const ESCAPES = 'b\r\n\u001b[31m';

async function written(): Promise<Store> {
  const store = await seededStore();
  for (const object of ['a', ESCAPES, 'c']) {
    await store.transact((trx) => insertAudit(trx, { user: 'li', action: 'test.do', object }));
  }
  return store;
}

/** Ways to tamper with the lines 1 (of the seeding) to 4, and the line that is found wrong. */
const TAMPERING: [how: string, found: number, change: (trx: Trx) => Promise<unknown>][] = [
  ['altered', 3, (trx) => trx.updateTable('audit').set({ user: 'wang' }).where('seq', '=', 3).execute()],
  ['given other roles', 3, (trx) => trx.updateTable('audit').set({ roles: 'viewer' }).where('seq', '=', 3).execute()],
  ['missing', 4, (trx) => trx.deleteFrom('audit').where('seq', '=', 3).execute()],
  ['missing at the front', 2, (trx) => trx.deleteFrom('audit').where('seq', '=', 1).execute()],
  ['cut off the end', 4, (trx) => trx.deleteFrom('audit').where('seq', '=', 4).execute()],
  ['all cut off', 1, (trx) => trx.deleteFrom('audit').execute()],
  [
    'reordered',
    2,
    async (trx) => {
      for (const [from, to] of [
        [2, 90],
        [3, 2],
        [90, 3],
      ] as const) {
        await trx.updateTable('audit').set({ seq: to }).where('seq', '=', from).execute();
      }
    },
  ],
];

describe('the audit', () => {
  it('is one chain', async () => {
    const store = await written();
    expect(await firstBrokenAuditLine(store.read)).toBeNull();
    expect((await findAudit(store.read, 2)).map(({ object }) => object)).toEqual(['c', ESCAPES]);
  });

  it.each(TAMPERING)('shows lines that were %s', async (_how, found, change) => {
    const store = await written();
    await store.transact(change);
    expect(await firstBrokenAuditLine(store.read)).toBe(found);
  });

  it('carries the request and the roles of whoever asked', async () => {
    const store = await written();
    await auditContext.run({ request: 'req-7', roles: 'reviewer' }, () =>
      store.transact((trx) => insertAudit(trx, { user: 'li', action: 'test.do' })),
    );
    expect((await findAudit(store.read, 1))[0]).toMatchObject({ request: 'req-7', roles: 'reviewer' });
    expect(await firstBrokenAuditLine(store.read)).toBeNull();
  });

  it('is searched by user, action or its noun, outcome and time', async () => {
    const store = await written();
    await store.transact((trx) => insertAudit(trx, { user: 'wang', action: 'tester.do', outcome: 'refused' }));
    const found = async (search: Parameters<typeof findAudit>[3]) =>
      (await findAudit(store.read, 100, undefined, search)).map(({ seq }) => seq);
    expect(await found({ action: 'test' })).toEqual([4, 3, 2]);
    expect(await found({ action: 'test.do', object: 'a' })).toEqual([2]);
    expect(await found({ user: 'wang' })).toEqual([5]);
    expect(await found({ outcome: 'refused' })).toEqual([5]);
    expect(await found({ from: '2999-01-01' })).toEqual([]);
    expect(await found({ user: "' or 1=1 --" })).toEqual([]);
  });

  it('belongs to its change: where the line cannot be written, the change does not happen', async () => {
    const store = await written();
    await store.transact(async (trx) => {
      await sql`create trigger stop before insert on audit begin select raise(abort, 'no'); end`.execute(trx);
    });
    const change = store.transact(async (trx) => {
      const user = { name: 'Wang', displayName: '王', roles: ['viewer'], region: null, createdBy: null };
      await insertUser(trx, user);
      await insertAudit(trx, { user: 'li', action: 'user.add', object: 'Wang' });
    });
    await expect(change).rejects.toThrow('no');
    const { n } = await store.read
      .selectFrom('user')
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(0);
  });
});

describe('anchors outside the database', () => {
  it('show a record that was written anew from the start, chain and all', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'dabiao-anchor-')), 'anchors.jsonl');
    const store = await written();
    await addAnchor(store.read, file);
    await addAnchor(store.read, file);
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
    expect(await firstLostAnchor(store.read, file)).toBeNull();
    const { seq, hash } = await auditHead(store.read);
    await store.transact((trx) => trx.deleteFrom('audit').where('seq', '>=', 3).execute());
    for (const object of ['forged', 'forged']) {
      await store.transact((trx) => insertAudit(trx, { user: 'li', action: 'test.do', object }));
    }
    expect(await firstBrokenAuditLine(store.read)).toBeNull();
    expect(await firstLostAnchor(store.read, file)).toMatchObject({ seq, hash });
  });

  it('are read past a line that was cut short', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'dabiao-anchor-')), 'anchors.jsonl');
    const store = await written();
    await addAnchor(store.read, file);
    appendFileSync(file, '{"at":"20');
    expect(await firstLostAnchor(store.read, file)).toBeNull();
  });
});
