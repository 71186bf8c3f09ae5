import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../src/open.ts';
import { prepareStore } from '../src/prepare.ts';
import { seedsOf, smallCatalogue } from './small-catalogue.ts';

/** A store in a folder of its own, which goes when the test ends. */
export function freshStore(): { store: Store; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-store-'));
  const file = join(folder, 'dabiao.db');
  const store = openStore(file);
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return { store, file };
}

/** A store with the small catalogue, judged as of 2024. */
export async function seededStore(): Promise<Store> {
  const { store } = freshStore();
  await prepareStore(store, { seeds: seedsOf(smallCatalogue()), kind: 'real', today: '2024-06-01', version: 'test' });
  return store;
}
