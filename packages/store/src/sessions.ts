import { newSecret, now, sha256 } from './key.ts';
import type { Db, Trx } from './open.ts';
import { findCredentialsById, type User } from './users.ts';

/** A session ends after so many idle minutes, and after so many hours in any case. */
export interface SessionLimits {
  idleMinutes: number;
  hours: number;
}

/** How old the last-seen time may grow before it is written again, so that reading does not write each time. */
const SEEN_EVERY_MS = 60_000;

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

/** How somebody proved who they are. */
export interface SessionOrigin {
  by: 'password' | 'provider';
  /** Whether a provider saw a second factor, and is believed. */
  factorShown: boolean;
}

/** Opens a session. @returns the secret for the cookie; only its hash is stored. */
export async function insertSession(
  trx: Trx,
  user: string,
  address: string | null,
  { hours }: SessionLimits,
  origin: SessionOrigin = { by: 'password', factorShown: false },
): Promise<string> {
  const secret = newSecret();
  const at = now();
  await trx.deleteFrom('session').where('expires_at', '<', at).execute();
  await trx
    .insertInto('session')
    .values({
      id: sha256(secret),
      user,
      created_at: at,
      last_seen_at: at,
      expires_at: new Date(Date.now() + hours * 3_600_000).toISOString(),
      address,
      opened_by: origin.by,
      factor_shown: origin.factorShown ? 1 : 0,
    })
    .execute();
  return secret;
}

export interface SignedIn {
  user: User;
  session: string;
  origin: SessionOrigin;
  /** True where the last-seen time should be written (see `touchSession`). */
  stale: boolean;
}

/** Who holds the secret; null where the session ended, was idle too long, or its user is disabled. */
export const findSession = (db: Db, secret: string, limits: SessionLimits): Promise<SignedIn | null> =>
  findSessionById(db, sha256(secret), limits);

/** The same by the session's id, for what was begun in it and comes back without its cookie. */
export async function findSessionById(
  db: Db,
  id: string,
  { idleMinutes, hours }: SessionLimits,
): Promise<SignedIn | null> {
  const row = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
  // The hours hold as they are now: a limit that was shortened ends what was opened before.
  if (!row || row.expires_at <= now() || row.created_at <= ago(hours * 3_600_000)) return null;
  if (row.last_seen_at <= ago(idleMinutes * 60_000)) return null;
  const credentials = await findCredentialsById(db, row.user);
  if (!credentials || credentials.user.disabled) return null;
  const origin = { by: row.opened_by, factorShown: row.factor_shown === 1 };
  return { user: credentials.user, session: id, origin, stale: row.last_seen_at < ago(SEEN_EVERY_MS) };
}

/** A session as its owner sees it. */
export interface OwnSession {
  /** The beginning of its id: enough to name it among one's own. */
  id: string;
  createdAt: string;
  lastSeenAt: string;
  address: string | null;
  by: SessionOrigin['by'];
  /** Whether it is the one asked from. */
  here: boolean;
}

const NAMED_BY = 16;

/** The running sessions of a user, the one last seen first. */
export async function findSessions(
  db: Db,
  user: string,
  here: string,
  { idleMinutes, hours }: SessionLimits,
): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('user', '=', user)
    .where('expires_at', '>', now())
    .where('created_at', '>', ago(hours * 3_600_000))
    .where('last_seen_at', '>', ago(idleMinutes * 60_000))
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id.slice(0, NAMED_BY),
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    address: row.address,
    by: row.opened_by,
    here: row.id === here,
  }));
}

/** Ends one session of a user, by the id its owner saw. @returns false where the user has none of it. */
export async function deleteOwnSession(trx: Trx, user: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('user', '=', user)
    .where('id', 'like', `${id}%`)
    .executeTakeFirst();
  return Number(numDeletedRows) === 1;
}

export async function touchSession(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('session').set({ last_seen_at: now() }).where('id', '=', id).execute();
}

export async function deleteSession(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('session').where('id', '=', id).execute();
}

/** Ends every session of a user but, where given, the one asked from. @returns how many ended. */
export async function deleteSessions(trx: Trx, user: string, but: string | null): Promise<number> {
  let query = trx.deleteFrom('session').where('user', '=', user);
  if (but !== null) query = query.where('id', '<>', but);
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}
