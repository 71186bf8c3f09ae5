import { now, sha256 } from './key.ts';
import type { Db, Trx } from './open.ts';
import { nameKey } from './users.ts';

/** So many tries in a row lock a name for so many minutes. */
export interface LockLimits {
  tries: number;
  minutes: number;
}

export const USUAL_LOCK: LockLimits = { tries: 5, minutes: 15 };
/** A name that was not tried for a day is forgotten, so that the table does not grow with made-up names. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

const hashOf = (name: string): string => sha256(nameKey(name));
const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString();

/**
 * Counts a try to sign in before the password is looked at, so that many tries at once are not let past the limit. The
 * last that fails in a row locks the name for a while, whether or not somebody has it: a lock tells nothing.
 * @returns whether the name is locked: then the try fails whatever the password.
 */
export async function countTry(
  trx: Trx,
  name: string,
  { tries, minutes }: LockLimits = USUAL_LOCK,
): Promise<{ locked: boolean; justLocked: boolean }> {
  const id = hashOf(name);
  const at = now();
  await trx.deleteFrom('failed_sign_in').where('at', '<', fromNow(-FORGOTTEN_AFTER_MS)).execute();
  const row = await trx.selectFrom('failed_sign_in').selectAll().where('name_hash', '=', id).executeTakeFirst();
  if (row?.locked_until && row.locked_until > at) return { locked: true, justLocked: false };
  const failed = (row?.locked_until ? 0 : (row?.failed ?? 0)) + 1;
  const justLocked = failed >= tries;
  const values = { failed, locked_until: justLocked ? fromNow(minutes * 60_000) : null, at };
  await trx
    .insertInto('failed_sign_in')
    .values({ name_hash: id, ...values })
    .onConflict((conflict) => conflict.column('name_hash').doUpdateSet(values))
    .execute();
  return { locked: false, justLocked };
}

/** Forgets the failures of a name: after signing in, and when an administrator unlocks it. */
export async function clearFailures(trx: Trx, name: string): Promise<void> {
  await trx.deleteFrom('failed_sign_in').where('name_hash', '=', hashOf(name)).execute();
}

/** Which of the names are locked now. */
export async function findLocked(db: Db, names: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('failed_sign_in').select('name_hash').where('locked_until', '>', now()).execute();
  const locked = new Set(rows.map((row) => row.name_hash));
  return new Set(names.filter((name) => locked.has(hashOf(name))));
}

/** Takes back one counted try: the password was right and only the code is still to come. */
export async function forgetTry(trx: Trx, name: string): Promise<void> {
  const id = hashOf(name);
  const row = await trx.selectFrom('failed_sign_in').select('failed').where('name_hash', '=', id).executeTakeFirst();
  if (!row) return;
  await trx
    .updateTable('failed_sign_in')
    .set({ failed: Math.max(0, row.failed - 1), locked_until: null })
    .where('name_hash', '=', id)
    .execute();
}
