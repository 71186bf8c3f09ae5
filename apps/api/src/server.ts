import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FaultyCatalogue, openSeeds } from '@dabiao/catalogue/seeds-folder';
import { openStore } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { addFirstUsers, type FirstUser, prepareStore } from '@dabiao/store/prepare';
import { settleKey } from '@dabiao/store/rotate-key';
import { openSecretKey } from '@dabiao/store/secret-key';
import { StoreError, toStoreError } from '@dabiao/store/store-error';
import { buildApp } from './app.ts';
import { checkWhole, noteRestore, warnOfClock } from './before-start.ts';
import { readConfig } from './config.ts';
import { todayInChina } from './deps.ts';
import { listenForPlain } from './https-redirect.ts';
import { SettingError } from './setting-values.ts';

/** How long running requests may take once the server is told to stop. */
const LONGEST_STOP_MS = 30_000;
const SWEEP_MS = 100;

const root = resolve(import.meta.dirname, '../../..');

function tellFirstUsers(users: readonly FirstUser[]): void {
  if (users.length === 0) return;
  console.log('一次性密码，只显示这一次，首次登录须修改 (one-time passwords, shown once, to be changed):');
  for (const user of users) console.log(`  ${user.displayName}  ${user.name}  ${user.password}`);
}

async function main(): Promise<void> {
  const config = readConfig(process.env, root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const store = openStore(databaseFile(config.dataDir));
  await checkWhole(store, config.dataDir);
  const today = todayInChina();
  const lastYear = Number(today.slice(0, 4)) - 1;
  const { leftOut } = await prepareStore(store, {
    seeds: await openSeeds(join(root, 'seeds'), config.demo ? lastYear : null),
    kind: config.demo ? 'demo' : 'real',
    today,
    version,
  });
  for (const sentence of leftOut) console.warn(sentence);
  await openSecretKey(store, config.keyFile, false);
  await settleKey(store, config.keyFile);
  await noteRestore(store, config.dataDir);
  await warnOfClock(store);
  const pagesDir = join(root, 'apps/web/dist');
  const app = await buildApp(config, {
    store,
    today: todayInChina,
    pagesDir: existsSync(join(pagesDir, 'index.html')) ? pagesDir : null,
    version,
  });
  const stop = async (): Promise<void> => {
    // What is running may finish; what hangs must not keep the machine from being switched off.
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    // A connection whose last request ends only now would be kept open for the next one.
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
    await app.close();
    clearInterval(sweep);
    await store.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen({ port: config.port, host: config.host });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const plain = await listenForPlain(config, port);
  app.server.once('close', () => plain?.close());
  // Only once it listens: a start that fails must not have shown them already.
  tellFirstUsers(await store.transact(addFirstUsers));
  console.log(`达标 Dabiao: ${config.tls ? 'https' : 'http'}://${config.host}:${port}`);
}

/** What the operator is told: a sentence where the cause is known, else the error with its stack. */
function sentenceOf(error: NodeJS.ErrnoException): unknown {
  if (error instanceof SettingError || error instanceof FaultyCatalogue || error instanceof StoreError)
    return error.message;
  if (error.code === 'EADDRINUSE') return '端口已被占用，请用 PORT 指定另一个 (the port is in use; set PORT)';
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `HOST=${process.env.HOST}：本机没有这个地址 (this machine has no such address)`;
  }
  return toStoreError(error, process.env.DATA_DIR ?? 'data')?.message ?? error;
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(sentenceOf(error));
  process.exit(1);
});
