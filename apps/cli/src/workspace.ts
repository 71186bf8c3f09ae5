import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FaultyCatalogue, openSeeds } from '@dabiao/catalogue/seeds-folder';
import { appliedMigration, newestMigration } from '@dabiao/store/migrate';
import { openStore, type Store } from '@dabiao/store/open';
import { databaseFile, dataFolder, keyFile } from '@dabiao/store/place';
import { prepareStore } from '@dabiao/store/prepare';
import { findWorkspaceKind } from '@dabiao/store/settings';
import { StoreError } from '@dabiao/store/store-error';
import { InputProblem, Misuse } from './exit.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Today's date where the governments are (Asia/Shanghai), YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

export const thisYear = (): number => Number(today().slice(0, 4));

/** Whether a new store is to hold made-up figures; a store that was seeded knows itself what it holds. */
const wantsDemo = (): boolean => process.env.DEMO === '1';

/** The folder of DATA_DIR: database, files handed in, briefings. */
export const dataDir = (): string => dataFolder(process.env, root);

/** The key file of this DATA_DIR, or KEY_FILE. */
export const keyPath = (): string => keyFile(process.env, root, dataDir());

/** Opens the store of DATA_DIR, runs `work` on it and closes it. */
async function withOpenStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(databaseFile(dataDir()));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Whether a store holds made-up figures; null before it was seeded. @throws StoreError where DEMO says otherwise. */
async function holdsDemo(store: Store): Promise<boolean | null> {
  if ((await appliedMigration(store.read)) === 0) return null;
  const kind = await findWorkspaceKind(store.read);
  if (kind === 'real' && wantsDemo())
    throw new StoreError('DEMO=1：这个数据目录是真实数据 (this folder holds real figures)');
  return kind === null ? null : kind === 'demo';
}

/** Whether the store holds made-up figures, which everything made from it must say. */
export const isDemo = async (store: Store): Promise<boolean> => (await holdsDemo(store)) ?? wantsDemo();

/** Loads or refreshes the catalogue. @throws InputProblem naming file, line and field of everything wrong. */
async function seed(store: Store, folder: string, anew: boolean): Promise<{ targets: number; figures: number }> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const demo = (await holdsDemo(store)) ?? wantsDemo();
  try {
    const seeds = await openSeeds(folder, demo ? thisYear() - 1 : null);
    const kind = demo ? 'demo' : 'real';
    return await prepareStore(store, { seeds, anew, kind, today: today(), version });
  } catch (error) {
    throw error instanceof FaultyCatalogue ? new InputProblem(error.message) : error;
  }
}

export const seedStore = (folder = join(root, 'seeds')): Promise<{ targets: number; figures: number }> =>
  withOpenStore((store) => seed(store, folder, true));

/** Runs `work` on the store; one that was never seeded is seeded first. */
export const withStore = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  withOpenStore(async (store) => {
    const applied = await appliedMigration(store.read);
    if (applied > newestMigration())
      throw new Misuse('数据库比程序新，请用新版程序 (the database is newer than this program)');
    if (applied < newestMigration()) await seed(store, join(root, 'seeds'), false);
    return work(store);
  });
