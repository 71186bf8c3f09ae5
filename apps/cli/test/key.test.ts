import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openStore } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { beginSecondFactor } from '@dabiao/store/second-factor';
import { findSecretKey, openSecretKey, unseal } from '@dabiao/store/secret-key';
import { insertUser } from '@dabiao/store/users';
import { expect, it, onTestFinished } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../src/main.ts');

it('dabiao key rotate changes the key of KEY_FILE, with the store in use, and says where the one before is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-cli-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [data, key] = [join(folder, 'data'), join(folder, 'keys', 'secret.key')];
  const dabiao = (...args: string[]) => {
    const env = { ...process.env, DATA_DIR: data, KEY_FILE: key };
    return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env });
  };
  expect(dabiao('key', 'rotate')).toMatchObject({ status: 1, stderr: expect.stringContaining('还没有密钥') });
  expect(dabiao('key')).toMatchObject({ status: 2 });
  const store = openStore(databaseFile(data));
  const made = await openSecretKey(store, key, true);
  const { secret } = await store.transact(async (trx) => {
    const li = { name: 'li', displayName: '李', roles: ['reviewer'], region: null, createdBy: null };
    const user = await insertUser(trx, li);
    if (!made || !user) throw new Error('not made');
    return beginSecondFactor(trx, made, { id: user.id, name: 'li' });
  });
  const rotated = dabiao('key', 'rotate', '--json');
  expect([rotated.status, rotated.stderr]).toEqual([0, '']);
  const said = JSON.parse(rotated.stdout);
  expect(said).toEqual({ file: key, secrets: 1, former: expect.stringContaining(`${key}.`) });
  expect(readFileSync(said.former, 'utf8').trim()).toBe(made?.toString('hex'));
  const now = await findSecretKey(store.read, key);
  expect(now?.equals(made ?? Buffer.alloc(0))).toBe(false);
  const row = await store.read.selectFrom('user').select('totp_secret').where('name', '=', 'li').executeTakeFirst();
  expect(unseal(now ?? Buffer.alloc(0), row?.totp_secret ?? '')).toBe(secret);
  await store.close();
  expect(dabiao('verify')).toMatchObject({ status: 0 });
}, 120_000);
