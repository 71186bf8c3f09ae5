import { newKey } from './key.ts';
import type { Db, Trx } from './open.ts';
import { verifyPassword } from './password.ts';

/** How many hashes are kept of each user, whatever the policy asks for today. */
const KEPT = 12;

/** Remembers the hash of a password that was set; the oldest are forgotten. */
export async function rememberPassword(trx: Trx, user: string, passwordHash: string): Promise<void> {
  await trx.insertInto('password_history').values({ id: newKey(), user, password_hash: passwordHash }).execute();
  const rows = await trx
    .selectFrom('password_history')
    .select('id')
    .where('user', '=', user)
    .orderBy('id', 'desc')
    .execute();
  const old = rows.slice(KEPT).map(({ id }) => id);
  if (old.length > 0) await trx.deleteFrom('password_history').where('id', 'in', old).execute();
}

/** Whether the password is the present one or among the `back` last ones of the user. */
export async function wasUsedBefore(db: Db, user: string, password: string, back: number): Promise<boolean> {
  const present = await db.selectFrom('user').select('password_hash').where('id', '=', user).executeTakeFirst();
  const past = await db
    .selectFrom('password_history')
    .select('password_hash')
    .where('user', '=', user)
    .orderBy('id', 'desc')
    .limit(back)
    .execute();
  const hashes = new Set([present, ...past].flatMap((row) => (row ? [row.password_hash] : [])));
  for (const hash of hashes) if (await verifyPassword(hash, password)) return true;
  return false;
}
