import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { auditHead, insertAudit } from '../src/audit.ts';
import { restoreBackup, writeBackup } from '../src/backup.ts';
import { backupName, findBackups, pruneBackups } from '../src/backup-folder.ts';
import { sha256 } from '../src/key.ts';
import { openStore, type Store } from '../src/open.ts';
import { databaseFile } from '../src/place.ts';
import { prepareStore } from '../src/prepare.ts';
import { keepUpload } from '../src/uploads.ts';
import { damageOf } from '../src/verify.ts';
import { freshStore } from './fresh-store.ts';
import { seedsOf, smallCatalogue } from './small-catalogue.ts';

const TABLES = ['region', 'target', 'figure', 'assessment', 'user', 'audit', 'setting', 'submission'] as const;

/** A hash of all rows of each table. */
async function checksums(store: Store): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of TABLES) {
    const rows = await store.read.selectFrom(table).selectAll().execute();
    found[table] = sha256(
      rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n'),
    );
  }
  return found;
}

/** A data folder with the small catalogue and one file that was handed in. */
async function filledFolder(): Promise<{ store: Store; folder: string; elsewhere: string }> {
  const { store, file } = freshStore();
  await prepareStore(store, { seeds: seedsOf(smallCatalogue()), kind: 'real', today: '2024-06-01', version: 'test' });
  const folder = dirname(file);
  await keepUpload(folder, Buffer.from('some workbook'));
  const elsewhere = mkdtempSync(join(tmpdir(), 'dabiao-backup-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  return { store, folder, elsewhere };
}

describe('a backup', () => {
  it('made while others write is the database as of one moment, and restores to the same', async () => {
    const { store, folder, elsewhere } = await filledFolder();
    let writing = true;
    let written = 0;
    const writer = (async () => {
      while (writing) {
        await store.transact((trx) => insertAudit(trx, { user: 'li', action: 'test.do', object: `${written}` }));
        written += 1;
        await new Promise(setImmediate);
      }
    })();
    const file = join(elsewhere, 'a.tar.gz');
    const head = await writeBackup(folder, file);
    writing = false;
    await writer;
    const restored = join(elsewhere, 'restored');
    mkdirSync(restored);
    expect((await restoreBackup(file, restored)).audit).toEqual(head.audit);
    const copy = openStore(databaseFile(restored));
    onTestFinished(() => copy.close());
    expect(await auditHead(copy.read)).toEqual(head.audit);
    expect(await damageOf(copy.read, false)).toEqual([]);
    const [own, theirs] = [await checksums(store), await checksums(copy)];
    for (const table of TABLES.filter((one) => one !== 'audit' && one !== 'setting')) {
      expect([table, theirs[table]]).toEqual([table, own[table]]);
    }
    expect(readFileSync(join(restored, 'uploads', sha256('some workbook')), 'utf8')).toBe('some workbook');
    expect(written).toBeGreaterThan(0);
  });

  it('restores to the very same rows where nobody writes', async () => {
    const { store, folder, elsewhere } = await filledFolder();
    const file = join(elsewhere, 'a.tar.gz');
    await writeBackup(folder, file);
    await restoreBackup(file, join(elsewhere, 'restored'));
    const copy = openStore(databaseFile(join(elsewhere, 'restored')));
    onTestFinished(() => copy.close());
    expect(await checksums(copy)).toEqual(await checksums(store));
  });

  it('with any byte altered or missing is refused, and nothing is put in place', async () => {
    const { folder, elsewhere } = await filledFolder();
    const file = join(elsewhere, 'a.tar.gz');
    await writeBackup(folder, file);
    const whole = readFileSync(file);
    const damaged = join(elsewhere, 'damaged.tar.gz');
    const attempt = async (bytes: Buffer): Promise<void> => {
      writeFileSync(damaged, bytes);
      const target = join(elsewhere, 'nothing');
      await expect(restoreBackup(damaged, target)).rejects.toThrow(/备份|不是/);
      expect(readdirSync(target)).toEqual([]);
    };
    for (const share of [0.02, 0.3, 0.7, 0.98]) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(bytes.length * share);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      await attempt(bytes);
      await attempt(whole.subarray(0, at));
    }
    await attempt(Buffer.from('not a backup at all'));
  });

  it('is not restored over data, nor written over a file', async () => {
    const { folder, elsewhere } = await filledFolder();
    const file = join(elsewhere, 'a.tar.gz');
    await writeBackup(folder, file);
    await expect(restoreBackup(file, folder)).rejects.toThrow('已有数据');
    await expect(writeBackup(folder, file)).rejects.toThrow('文件已存在');
    const stale = join(elsewhere, 'stale');
    mkdirSync(stale);
    writeFileSync(join(stale, 'dabiao.db-wal'), 'of another database');
    await expect(restoreBackup(file, stale)).rejects.toThrow('已有数据');
    await expect(restoreBackup(join(elsewhere, 'no.tar.gz'), join(elsewhere, 'x'))).rejects.toThrow('没有这个文件');
  });

  it('of a damaged database fails loudly and leaves no file', async () => {
    const { store, folder, elsewhere } = await filledFolder();
    await store.close();
    const path = databaseFile(folder);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096 * 3, 4096 * 9);
    writeFileSync(path, bytes);
    await expect(writeBackup(folder, join(elsewhere, 'a.tar.gz'))).rejects.toThrow();
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});

describe('a folder of backups', () => {
  it('keeps the newest, and touches nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dabiao-kept-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const names = [1, 2, 3, 4].map((day) => backupName(new Date(Date.UTC(2026, 10, day, 3, 15))));
    for (const name of [...names, 'notes.txt', 'dabiao-old.tar.gz']) appendFileSync(join(folder, name), 'x');
    expect(names[0]).toBe('dabiao-20261101-031500.tar.gz');
    expect(await pruneBackups(folder, 2)).toEqual([names[1], names[0]]);
    expect((await findBackups(folder)).map(({ file, at }) => [file, at])).toEqual([
      [names[3], '2026-11-04T03:15:00.000Z'],
      [names[2], '2026-11-03T03:15:00.000Z'],
    ]);
    expect(existsSync(join(folder, 'notes.txt'))).toBe(true);
  });
});
