import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { beginSecondFactor, stepOfCode, takeCode } from '../src/second-factor.ts';
import { openSecretKey, seal, unseal } from '../src/secret-key.ts';
import { findCredentials, insertUser } from '../src/users.ts';
import { freshStore, seededStore } from './fresh-store.ts';

const LI = { name: 'li', displayName: '李', roles: ['reviewer'], region: null, createdBy: null };
const keyPath = () => join(mkdtempSync(join(tmpdir(), 'dabiao-key-')), 'secret.key');

/** RFC 6238 appendix B, SHA-1, the last six digits of each. */
const RFC = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

describe('codes', () => {
  const secret = Secret.fromUTF8('12345678901234567890').base32;

  it.each(RFC)('at %i are those of RFC 6238', (seconds, code) => {
    expect(stepOfCode(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('of one step before or after are taken, of two not', () => {
    const at = 1_111_111_109_000;
    const code = (steps: number) => new TOTP({ secret, digits: 6 }).generate({ timestamp: at + steps * 30_000 });
    expect([-2, -1, 0, 1, 2].map((steps) => stepOfCode(secret, code(steps), at) !== null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    for (const wrong of ['', '12345', 'abcdef', '1234567']) expect(stepOfCode(secret, wrong, at)).toBeNull();
  });
});

describe('a second factor', () => {
  it('counts once a code was seen, and takes no code twice', async () => {
    const store = await seededStore();
    const key = await openSecretKey(store, keyPath(), true);
    if (!key) throw new Error('no key');
    const made = await store.transact((trx) => insertUser(trx, LI));
    const user = { id: made?.id ?? '', name: 'li' };
    const { secret, address } = await store.transact((trx) => beginSecondFactor(trx, key, user));
    expect(address).toMatch(/^otpauth:\/\/totp\/Dabiao:li\?/);
    const isSet = async () => (await findCredentials(store.read, 'li'))?.user.twoFactor;
    expect(await isSet()).toBe(false);
    const at = Date.now();
    const code = (ms: number) => new TOTP({ secret }).generate({ timestamp: ms });
    const take = (one: string, ms: number) => store.transact((trx) => takeCode(trx, key, user.id, one, ms));
    expect(await take(code(at), at)).toBe(true);
    expect(await isSet()).toBe(true);
    expect(await take(code(at), at)).toBe(false);
    expect(await take(code(at - 30_000), at)).toBe(false);
    expect(await take(code(at + 30_000), at + 30_000)).toBe(true);
    const row = await store.read.selectFrom('user').select('totp_secret').executeTakeFirstOrThrow();
    expect(row.totp_secret).not.toContain(secret);
  });
});

describe('the key', () => {
  it('is only its owner’s to read, and is never replaced', async () => {
    const { store } = freshStore();
    const { migrate } = await import('../src/migrate.ts');
    await migrate(store);
    const file = keyPath();
    expect(await openSecretKey(store, file, false)).toBeNull();
    const key = await openSecretKey(store, file, true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await openSecretKey(store, file, false)).toEqual(key);
    writeFileSync(file, 'f'.repeat(64));
    await expect(openSecretKey(store, file, true)).rejects.toThrow('密钥与数据库不符');
    rmSync(file);
    await expect(openSecretKey(store, file, true)).rejects.toThrow('缺少密钥文件');
  });

  it('opens what it sealed, and nothing altered', () => {
    const key = Buffer.alloc(32, 7);
    const sealed = seal(key, '秘密');
    expect(unseal(key, sealed)).toBe('秘密');
    expect(seal(key, '秘密')).not.toBe(sealed);
    const altered = Buffer.from(sealed, 'base64url');
    altered[30] = (altered[30] ?? 0) ^ 1;
    expect(() => unseal(key, altered.toString('base64url'))).toThrow();
    expect(() => unseal(Buffer.alloc(32, 8), sealed)).toThrow();
  });
});
