import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { insertAudit } from './audit.ts';
import type { Store, Trx } from './open.ts';
import { comingFile, findSecretKey, formerFile, keyIn, markOf, readKey, seal, unseal } from './secret-key.ts';
import { putSetting } from './settings.ts';
import { StoreError } from './store-error.ts';

export interface Rotation {
  /** Second factors that are sealed with the new key now. */
  secrets: number;
  /** Where the key before is kept, for backups made until now. */
  former: string;
}

/** Writes a key so that it outlives a loss of power; what stood there is overwritten. */
function writeKey(file: string, key: Buffer): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, `${key.toString('hex')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncFolder(file);
}

function syncFolder(file: string): void {
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Moves the coming key into its place; another program may have done so in the same moment. */
function takePlace(file: string, key: Buffer): void {
  try {
    renameSync(comingFile(file), file);
  } catch (error) {
    if (!keyIn(file)?.equals(key)) throw error;
  }
  syncFolder(file);
}

/**
 * Puts the key the database is written with into its place, where a change of keys was cut short before that; the one
 * that stood there is kept beside it.
 * @returns where that one is kept; null where nothing was to be done
 */
export async function settleKey(store: Store, file: string): Promise<string | null> {
  const key = await findSecretKey(store.read, file);
  const coming = keyIn(comingFile(file));
  if (!key || !coming?.equals(key)) return null;
  const standing = readKey(file);
  const former = standing ? formerFile(file, markOf(standing)) : null;
  if (standing && former) writeKey(former, standing);
  takePlace(file, key);
  return former ?? file;
}

async function resealAll(trx: Trx, from: Buffer, to: Buffer): Promise<number> {
  const users = await trx
    .selectFrom('user')
    .select(['id', 'name', 'totp_secret'])
    .where('totp_secret', 'is not', null)
    .execute();
  for (const { id, name, totp_secret } of users) {
    const sealed = seal(to, opened(from, totp_secret ?? '', name));
    await trx.updateTable('user').set({ totp_secret: sealed }).where('id', '=', id).execute();
  }
  return users.length;
}

function opened(key: Buffer, sealed: string, name: string): string {
  try {
    return unseal(key, sealed);
  } catch {
    throw new StoreError(
      `${name}：动态验证码密钥无法解密，未作任何改动；请先重置这个账户的双因素 (this second factor cannot be opened; nothing was changed; take it away first)`,
    );
  }
}

/**
 * Makes a new key and seals every second factor with it. The new key is on the disk before the database is told, the
 * one before stays until the database has been told, and the database is told in one transaction with its audit line:
 * cut short at any moment, the files hold the key the database is written with. A server may be running.
 * @returns null where there is no key yet
 * @throws StoreError where the key is missing or another, or a second factor cannot be opened: nothing is changed
 */
export async function rotateKey(store: Store, file: string, by: Record<string, unknown>): Promise<Rotation | null> {
  await settleKey(store, file);
  const secrets = await store.transact(async (trx) => {
    const old = await findSecretKey(trx, file);
    if (old === null) return null;
    const key = randomBytes(32);
    const count = await resealAll(trx, old, key);
    await putSetting(trx, 'secret_key', markOf(key));
    await insertAudit(trx, { user: null, action: 'key.rotate', detail: { ...by, secrets: count } });
    writeKey(comingFile(file), key);
    return count;
  });
  if (secrets === null) return null;
  const former = await settleKey(store, file);
  return { secrets, former: former ?? file };
}
