import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findAudit, firstBrokenAuditLine } from '../src/audit.ts';
import { openStore, type Store } from '../src/open.ts';
import { rotateKey, settleKey } from '../src/rotate-key.ts';
import { beginSecondFactor, takeCode } from '../src/second-factor.ts';
import { findSecretKey, openSecretKey } from '../src/secret-key.ts';
import { insertUser } from '../src/users.ts';
import { freshStore } from './fresh-store.ts';

const NAMES = ['li', 'wang', 'zhao'];
/** Her place among the users by name: li, wang, without, zhao. */
const WANG = 1;
const PROGRAM = join(import.meta.dirname, 'killed-rotation.ts');

interface Kept {
  store: Store;
  folder: string;
  database: string;
  key: string;
  /** Id and secret of everybody with a second factor. */
  people: { id: string; secret: string }[];
}

/** A store with three second factors, its key beside it. */
async function withFactors(): Promise<Kept> {
  const { store, file } = freshStore();
  const { migrate } = await import('../src/migrate.ts');
  await migrate(store);
  const folder = join(file, '..');
  const key = join(folder, 'secret.key');
  const opened = await openSecretKey(store, key, true);
  const people: Kept['people'] = [];
  for (const name of [...NAMES, 'without']) {
    const one = { name, displayName: name, roles: ['reviewer'], region: null, createdBy: null };
    const made = await store.transact((trx) => insertUser(trx, one));
    if (!made || !opened) throw new Error('not made');
    if (name === 'without') continue;
    const begun = await store.transact((trx) => beginSecondFactor(trx, opened, { id: made.id, name }));
    people.push({ id: made.id, secret: begun.secret });
  }
  return { store, folder, database: file, key, people };
}

/** How many people's next code is taken with the key that is found now. */
async function workingCodes(store: Store, file: string, people: Kept['people'], at: number): Promise<number> {
  const taken = await store.transact(async (trx) => {
    const key = await findSecretKey(trx, file);
    if (!key) return [];
    const codes = people.map(({ id, secret }) => ({ id, code: new TOTP({ secret }).generate({ timestamp: at }) }));
    const done: boolean[] = [];
    for (const { id, code } of codes) done.push(await takeCode(trx, key, id, code, at));
    return done;
  });
  return taken.filter(Boolean).length;
}

const sealedOf = async (store: Store): Promise<(string | null)[]> =>
  (await store.read.selectFrom('user').select('totp_secret').orderBy('name').execute()).map((row) => row.totp_secret);

describe('another key', () => {
  it('seals every second factor anew, is audited, and keeps the one before for older backups', async () => {
    const { store, folder, key, people } = await withFactors();
    const [before, sealed] = [readFileSync(key, 'utf8'), await sealedOf(store)];
    const done = await rotateKey(store, key, { by: 'test' });
    expect(done).toEqual({ secrets: 3, former: expect.stringMatching(/secret\.key\.[0-9a-f]{8}$/) });
    expect(readFileSync(key, 'utf8')).not.toBe(before);
    expect(readFileSync(done?.former ?? '', 'utf8')).toBe(before);
    expect([statSync(key).mode & 0o777, statSync(done?.former ?? '').mode & 0o777]).toEqual([0o600, 0o600]);
    expect(existsSync(`${key}.new`)).toBe(false);
    const now = await sealedOf(store);
    expect(now.filter((text, at) => text !== null && text === sealed[at])).toEqual([]);
    expect(now.filter((text) => text === null)).toHaveLength(1);
    expect(await workingCodes(store, key, people, Date.now())).toBe(3);
    const [line] = await findAudit(store.read, 1);
    expect(line).toMatchObject({ action: 'key.rotate', outcome: 'done' });
    expect(JSON.parse(line?.detail ?? '')).toEqual({ by: 'test', secrets: 3 });
    expect(readdirSync(folder).filter((name) => name.startsWith('secret.key'))).toHaveLength(2);
  });

  it('can be made again and again; the database as it was before opens with the key kept of then', async () => {
    const { store, key, people } = await withFactors();
    const [mark, sealed] = [await markIn(store), await store.read.selectFrom('user').selectAll().execute()];
    await rotateKey(store, key, {});
    await rotateKey(store, key, {});
    expect(await workingCodes(store, key, people, Date.now())).toBe(3);
    // As after restoring a backup of that time.
    await store.transact(async (trx) => {
      await trx.updateTable('setting').set({ value: mark }).where('key', '=', 'secret_key').execute();
      for (const { id, totp_secret } of sealed)
        await trx.updateTable('user').set({ totp_secret, totp_step: 0 }).where('id', '=', id).execute();
    });
    expect(await workingCodes(store, key, people, Date.now())).toBe(3);
  });

  it('is not made where there is none, where it is missing or another, or where a secret does not open', async () => {
    const { store: empty, file } = freshStore();
    const { migrate } = await import('../src/migrate.ts');
    await migrate(empty);
    expect(await rotateKey(empty, join(file, '..', 'secret.key'), {})).toBeNull();
    const { store, folder, key } = await withFactors();
    const right = readFileSync(key, 'utf8');
    const unchanged = await sealedOf(store);
    writeFileSync(key, 'f'.repeat(64));
    await expect(rotateKey(store, key, {})).rejects.toThrow('密钥与数据库不符');
    rmSync(key);
    await expect(rotateKey(store, key, {})).rejects.toThrow('缺少密钥文件');
    writeFileSync(key, right);
    await store.transact((trx) =>
      trx.updateTable('user').set({ totp_secret: 'AAAA' }).where('name', '=', 'wang').execute(),
    );
    await expect(rotateKey(store, key, {})).rejects.toThrow(/^wang：/);
    expect(await sealedOf(store)).toEqual(unchanged.map((text, at) => (at === WANG ? 'AAAA' : text)));
    expect([readFileSync(key, 'utf8'), readdirSync(folder).includes('secret.key.new')]).toEqual([right, false]);
  });
});

const markIn = async (store: Store): Promise<string> =>
  (await store.read.selectFrom('setting').select('value').where('key', '=', 'secret_key').executeTakeFirstOrThrow())
    .value;

describe('a change of keys that is killed', () => {
  it('at any step leaves a key that opens everything, and the next change goes on from there', async () => {
    const made = await withFactors();
    const [from, outcomes] = [await markIn(made.store), new Set<string>()];
    await made.store.close();
    let steps = 1;
    for (; ; steps += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'dabiao-killed-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      cpSync(made.folder, folder, { recursive: true });
      const [database, key] = [join(folder, 'dabiao.db'), join(folder, 'secret.key')];
      const { signal, status, stderr } = spawnSync(process.execPath, [PROGRAM, database, key, String(steps)]);
      if (signal === null) {
        expect([status, String(stderr)]).toEqual([0, '']);
        break;
      }
      const store = openStore(database);
      const changed = (await markIn(store)) !== from;
      outcomes.add(`${changed} ${readFileSync(key, 'utf8') === readFileSync(made.key, 'utf8')}`);
      const at = Date.now();
      expect([steps, await workingCodes(store, key, made.people, at)]).toEqual([steps, 3]);
      expect(await firstBrokenAuditLine(store.read)).toBeNull();
      // What a start does, and then the change once more.
      await settleKey(store, key);
      expect(existsSync(key)).toBe(true);
      expect([steps, await workingCodes(store, key, made.people, at + 30_000)]).toEqual([steps, 3]);
      expect(await rotateKey(store, key, {})).toMatchObject({ secrets: 3 });
      const later = made.people.map(({ id }) => id);
      await store.transact((trx) => trx.updateTable('user').set({ totp_step: 0 }).where('id', 'in', later).execute());
      expect([steps, await workingCodes(store, key, made.people, at)]).toEqual([steps, 3]);
      await store.close();
    }
    // Before the database was told; told, the files not yet; all done but tidying.
    expect([...outcomes].sort()).toEqual(['false true', 'true false', 'true true']);
    expect(steps).toBeGreaterThan(15);
  }, 240_000);
});
