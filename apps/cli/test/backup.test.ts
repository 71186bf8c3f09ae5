import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openStore } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'dabiao-cli-backup-'));
const [data, copy, file] = [join(folder, 'data'), join(folder, 'copy'), join(folder, 'a.tar.gz')];

/** Runs the command as a user would, on one of two data folders. */
function dabiao(where: string, args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: where },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  expect(dabiao(data, ['seed'])).toMatchObject({ code: 0 });
  expect(dabiao(data, ['user', 'add', 'li', '--role', 'viewer'])).toMatchObject({ code: 0 });
  expect(dabiao(data, ['backup', file])).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('dabiao restore', () => {
  it('into an empty folder gives the same audit head and the same export', () => {
    const restored = dabiao(copy, ['restore', file, '--json']);
    expect([restored.code, restored.err]).toEqual([0, '']);
    const head = JSON.parse(restored.out).audit;
    const verified = JSON.parse(dabiao(copy, ['verify', '--json']).out);
    expect(verified).toMatchObject({ whole: true, lines: head.seq });
    for (const what of ['targets', 'figures', 'assessments']) {
      const [one, other] = [data, copy].map((where) => dabiao(where, ['export', what, '--format', 'json']));
      expect(one?.out.length).toBeGreaterThan(100);
      expect(other?.out === one?.out).toBe(true);
    }
    expect(dabiao(copy, ['restore', file])).toMatchObject({ code: 2 });
  }, 120_000);

  it('refuses a backup with one byte altered', () => {
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const damaged = join(folder, 'damaged.tar.gz');
    writeFileSync(damaged, bytes);
    const { code, err } = dabiao(join(folder, 'third'), ['restore', damaged]);
    expect([code, /备份/.test(err)]).toEqual([2, true]);
  }, 60_000);
});

describe('dabiao verify', () => {
  it('finds an altered audit line and a cut tail, and says where', async () => {
    expect(dabiao(data, ['verify'])).toMatchObject({ code: 0 });
    const store = openStore(databaseFile(data));
    const change = (table: 'audit', values: object, seq: number) =>
      store.transact((trx) => trx.updateTable(table).set(values).where('seq', '=', seq).execute());
    await change('audit', { action: 'user.gone' }, 2);
    const altered = dabiao(data, ['verify']);
    expect([altered.code, altered.err]).toEqual([1, expect.stringContaining('第 2 行')]);
    await change('audit', { action: 'user.add' }, 2);
    expect(dabiao(data, ['verify'])).toMatchObject({ code: 0 });
    await store.transact((trx) => trx.deleteFrom('audit').where('seq', '=', 3).execute());
    await store.close();
    const cut = dabiao(data, ['verify']);
    expect([cut.code, cut.err]).toEqual([1, expect.stringMatching(/第 3 行.*\n.*存证/)]);
  }, 60_000);
});
