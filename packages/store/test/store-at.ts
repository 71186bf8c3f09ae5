import { type Kysely, sql } from 'kysely';
import { now } from '../src/key.ts';
import type { Store } from '../src/open.ts';
import type { Tables } from '../src/tables.ts';
import { freshStore } from './fresh-store.ts';

interface Migration {
  number: number;
  name: string;
  up(db: Kysely<Tables>): Promise<void>;
}

/** A store as an earlier program left it: with these migrations and no others. */
export async function storeAt(migrations: readonly Migration[]): Promise<{ store: Store; file: string }> {
  const fresh = freshStore();
  await fresh.store.transact(async (trx) => {
    await sql`create table migration (number integer primary key, name text not null, applied_at text not null)`.execute(
      trx,
    );
    for (const migration of migrations) {
      await migration.up(trx);
      const { number, name } = migration;
      await trx.insertInto('migration').values({ number, name, applied_at: now() }).execute();
    }
  });
  return fresh;
}
