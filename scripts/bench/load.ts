// 200 readers at once, each asking again as soon as it is answered, while files are handed in and released; the same
// readers at a bare Fastify route before and after; heap after garbage collection at the start, the middle and the end.
// LOAD_SECONDS: how long, 60 unless said.
import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Store } from '@dabiao/store/open';
import { insertSession } from '@dabiao/store/sessions';
import { insertUser } from '@dabiao/store/users';
import Fastify from 'fastify';
import { buildApp } from '../../apps/api/src/app.ts';
import { readConfig } from '../../apps/api/src/config.ts';
import { benchRows, benchVocabulary } from './import-rows.ts';
import { shown } from './measure.ts';
import { ROOT, TODAY, withSeededStore } from './seeded-store.ts';

const READERS = 200;
const SECONDS = Number(process.env.LOAD_SECONDS ?? 60);
const BARE_SECONDS = 5;
const ROWS = 100_000;
/** What readers are promised. */
const LIMIT_MS = 250;

interface Told {
  answers: number;
  errors: string[];
  p50: number;
  p99: number;
  longest: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
  collect();
  return process.memoryUsage().heapUsed / 1048576;
}

/** Runs the client beside the server. */
function client<T>(given: readonly (string | number)[], input = ''): Promise<T> {
  const program = fileURLToPath(new URL('./load-client.ts', import.meta.url));
  const child = spawn(process.execPath, [program, ...given.map(String)], { stdio: ['pipe', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve(JSON.parse(text) as T) : reject(new Error(`client: ${code}`))));
  });
}

/** A route that answers with as many bytes, made already: what the machine and the framework take. */
async function bare(bytes: number): Promise<Told> {
  const app = Fastify();
  const sent = Buffer.alloc(bytes, 1);
  app.get('/', async (_request, reply) => reply.type('application/octet-stream').send(sent));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const told = await client<Told>(['read', port, BARE_SECONDS, READERS, '/']);
  await app.close();
  return told;
}

async function addressesOf(store: Store): Promise<string[]> {
  const ids = async (table: 'document' | 'target' | 'indicator', limit: number) =>
    (await store.read.selectFrom(table).select('id').orderBy('id').limit(limit).execute()).map(({ id }) => id);
  const of = (noun: string, list: readonly string[]) => list.map((id) => `/${noun}/${encodeURIComponent(id)}`);
  return [
    ...['/overview', '/overview?region=370300', '/documents', '/targets?limit=100', '/indicators', '/measures'],
    ...['/search?q=5G', '/search?q=gongye', '/figures?limit=100', '/overview?year=2024'],
    ...of('documents', await ids('document', 5)),
    ...of('targets', await ids('target', 20)),
    ...of('indicators', await ids('indicator', 10)),
  ].map((path) => `/api/v1${path}`);
}

/** Somebody who hands in for all regions of the rows. @returns the cookie */
async function addSender(store: Store): Promise<string> {
  const { regions } = await benchVocabulary();
  return store.transact(async (trx) => {
    for (const { code, name } of regions) {
      const row = { code, name, parent: null, aliases: '[]' };
      await trx
        .insertInto('region')
        .values(row)
        .onConflict((found) => found.doNothing())
        .execute();
    }
    const user = { name: 'load', displayName: 'load', roles: ['statistician'], region: null, createdBy: null };
    const made = await insertUser(trx, { ...user, password: 'Stone-Bridge-7-load' });
    if (!made) throw new Error('the sender is there already');
    return `dabiao_session=${await insertSession(trx, made.id, null, { hours: 8, idleMinutes: 30 })}`;
  });
}

const line = (name: string, { answers, p50, p99, longest }: Told, seconds: number): string =>
  `  ${name.padEnd(28)} ${String(answers).padStart(7)} answers, ${shown(answers / seconds)} a second; p50 ${shown(p50)} ms, p99 ${shown(p99)} ms, longest ${shown(longest)} ms`;

async function bench(store: Store, folder: string): Promise<void> {
  const cookie = await addSender(store);
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT);
  const app = await buildApp(config, { store, today: () => TODAY, pagesDir: null, version: 'bench' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const addresses = await addressesOf(store);
  let bytes = 0;
  for (const url of addresses) {
    const answer = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`);
    bytes += answer.rawPayload.length / addresses.length;
  }
  const alone = await bare(Math.round(bytes));
  const quiet = await client<Told>(['read', port, BARE_SECONDS, READERS, ...addresses]);
  const heaps = [heapMegabytes()];
  const [head = [], ...rows] = await benchRows(await benchVocabulary());
  const file = [cookie, head.join(','), ...rows.slice(0, ROWS).map((row) => row.join(','))].join('\n');
  const half = SECONDS / 2;
  const held = monitorEventLoopDelay({ resolution: 5 });
  held.enable();
  const told: Told[] = [];
  let imports = 0;
  for (let part = 0; part < 2; part += 1) {
    const sending = client<number>(['hand-in', port, half], file);
    told.push(await client<Told>(['read', port, half, READERS, ...addresses]));
    imports += await sending;
    heaps.push(heapMegabytes());
  }
  console.log(
    `  ${READERS} readers at once, ${addresses.length} addresses, ${shown(bytes / 1024)} kB an answer, packed`,
  );
  console.log(line('bare Fastify route', alone, BARE_SECONDS));
  console.log(line('nobody handing in', quiet, BARE_SECONDS));
  for (const [at, one] of told.entries()) console.log(line(`files of ${ROWS} rows, part ${at + 1}`, one, half));
  const p99 = Math.max(...told.map((one) => one.p99));
  const errors = [...quiet.errors, ...told.flatMap((one) => one.errors)];
  console.log(`  p99 ${shown(p99 / alone.p99)} × the bare route; ${imports} files handed in and released meanwhile`);
  const [often, longest] = [held.percentile(99) / 1e6, held.max / 1e6];
  console.log(`  server held up: p99 ${shown(often)} ms, longest ${shown(longest)} ms`);
  console.log(`  heap after collection: ${heaps.map((heap) => shown(heap)).join(', ')} MB; errors: ${errors.length}`);
  if (errors.length > 0 || p99 > LIMIT_MS) {
    console.log(`  NOT MET: no error and p99 under ${LIMIT_MS} ms ${errors.join('; ')}`);
    process.exitCode = 1;
  }
  await app.close();
}

await withSeededStore(bench);
