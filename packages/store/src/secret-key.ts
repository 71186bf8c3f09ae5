import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Db, Store } from './open.ts';
import { findSetting, putSetting } from './settings.ts';
import { StoreError } from './store-error.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What is kept in the database to know the key again by; it tells nothing about the key. */
export const markOf = (key: Buffer): string => createHmac('sha256', key).update('dabiao secret key').digest('hex');

/** Where a new key stands until it takes the place of the one before; see `rotate-key.ts`. */
export const comingFile = (file: string): string => `${file}.new`;

/** Where a key is kept that another took the place of: backups made before need it. */
export const formerFile = (file: string, mark: string): string => `${file}.${mark.slice(0, 8)}`;

const KEY = /^[0-9a-f]{64}$/;

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The key in a file; null where there is none, or a torn one. */
export function keyIn(file: string): Buffer | null {
  const text = textOf(file);
  return text !== null && KEY.test(text) ? Buffer.from(text, 'hex') : null;
}

/** The key in a file; null where there is no such file. @throws StoreError where it holds something else */
export function readKey(file: string): Buffer | null {
  const key = keyIn(file);
  if (key === null && textOf(file) !== null) throw new StoreError(`${file}：不是密钥文件 (not a key file)`);
  return key;
}

/** The key of a mark, wherever a change of keys that was cut short, or an older backup, makes it stand; else null. */
function keyOfMark(file: string, mark: string): Buffer | null {
  // The coming one first: it may take the file's place between the two looks, never the other way round.
  for (const place of [comingFile(file), file, formerFile(file, mark)]) {
    const key = keyIn(place);
    if (key !== null && markOf(key) === mark) return key;
  }
  return null;
}

/**
 * The key the database is written with. In a transaction it is the one that holds until its end, whoever changes keys
 * meanwhile.
 * @returns null where none was ever needed
 * @throws StoreError where it is missing or another
 */
export async function findSecretKey(db: Db, file: string): Promise<Buffer | null> {
  const mark = await findSetting(db, 'secret_key');
  if (mark === null) return null;
  const key = keyOfMark(file, mark);
  if (key) return key;
  if (!existsSync(file)) {
    throw new StoreError(`${file}：缺少密钥文件，请放回后再启动 (the key file is missing; put it back)`);
  }
  throw new StoreError(`${file}：密钥与数据库不符 (this key does not belong to the database)`);
}

/**
 * The key that encrypts what must be read back, such as second factors. It stands in a file of its own, so that a copy
 * of the database alone tells nothing.
 * @returns null where none was ever needed and `make` is false.
 * @throws StoreError where the database was written with another key: it is never replaced.
 */
export async function openSecretKey(store: Store, file: string, make: boolean): Promise<Buffer | null> {
  const known = await findSecretKey(store.read, file);
  if (known !== null || !make) return known;
  const key = readKey(file);
  const made = key ?? randomBytes(32);
  if (!key) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${made.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  await store.transact((trx) => putSetting(trx, 'secret_key', markOf(made)));
  return made;
}

/** Encrypts text (AES-256-GCM): nonce, tag and cipher as base64url. */
export function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const inside = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), inside]).toString('base64url');
}

/** @throws where the text was altered or sealed with another key. */
export function unseal(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
