import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FaultyCatalogue, openSeeds } from '@dabiao/catalogue/seeds-folder';
import { openStore } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { addFirstUsers, type FirstUser, prepareStore } from '@dabiao/store/prepare';
import { buildApp } from './app.ts';
import { readConfig, SettingError } from './config.ts';
import { todayInChina } from './deps.ts';

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
  const today = todayInChina();
  const lastYear = Number(today.slice(0, 4)) - 1;
  await prepareStore(store, {
    seeds: await openSeeds(join(root, 'seeds'), config.demo ? lastYear : null),
    kind: config.demo ? 'demo' : 'real',
    today,
    version,
  });
  tellFirstUsers(await store.transact(addFirstUsers));
  const pagesDir = join(root, 'apps/web/dist');
  const app = await buildApp(config, {
    store,
    today: todayInChina,
    pagesDir: existsSync(join(pagesDir, 'index.html')) ? pagesDir : null,
    version,
  });
  const stop = async (): Promise<void> => {
    await app.close();
    await store.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen({ port: config.port, host: config.host });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  console.log(`达标 Dabiao: http://${config.host}:${port}`);
}

main().catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') console.error('端口已被占用，请用 PORT 指定另一个 (the port is in use; set PORT)');
  else console.error(error instanceof SettingError || error instanceof FaultyCatalogue ? error.message : error);
  process.exit(1);
});
