import { join, resolve } from 'node:path';

/** Where a system keeps its data: DATA_DIR, else data/ (data-demo/ for made-up figures) under `root`. */
export function dataFolder(env: { DATA_DIR?: string | undefined; DEMO?: string | undefined }, root: string): string {
  return resolve(root, env.DATA_DIR || (env.DEMO === '1' ? 'data-demo' : 'data'));
}

/** The SQLite file in a data folder. */
export const databaseFile = (folder: string): string => join(folder, 'dabiao.db');

/** What a restore leaves for the next start to write into the audit. */
export const restoreMark = (folder: string): string => join(folder, 'restored.json');

/** The key of second factors: KEY_FILE, else in the data folder; relative paths start from `root`. */
export const keyFile = (env: { KEY_FILE?: string | undefined }, root: string, folder: string): string =>
  env.KEY_FILE ? resolve(root, env.KEY_FILE) : join(folder, 'secret.key');
