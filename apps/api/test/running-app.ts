import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openSeeds } from '@dabiao/catalogue/seeds-folder';
import { openStore, type Store } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { prepareStore } from '@dabiao/store/prepare';
import { insertUser } from '@dabiao/store/users';
import { afterAll, onTestFinished } from 'vitest';
import { buildApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import type { Deps } from '../src/deps.ts';
import type { App } from '../src/routes/routes.ts';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const PASSWORD = 'Stone-Bridge-7';

export interface Running {
  app: App;
  store: Store;
  config: Config;
  /** Signs in as a user of these roles, made on the way. @returns the cookie header. */
  signIn: (name: string, roles: string[], region?: string) => Promise<{ cookie: string }>;
  /** Ends the application and starts another on the same data, as a restart does. */
  restart: (deps?: Partial<Deps>) => Promise<App>;
}

let template: Promise<string> | undefined;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A database with the real catalogue, made once for the tests of a file and copied for each. */
async function seededFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-seeded-'));
  folders.push(folder);
  const file = databaseFile(folder);
  const store = openStore(file);
  const seeds = await openSeeds(join(ROOT, 'seeds'), null);
  await prepareStore(store, { seeds, kind: 'real', today: '2026-06-30', version: 'test' });
  await store.close();
  return file;
}

/** The application that ships, on a real SQLite file with the real catalogue, as of mid-2026. */
export async function runningApp(env: Record<string, string> = {}, more: Partial<Deps> = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-api-'));
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ...env }, ROOT);
  template ??= seededFile();
  copyFileSync(await template, databaseFile(folder));
  const store = openStore(databaseFile(folder));
  const start = (own: Partial<Deps>) =>
    buildApp({ ...config }, { store, today: () => '2026-06-30', pagesDir: null, version: 'test', ...own });
  const app = await start(more);
  const apps = [app];
  onTestFinished(async () => {
    for (const one of apps) await one.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const restart = async (own: Partial<Deps> = {}): Promise<App> => {
    await apps.at(-1)?.close();
    const next = await start(own);
    apps.push(next);
    await next.ready();
    return next;
  };
  const signIn = async (name: string, roles: string[], region?: string) => {
    await store.transact((trx) =>
      insertUser(trx, { name, displayName: name, roles, region: region ?? null, createdBy: null, password: PASSWORD }),
    );
    const now = apps.at(-1) ?? app;
    const answer = await now.inject({ method: 'POST', url: '/api/v1/session', payload: { name, password: PASSWORD } });
    const [cookie] = answer.cookies;
    if (!cookie) throw new Error(`${name} was not let in: ${answer.body}`);
    return { cookie: `${cookie.name}=${cookie.value}` };
  };
  return { app, store, config, signIn, restart };
}

/** A multipart body with one file. */
export function upload(content: string | Uint8Array, fileName: string) {
  const boundary = 'dabiao-test-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
