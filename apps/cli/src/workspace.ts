import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FaultyCatalogue, openSeeds } from '@dabiao/catalogue/seeds-folder';
import { appliedMigration, newestMigration } from '@dabiao/store/migrate';
import { openStore, type Store } from '@dabiao/store/open';
import { databaseFile, dataFolder } from '@dabiao/store/place';
import { prepareStore } from '@dabiao/store/prepare';
import { InputProblem, Misuse } from './exit.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Today's date where the governments are (Asia/Shanghai), YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

export const thisYear = (): number => Number(today().slice(0, 4));

export const isDemo = (): boolean => process.env.DEMO === '1';

/** Opens the store of DATA_DIR, runs `work` on it and closes it. */
async function withOpenStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(databaseFile(dataFolder(process.env, root)));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Loads or refreshes the catalogue. @throws InputProblem naming file, line and field of everything wrong. */
async function seed(store: Store, folder: string, anew: boolean): Promise<{ targets: number; figures: number }> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  try {
    const seeds = await openSeeds(folder, isDemo() ? thisYear() - 1 : null);
    const kind = isDemo() ? 'demo' : 'real';
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
