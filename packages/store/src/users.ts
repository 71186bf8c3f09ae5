import { newKey, newSecret, now } from './key.ts';
import type { Db, Trx } from './open.ts';
import { hashPassword } from './password.ts';

export interface User {
  id: string;
  name: string;
  displayName: string;
  roles: string[];
  region: string | null;
  mustChangePassword: boolean;
  disabled: boolean;
  createdAt: string;
}

/** What sign-in needs to know; never leaves the server. */
export interface Credentials {
  user: User;
  passwordHash: string;
  failedSignIns: number;
  lockedUntil: string | null;
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
  'failed_sign_ins',
  'locked_until',
] as const;

async function credentialsWhere(db: Db, column: 'id' | 'name_key', value: string): Promise<Credentials | null> {
  const row = await db.selectFrom('user').select(COLUMNS).where(column, '=', value).executeTakeFirst();
  if (!row) return null;
  const roles = (await rolesOf(db, [row.id])).get(row.id) ?? [];
  return {
    user: {
      id: row.id,
      name: row.name,
      displayName: row.display_name,
      roles,
      region: row.region,
      mustChangePassword: row.must_change_password === 1,
      disabled: row.disabled === 1,
      createdAt: row.created_at,
    },
    passwordHash: row.password_hash,
    failedSignIns: row.failed_sign_ins,
    lockedUntil: row.locked_until,
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
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    roles: roles.get(row.id) ?? [],
    region: row.region,
    mustChangePassword: row.must_change_password === 1,
    disabled: row.disabled === 1,
    createdAt: row.created_at,
  }));
}

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
  const password = user.password ?? newSecret(12);
  await trx
    .insertInto('user')
    .values({
      id,
      name: user.name.trim(),
      name_key: key,
      display_name: user.displayName,
      password_hash: await hashPassword(password),
      region: user.region,
      must_change_password: user.password === undefined ? 1 : 0,
      disabled: 0,
      failed_sign_ins: 0,
      locked_until: null,
      created_at: now(),
      created_by: user.createdBy,
    })
    .execute();
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
  await trx
    .updateTable('user')
    .set({
      password_hash: await hashPassword(password),
      must_change_password: oneTime ? 1 : 0,
      failed_sign_ins: 0,
      locked_until: null,
    })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('session').where('user', '=', id).execute();
}

/** Disables a user (or lets them in again) and ends their sessions. */
export async function setDisabled(trx: Trx, id: string, disabled: boolean): Promise<void> {
  await trx
    .updateTable('user')
    .set({ disabled: disabled ? 1 : 0 })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('session').where('user', '=', id).execute();
}

const TRIES = 5;
const LOCK_MINUTES = 15;

/** Counts a failed sign-in; the fifth in a row locks the name for 15 minutes. */
export async function countFailedSignIn(trx: Trx, id: string): Promise<void> {
  const row = await trx.selectFrom('user').select('failed_sign_ins').where('id', '=', id).executeTakeFirstOrThrow();
  const failed = row.failed_sign_ins + 1;
  const locked = failed >= TRIES ? new Date(Date.now() + LOCK_MINUTES * 60_000).toISOString() : null;
  await trx
    .updateTable('user')
    .set({ failed_sign_ins: locked ? 0 : failed, locked_until: locked })
    .where('id', '=', id)
    .execute();
}

export async function clearFailedSignIns(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('user').set({ failed_sign_ins: 0, locked_until: null }).where('id', '=', id).execute();
}
