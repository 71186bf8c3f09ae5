import { newKey, newSecret, now, sha256 } from './key.ts';
import { readList } from './lists.ts';
import type { Db, Trx } from './open.ts';
import { findCredentialsById, type User } from './users.ts';

const PREFIX = 'dbt_';
/** How old the last-used time may grow before it is written again. */
const USED_EVERY_MS = 60_000;

export interface ApiToken {
  id: string;
  label: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

export interface NewToken {
  user: string;
  label: string;
  scopes: readonly string[];
  /** ISO 8601, UTC. */
  expiresAt: string;
}

/** Makes a token for a program. @returns its id and the token itself, of which only the hash is kept. */
export async function insertToken(trx: Trx, token: NewToken): Promise<{ id: string; secret: string }> {
  const secret = `${PREFIX}${newSecret()}`;
  const id = newKey();
  await trx
    .insertInto('api_token')
    .values({
      id,
      user: token.user,
      label: token.label,
      hash: sha256(secret),
      scopes: JSON.stringify(token.scopes),
      created_at: now(),
      expires_at: token.expiresAt,
      last_used_at: null,
    })
    .execute();
  return { id, secret };
}

/** The tokens of a user, newest first. */
export async function findTokens(db: Db, user: string): Promise<ApiToken[]> {
  const rows = await db.selectFrom('api_token').selectAll().where('user', '=', user).orderBy('id', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    scopes: readList(row.scopes),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** Takes a token back. @returns false where the user has none of this id. */
export async function deleteToken(trx: Trx, user: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('api_token')
    .where('id', '=', id)
    .where('user', '=', user)
    .executeTakeFirst();
  return Number(numDeletedRows) === 1;
}

export interface TokenHolder {
  user: User;
  id: string;
  scopes: string[];
  /** True where the last-used time should be written (see `touchToken`). */
  stale: boolean;
}

/** Whose token this is; null where it is unknown or expired, or its user is disabled. */
export async function findTokenHolder(db: Db, secret: string): Promise<TokenHolder | null> {
  if (!secret.startsWith(PREFIX)) return null;
  const row = await db.selectFrom('api_token').selectAll().where('hash', '=', sha256(secret)).executeTakeFirst();
  if (!row || row.expires_at <= now()) return null;
  const known = await findCredentialsById(db, row.user);
  if (!known || known.user.disabled) return null;
  const before = new Date(Date.now() - USED_EVERY_MS).toISOString();
  return {
    user: known.user,
    id: row.id,
    scopes: readList(row.scopes),
    stale: row.last_used_at === null || row.last_used_at < before,
  };
}

export async function touchToken(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('api_token').set({ last_used_at: now() }).where('id', '=', id).execute();
}

/** Takes back every token of a user. */
export async function deleteTokens(trx: Trx, user: string): Promise<void> {
  await trx.deleteFrom('api_token').where('user', '=', user).execute();
}
