import { dirname } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { firstBrokenAuditLine } from '../src/audit.ts';
import { anchorFile } from '../src/audit-anchor.ts';
import { findFigures, findFigureVersions } from '../src/figures.ts';
import { sha256 } from '../src/key.ts';
import { newestMigration } from '../src/migrate.ts';
import { first } from '../src/migrations/001-first.ts';
import { measures } from '../src/migrations/002-measures.ts';
import { judgingSettings } from '../src/migrations/003-judging-settings.ts';
import { reviewAndRelease } from '../src/migrations/004-review-and-release.ts';
import { briefingsOfAnything } from '../src/migrations/005-briefings-of-anything.ts';
import type { Store, Trx } from '../src/open.ts';
import { hashPassword, verifyPassword } from '../src/password.ts';
import { prepareStore } from '../src/prepare.ts';
import { keepUpload } from '../src/uploads.ts';
import { findCredentials } from '../src/users.ts';
import { isWhole, verifyStore } from '../src/verify.ts';
import { seedsOf, smallCatalogue } from './small-catalogue.ts';
import { storeAt } from './store-at.ts';

const RELEASES = [first, measures, judgingSettings, reviewAndRelease, briefingsOfAnything];
const BYTES = Buffer.from('年份,数值\n2022,650\n');

/** Lines as the first program wrote and chained them: of roles and requests nothing was known. */
async function insertOldAudit(trx: Trx): Promise<void> {
  let previous = '0'.repeat(64);
  for (const [at, action, object] of [
    [1, 'user.add', 'li'],
    [2, 'submission.add', 's1'],
    [3, 'submission.approve', 's1'],
  ] as const) {
    const time = `2024-01-0${at}T00:00:00.000Z`;
    const hash = sha256(JSON.stringify([previous, at, time, 'li', action, object, 'done', null, '10.0.0.1']));
    await sql`insert into audit (seq, at, "user", action, object, outcome, address, previous_hash, hash)
      values (${at}, ${time}, 'li', ${action}, ${object}, 'done', '10.0.0.1', ${previous}, ${hash})`.execute(trx);
    previous = hash;
  }
  await sql`insert into setting (key, value) values ('audit_head', ${`3 ${previous}`})`.execute(trx);
}

/** What an office may have had: people, a released submission, its figures in two versions, the record of it. */
async function fill(store: Store, file: string): Promise<void> {
  const password = await hashPassword('Stone-Bridge-7');
  const hash = await keepUpload(dirname(file), BYTES);
  const statements = [
    sql`insert into setting (key, value) values ('workspace', 'real'), ('catalogue_hash', 'of an older program')`,
    sql`insert into region (code, name, parent, aliases) values ('990100', '东市', null, '[]')`,
    sql`insert into indicator (id, name, name_en, unit, direction, measure, definition, aliases, natural_limit)
      values ('stations', '基站数', null, '个', 'more', 'stock', null, '[]', null)`,
    sql`insert into "user" (id, name, name_key, display_name, password_hash, region, must_change_password, disabled,
      failed_sign_ins, locked_until, created_at, created_by) values
      ('u1', 'li', 'li', '李', ${password}, '990100', 0, 0, 2, null, '2024-01-01T00:00:00.000Z', null),
      ('u2', 'sec', 'sec', '安全', ${password}, null, 0, 0, 0, null, '2024-01-01T00:00:00.000Z', null),
      ('u3', 'old', 'old', '旧', ${password}, null, 0, 1, 0, null, '2024-01-01T00:00:00.000Z', 'u2')`,
    sql`insert into user_role ("user", role) values ('u1', 'statistician'), ('u2', 'security_admin'), ('u3', 'viewer')`,
    sql`insert into submission (id, state, file_name, file_hash, idempotency_key, created_at, created_by, decided_at,
      decided_by, reason, targets_touched) values ('s1', 'approved', 'a.csv', ${hash}, null,
      '2024-01-02T00:00:00.000Z', 'u1', '2024-01-03T00:00:00.000Z', 'u1', '核对', '[]')`,
    sql`insert into figure (id, indicator, region, year, version, value, status, caveats, note, source_title,
      source_publisher, source_date, source_address, quote, submission, recorded_at, recorded_by, demo) values
      ('f1', 'stations', '990100', 2022, 1, '640.50', 'preliminary', '[]', null, 'a.csv', null, null, null, null, 's1',
        '2024-01-03T00:00:00.000Z', 'u1', 0),
      ('f2', 'stations', '990100', 2022, 2, '650.0', 'final', '["at_least"]', '650余', 'a.csv', null, null, null, null,
        's1', '2024-01-04T00:00:00.000Z', 'u1', 0)`,
  ];
  await store.transact(async (trx) => {
    for (const statement of statements) await statement.execute(trx);
    await insertOldAudit(trx);
  });
}

describe('a filled database of an earlier program', () => {
  it.each(RELEASES.map((_, at) => at + 1))('as of migration %i keeps everything, and is whole', async (release) => {
    const { store, file } = await storeAt(RELEASES.slice(0, release));
    await fill(store, file);
    await prepareStore(store, { seeds: seedsOf(smallCatalogue()), kind: 'real', today: '2024-06-01', version: 'new' });
    const db = store.read;
    const { number } = await db
      .selectFrom('migration')
      .select(({ fn }) => fn.max('number').as('number'))
      .executeTakeFirstOrThrow();
    expect(number).toBe(newestMigration());

    const old = { indicator: 'stations', region: '990100', from: 2022, to: 2022 };
    expect((await findFigureVersions(db, old)).filter(({ submission }) => submission === 's1')).toMatchObject([
      { id: 'f2', value: 650, decimals: 1, status: 'final', caveats: ['at_least'], note: '650余', label: 'public' },
      { id: 'f1', value: 640.5, decimals: 2, status: 'preliminary', recordedBy: '李', withdrawn: false },
    ]);
    expect((await findFigures(db, old)).length).toBe(1);

    const people = [
      await findCredentials(db, 'li'),
      await findCredentials(db, 'sec'),
      await findCredentials(db, 'old'),
    ];
    expect(people.map((one) => one?.user)).toMatchObject([
      { id: 'u1', roles: ['statistician'], region: '990100', disabled: false, clearance: 'internal', twoFactor: false },
      { id: 'u2', roles: ['security_admin'], region: null, disabled: false, clearance: 'public' },
      { id: 'u3', roles: ['viewer'], disabled: true, clearance: 'public' },
    ]);
    expect(await verifyPassword(people[0]?.passwordHash ?? '', 'Stone-Bridge-7')).toBe(true);

    const lines = await db.selectFrom('audit').select(['seq', 'user', 'action', 'object']).orderBy('seq').execute();
    expect(lines.slice(0, 4)).toEqual([
      { seq: 1, user: 'li', action: 'user.add', object: 'li' },
      { seq: 2, user: 'li', action: 'submission.add', object: 's1' },
      { seq: 3, user: 'li', action: 'submission.approve', object: 's1' },
      // The chain goes on where the old program left it.
      { seq: 4, user: null, action: 'catalogue.seed', object: null },
    ]);
    const folder = dirname(file);
    const found = await verifyStore(db, folder, anchorFile(folder));
    expect([found, isWhole(found)]).toEqual([{ database: [], audit: null, anchor: null, files: [], lines: 4 }, true]);

    // And an old line that is altered now is found.
    await store.transact((trx) => sql`update audit set object = 's2' where seq = 2`.execute(trx));
    expect(await firstBrokenAuditLine(db)).toBe(2);
  });
});
