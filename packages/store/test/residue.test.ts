import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../src/migrate.ts';
import { openStore } from '../src/open.ts';
import { insertUser } from '../src/users.ts';

const MARK = 'Kranich-7f3a91-residue';

/** Whether the letters stand anywhere in the files of a database. */
const stands = (file: string): boolean =>
  [file, `${file}-wal`].some((path) => existsSync(path) && readFileSync(path).includes(MARK));

it('what is deleted stands nowhere in the files once the database is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-residue-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'dabiao.db');
  const store = openStore(file);
  await migrate(store);
  const li = { name: 'li', displayName: '李', roles: ['viewer'], region: null, createdBy: null };
  const user = (await store.transact((trx) => insertUser(trx, li)))?.id ?? '';
  const codes = Array.from({ length: 50 }, (_, at) => ({ id: `${at}`, user, hash: `${MARK}${at}`, used_at: null }));
  await store.transact((trx) => trx.insertInto('recovery_code').values(codes).execute());
  expect(stands(file)).toBe(true);
  await store.transact((trx) => trx.deleteFrom('recovery_code').where('user', '=', user).execute());
  await store.close();
  expect(stands(file)).toBe(false);
});

it('as it would without secure_delete', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-residue-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'plain.db');
  const database = new Database(file);
  database.pragma('secure_delete = OFF');
  database.exec('create table t (a text)');
  for (let at = 0; at < 50; at += 1) database.prepare('insert into t values (?)').run(MARK + at);
  database.exec('delete from t');
  database.close();
  expect(stands(file)).toBe(true);
});
