import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Store } from './open.ts';
import { findSetting, putSetting } from './settings.ts';
import { StoreError } from './store-error.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What is kept in the database to know the key again by; it tells nothing about the key. */
const markOf = (key: Buffer): string => createHmac('sha256', key).update('dabiao secret key').digest('hex');

function readKey(file: string): Buffer | null {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new StoreError(`${file}：不是密钥文件 (not a key file)`);
  return Buffer.from(text, 'hex');
}

/**
 * The key that encrypts what must be read back, such as second factors. It stands in a file of its own, so that a copy
 * of the database alone tells nothing.
 * @returns null where none was ever needed and `make` is false.
 * @throws StoreError where the database was written with another key: it is never replaced.
 */
export async function openSecretKey(store: Store, file: string, make: boolean): Promise<Buffer | null> {
  const mark = await findSetting(store.read, 'secret_key');
  const key = readKey(file);
  if (mark !== null) {
    if (!key) throw new StoreError(`${file}：缺少密钥文件，请放回后再启动 (the key file is missing; put it back)`);
    if (markOf(key) !== mark) {
      throw new StoreError(`${file}：密钥与数据库不符 (this key does not belong to the database)`);
    }
    return key;
  }
  if (!make) return null;
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
