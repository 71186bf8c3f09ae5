import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { discard, type Listed, MANIFEST, type Packed, readArchive, writeArchive } from './archive.ts';
import { now } from './key.ts';
import { databaseFile, restoreMark } from './place.ts';
import { StoreError } from './store-error.ts';

/** Folders beside the database whose files belong to it: what was handed in, and the briefings kept. */
const FOLDERS = ['uploads', 'briefings'];

export interface BackupHead {
  madeAt: string;
  migration: number;
  /** Number and hash of the last audit line in it. */
  audit: { seq: number; hash: string };
}

async function filesOf(dataDir: string): Promise<Packed[]> {
  const found: Packed[] = [];
  for (const folder of FOLDERS) {
    const entries = await readdir(join(dataDir, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      // Half-written files have names of their own until they are whole.
      if (!entry.isFile() || /\.(part|tmp)$/.test(entry.name)) continue;
      found.push({ name: `${folder}/${entry.name}`, path: join(dataDir, folder, entry.name) });
    }
  }
  return found;
}

/** A copy of the database as of one moment, while others go on writing. */
function snapshot(source: string, target: string): BackupHead {
  const database = new Database(source, { fileMustExist: true });
  try {
    database.pragma('busy_timeout = 10000');
    database.prepare('vacuum into ?').run(target);
  } finally {
    database.close();
  }
  return headOf(target);
}

function headOf(file: string): BackupHead {
  const database = new Database(file, { fileMustExist: true });
  try {
    const [damage] = database.pragma('integrity_check(1)', { simple: false }) as { integrity_check: string }[];
    if (damage?.integrity_check !== 'ok') throw new StoreError(`${file}：数据库已损坏 (the database is damaged)`);
    const { number } = database.prepare('select max(number) as number from migration').get() as { number: number };
    const line = database.prepare('select seq, hash from audit order by seq desc limit 1').get();
    return { madeAt: now(), migration: number, audit: (line as BackupHead['audit']) ?? { seq: 0, hash: '' } };
  } finally {
    database.close();
  }
}

/**
 * Writes everything a data folder holds into one file, while the server may be writing: the database as of one moment,
 * and every file it speaks of (they are kept before the database is told). The key of second factors is not in it.
 * @throws StoreError where the file is there already or the database is damaged
 */
export async function writeBackup(dataDir: string, file: string): Promise<BackupHead & { bytes: number }> {
  const target = resolve(file);
  if (existsSync(target)) throw new StoreError(`${target}：文件已存在 (the file exists)`);
  if (!existsSync(databaseFile(dataDir))) throw new StoreError(`${dataDir}：没有数据库 (no database here)`);
  await mkdir(dirname(target), { recursive: true });
  const beside = `${target}.${randomBytes(4).toString('hex')}`;
  try {
    const head = snapshot(databaseFile(dataDir), `${beside}.db.part`);
    const files = [{ name: 'dabiao.db', path: `${beside}.db.part` }, ...(await filesOf(dataDir))];
    await writeArchive(`${beside}.part`, files, head);
    await rename(`${beside}.part`, target);
    return { ...head, bytes: (await stat(target)).size };
  } finally {
    await discard(`${beside}.db.part`);
    await discard(`${beside}.part`);
  }
}

async function checkManifest(folder: string, found: readonly Listed[]): Promise<BackupHead> {
  const damaged = new StoreError('备份文件不完整或已被改动，未恢复 (the backup is incomplete or altered)');
  if (!found.some(({ name }) => name === MANIFEST)) throw damaged;
  const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as BackupHead & { files: Listed[] };
  const others = found.filter(({ name }) => name !== MANIFEST);
  const same = (one: Listed, other: Listed | undefined): boolean =>
    one.name === other?.name && one.bytes === other.bytes && one.sha256 === other.sha256;
  if (others.length !== manifest.files.length || !others.every((one, at) => same(one, manifest.files[at])))
    throw damaged;
  return manifest;
}

/**
 * Puts a backup into a data folder that holds no database yet. Nothing is put in place before all of it was checked.
 * @throws StoreError where there is a database, or the backup is damaged
 */
export async function restoreBackup(file: string, dataDir: string): Promise<BackupHead> {
  const entries = await readdir(dataDir).catch(() => []);
  // Side files of another database would be taken for this one's.
  if (entries.some((name) => name.startsWith('dabiao.db') || FOLDERS.includes(name))) {
    throw new StoreError(`${dataDir}：已有数据，请换一个空的 DATA_DIR (there is data here; choose an empty DATA_DIR)`);
  }
  if (!existsSync(file)) throw new StoreError(`${file}：没有这个文件 (no such file)`);
  const beside = join(dataDir, `restoring-${randomBytes(4).toString('hex')}`);
  await mkdir(beside, { recursive: true });
  try {
    const head = await checkManifest(beside, await readArchive(file, beside));
    if (headOf(join(beside, 'dabiao.db')).audit.hash !== head.audit.hash)
      throw new StoreError('备份中的数据库与清单不符 (database and manifest differ)');
    for (const folder of FOLDERS) {
      if (existsSync(join(beside, folder))) await rename(join(beside, folder), join(dataDir, folder));
    }
    const { madeAt, audit } = head;
    await writeFile(restoreMark(dataDir), JSON.stringify({ restoredAt: now(), madeAt, audit }));
    await rename(join(beside, 'dabiao.db'), databaseFile(dataDir));
    return head;
  } finally {
    await discard(beside);
  }
}
