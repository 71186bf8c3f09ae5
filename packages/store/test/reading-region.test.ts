import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../src/migrate.ts';
import { first } from '../src/migrations/001-first.ts';
import { measures } from '../src/migrations/002-measures.ts';
import { judgingSettings } from '../src/migrations/003-judging-settings.ts';
import { reviewAndRelease } from '../src/migrations/004-review-and-release.ts';
import { briefingsOfAnything } from '../src/migrations/005-briefings-of-anything.ts';
import { peopleAndTrust } from '../src/migrations/006-people-and-trust.ts';
import { readings } from '../src/migrations/007-readings.ts';
import { labels } from '../src/migrations/008-labels.ts';
import { outsideSignIn } from '../src/migrations/009-outside-sign-in.ts';
import { insertUser } from '../src/users.ts';
import { storeAt } from './store-at.ts';

const BEFORE = [
  first,
  measures,
  judgingSettings,
  reviewAndRelease,
  briefingsOfAnything,
  peopleAndTrust,
  readings,
  labels,
  outsideSignIn,
];

it('readings of an earlier program are of the region their document says', async () => {
  const { store } = await storeAt(BEFORE);
  await store.transact(async (trx) => {
    const li = { name: 'li', displayName: '李', roles: ['statistician'], region: null, createdBy: null };
    const user = (await insertUser(trx, li))?.id;
    for (const [id, region] of [
      ['a', '371300'],
      ['b', null],
      ['c', ''],
    ] as const) {
      await sql`insert into reading (id, file_name, file_hash, text, document, outline, beside, state, revision,
        published_as, created_at, created_by, decided_at, decided_by, label) values (${id}, 'x', ${id}, '文',
        ${JSON.stringify({ region })}, '[]', '[]', 'open', 0, null, '2026-01-01T00:00:00.000Z', ${user}, null, null, 0)`.execute(
        trx,
      );
    }
  });
  expect(await migrate(store)).toContain(10);
  const rows = await store.read.selectFrom('reading').select(['id', 'region']).orderBy('id').execute();
  expect(rows.map(({ region }) => region)).toEqual(['371300', null, null]);
});
