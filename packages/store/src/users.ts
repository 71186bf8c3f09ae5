import { type Label, type Level, labelAt, levelOf } from '@dabiao/domain/label';
import type { Selectable } from 'kysely';
import { newKey, newSecret, now } from './key.ts';
import type { Db, Trx } from './open.ts';
import { hashPassword } from './password.ts';
import { rememberPassword } from './password-history.ts';
import type { Tables } from './tables.ts';

export interface User {
  id: string;
  name: string;
  displayName: string;
  roles: string[];
  region: string | null;
  mustChangePassword: boolean;
  disabled: boolean;
  createdAt: string;
  lastSignInAt: string | null;
  /** Whether a second factor is set up. */
  twoFactor: boolean;
  /** The highest label they may read. */
  clearance: Label;
}

/** What sign-in needs to know; never leaves the server. */
export interface Credentials {
  user: User;
  passwordHash: string;
  passwordSetAt: string;
}

/** Names that look alike are one: NFKC, lower case, without spaces. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

async function rolesOf(db: Db, users: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (users.length === 0) return found;
  const rows = await db.selectFrom('user_role').selectAll().where('user', 'in', users).orderBy('role').execute();
  for (const { user, role } of rows) found.set(user, [...(found.get(user) ?? []), role]);
  return found;
}

const COLUMNS = [
  'id',
  'name',
  'display_name',
  'region',
  'must_change_password',
  'disabled',
  'created_at',
  'password_hash',
  'password_set_at',
  'last_sign_in_at',
  'totp_confirmed',
  'clearance',
] as const;

type Row = Pick<Selectable<Tables['user']>, (typeof COLUMNS)[number]>;

const toUser = (row: Row, roles: string[]): User => ({
  id: row.id,
  name: row.name,
  displayName: row.display_name,
  roles,
  region: row.region,
  mustChangePassword: row.must_change_password === 1,
  disabled: row.disabled === 1,
  createdAt: row.created_at,
  lastSignInAt: row.last_sign_in_at,
  twoFactor: row.totp_confirmed === 1,
  clearance: labelAt(row.clearance),
});

async function credentialsWhere(db: Db, column: 'id' | 'name_key', value: string): Promise<Credentials | null> {
  const row = await db.selectFrom('user').select(COLUMNS).where(column, '=', value).executeTakeFirst();
  if (!row) return null;
  const roles = (await rolesOf(db, [row.id])).get(row.id) ?? [];
  return {
    user: toUser(row, roles),
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at ?? row.created_at,
  };
}

export const findCredentials = (db: Db, name: string): Promise<Credentials | null> =>
  credentialsWhere(db, 'name_key', nameKey(name));

export const findCredentialsById = (db: Db, id: string): Promise<Credentials | null> => credentialsWhere(db, 'id', id);

/** All users, by name. */
export async function findUsers(db: Db): Promise<User[]> {
  const rows = await db.selectFrom('user').select(COLUMNS).orderBy('name').execute();
  const roles = await rolesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toUser(row, roles.get(row.id) ?? []));
}

/** Those who hand in and review see what is not released: they begin with 内部; everyone else with 公开. */
const usualClearance = (roles: readonly string[]): Level =>
  roles.some((role) => role === 'statistician' || role === 'reviewer') ? 1 : 0;

export interface NewUser {
  name: string;
  displayName: string;
  roles: readonly string[];
  region: string | null;
  createdBy: string | null;
  /** Given only where the person set it; otherwise a one-time password is made. */
  password?: string;
}

/**
 * Adds a user. Without a password of their own they get a one-time password, to be changed at first sign-in.
 * @returns the user's id and that password; null where the name (or one that looks like it) is taken.
 */
export async function insertUser(trx: Trx, user: NewUser): Promise<{ id: string; password: string } | null> {
  const key = nameKey(user.name);
  const taken = await trx.selectFrom('user').select('id').where('name_key', '=', key).executeTakeFirst();
  if (taken) return null;
  const id = newKey();
  const password = user.password ?? newSecret(16);
  const passwordHash = await hashPassword(password);
  const at = now();
  await trx
    .insertInto('user')
    .values({
      id,
      name: user.name.trim(),
      name_key: key,
      display_name: user.displayName,
      password_hash: passwordHash,
      region: user.region,
      must_change_password: user.password === undefined ? 1 : 0,
      disabled: 0,
      created_at: at,
      created_by: user.createdBy,
      password_set_at: at,
      clearance: usualClearance(user.roles),
    })
    .execute();
  await rememberPassword(trx, id, passwordHash);
  for (const role of user.roles) await trx.insertInto('user_role').values({ user: id, role }).execute();
  return { id, password };
}

const COMMAND_LINE = 'command-line';

/** The account in whose name the command line writes; disabled, so that nobody can sign in with it. */
export async function commandLineUser(trx: Trx): Promise<string> {
  const known = await findCredentials(trx, COMMAND_LINE);
  if (known) return known.user.id;
  const made = await insertUser(trx, {
    name: COMMAND_LINE,
    displayName: '命令行',
    roles: [],
    region: null,
    createdBy: null,
  });
  if (!made) throw new Error('the command line has no account');
  await setDisabled(trx, made.id, true);
  return made.id;
}

/** Sets a password and ends every session of the user. `oneTime` makes them change it at the next sign-in. */
export async function setPassword(trx: Trx, id: string, password: string, oneTime: boolean): Promise<void> {
  const passwordHash = await hashPassword(password);
  await trx
    .updateTable('user')
    .set({ password_hash: passwordHash, must_change_password: oneTime ? 1 : 0, password_set_at: now() })
    .where('id', '=', id)
    .execute();
  await rememberPassword(trx, id, passwordHash);
  await trx.deleteFrom('session').where('user', '=', id).execute();
}

/** Notes that a user signed in; a hash of an older cost is replaced by `rehashed`, an old password is to be changed. */
export async function noteSignIn(
  trx: Trx,
  id: string,
  found: { rehashed: string | null; passwordTooOld: boolean },
): Promise<void> {
  await trx
    .updateTable('user')
    .set({
      last_sign_in_at: now(),
      ...(found.rehashed === null ? {} : { password_hash: found.rehashed }),
      ...(found.passwordTooOld ? { must_change_password: 1 as const } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Gives a user these roles and this region instead of those they had; their sessions end. */
export async function setRoles(trx: Trx, id: string, roles: readonly string[], region: string | null): Promise<void> {
  await trx.updateTable('user').set({ region }).where('id', '=', id).execute();
  await trx.deleteFrom('user_role').where('user', '=', id).execute();
  for (const role of roles) await trx.insertInto('user_role').values({ user: id, role }).execute();
  await trx.deleteFrom('session').where('user', '=', id).execute();
}

/** Sets the highest label a user may read; it counts from their next request on. */
export async function setClearance(trx: Trx, id: string, clearance: Label): Promise<void> {
  await trx
    .updateTable('user')
    .set({ clearance: levelOf(clearance) })
    .where('id', '=', id)
    .execute();
}

/** Disables a user (or lets them in again) and ends their sessions; one let in again counts as used from now. */
export async function setDisabled(trx: Trx, id: string, disabled: boolean): Promise<void> {
  await trx
    .updateTable('user')
    .set(disabled ? { disabled: 1 } : { disabled: 0, last_sign_in_at: now() })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('session').where('user', '=', id).execute();
}
