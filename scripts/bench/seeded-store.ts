import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openSeeds } from '@dabiao/catalogue/seeds-folder';
import type { Catalogue } from '@dabiao/domain/catalogue';
import { openStore, type Store } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { prepareStore } from '@dabiao/store/prepare';

export const ROOT = resolve(import.meta.dirname, '../..');

/** The day the benches take for today. */
export const TODAY = '2026-06-30';

/** The shipped catalogue. @throws where it has problems. */
export const shippedCatalogue = async (): Promise<Catalogue> => (await openSeeds(join(ROOT, 'seeds'), null)).read();

/** Runs `work` on a store with the shipped catalogue, in a folder that goes afterwards. */
export async function withSeededStore(work: (store: Store, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-bench-'));
  const store = openStore(databaseFile(folder));
  try {
    const seeds = await openSeeds(join(ROOT, 'seeds'), null);
    await prepareStore(store, { seeds, kind: 'real', today: TODAY, version: 'bench' });
    await work(store, folder);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
