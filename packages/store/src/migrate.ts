import { type Kysely, sql } from 'kysely';
import { now } from './key.ts';
import { first } from './migrations/001-first.ts';
import { measures } from './migrations/002-measures.ts';
import { judgingSettings } from './migrations/003-judging-settings.ts';
import { reviewAndRelease } from './migrations/004-review-and-release.ts';
import { briefingsOfAnything } from './migrations/005-briefings-of-anything.ts';
import { peopleAndTrust } from './migrations/006-people-and-trust.ts';
import { readings } from './migrations/007-readings.ts';
import { labels } from './migrations/008-labels.ts';
import { outsideSignIn } from './migrations/009-outside-sign-in.ts';
import { regionsOfReadings } from './migrations/010-regions-of-readings.ts';
import { measuresRead } from './migrations/011-measures-read.ts';
import { englishProblems } from './migrations/012-english-problems.ts';
import type { Db, Store, Trx } from './open.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

interface Migration {
  number: number;
  name: string;
  up(db: Kysely<Tables>): Promise<void>;
}

/** Every change of the tables, in order. A migration that has shipped is never edited. */
const MIGRATIONS: readonly Migration[] = [
  first,
  measures,
  judgingSettings,
  reviewAndRelease,
  briefingsOfAnything,
  peopleAndTrust,
  readings,
  labels,
  outsideSignIn,
  regionsOfReadings,
  measuresRead,
  englishProblems,
];

/** How long a migrating process may hold the lock before another may take it over. */
const LOCK_MINUTES = 10;

/** The number of the newest migration this program knows. */
export const newestMigration = (): number => MIGRATIONS.at(-1)?.number ?? 0;

/** The number of the newest migration applied; 0 for an empty database. */
export async function appliedMigration(db: Db): Promise<number> {
  const row = await db
    .selectFrom('migration')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst()
    .catch(() => undefined);
  return Number(row?.number ?? 0);
}

/** What has not been applied, in order; asked by number, so that one made on another branch is not left out. */
async function missingMigrations(db: Db): Promise<Migration[]> {
  const rows = await db
    .selectFrom('migration')
    .select('number')
    .execute()
    .catch(() => []);
  const known = new Set(rows.map(({ number }) => Number(number)));
  return MIGRATIONS.filter(({ number }) => !known.has(number));
}

async function prepareTables(trx: Trx): Promise<void> {
  await sql`create table if not exists migration (number integer primary key, name text not null, applied_at text not null)`.execute(
    trx,
  );
  await sql`create table if not exists migration_lock (id integer primary key, locked_until text not null)`.execute(
    trx,
  );
  await trx
    .insertInto('migration_lock')
    .values({ id: 1, locked_until: '' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function takeLock(store: Store): Promise<void> {
  const until = new Date(Date.now() + LOCK_MINUTES * 60_000).toISOString();
  const taken = await store.transact((trx) =>
    trx
      .updateTable('migration_lock')
      .set({ locked_until: until })
      .where('id', '=', 1)
      .where('locked_until', '<', now())
      .executeTakeFirst(),
  );
  if (Number(taken.numUpdatedRows) !== 1) {
    throw new StoreError('另一个进程正在升级数据库，请稍后再启动 (another process is migrating the database)');
  }
}

/**
 * Brings the tables up to date, each migration in one transaction, under a one-row lock that every SQL engine can hold.
 * @returns the numbers of the migrations applied now.
 * @throws where the database is newer than this program, or another process is migrating.
 */
export async function migrate(store: Store): Promise<number[]> {
  const applied = await appliedMigration(store.read);
  if (applied > newestMigration()) {
    throw new StoreError(
      `数据库版本 ${applied} 比程序支持的 ${newestMigration()} 新，请用新版程序打开 (the database is newer than this program)`,
    );
  }
  const missing = await missingMigrations(store.read);
  if (missing.length === 0) return [];
  await store.transact(prepareTables);
  await takeLock(store);
  try {
    const done: number[] = [];
    for (const migration of missing) {
      await store.transact(async (trx) => {
        await migration.up(trx);
        await trx
          .insertInto('migration')
          .values({ number: migration.number, name: migration.name, applied_at: now() })
          .execute();
      });
      done.push(migration.number);
    }
    return done;
  } finally {
    await store.transact((trx) => trx.updateTable('migration_lock').set({ locked_until: '' }).execute());
  }
}
