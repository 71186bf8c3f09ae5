// A workbook of 100,000 rows handed in over HTTP (received, read, checked, staged, answered) and released, against the
// bare library reading the same bytes; how somebody else is answered meanwhile, and the memory.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Store } from '@dabiao/store/open';
import { insertUser } from '@dabiao/store/users';
import { utils, write } from '@e965/xlsx';
import { buildApp } from '../../apps/api/src/app.ts';
import { readConfig } from '../../apps/api/src/config.ts';
import type { Reading } from './import-file.ts';
import { benchRows, benchVocabulary } from './import-rows.ts';
import { shown, timed, timesOf } from './measure.ts';
import { ownPeak, watchChildren } from './peak-memory.ts';
import { ROOT, TODAY, withSeededStore } from './seeded-store.ts';

const ROUNDS = 3;
const ROWS = 100_000;
const PASSWORD = 'Stone-Bridge-7-bench';
const BOUNDARY = 'dabiao-bench';
/** How often somebody else asks for the overview, in milliseconds. */
const EVERY = 250;

/** Beside the server, never in its way: a server that is held up refuses. */
const run = promisify(execFile);

const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Writes the workbook; `round` is the last row's value, so that no two files are the same. */
async function writeBook(file: string, round: number): Promise<void> {
  const rows = benchRows(await benchVocabulary());
  const last = rows.at(-1);
  if (last) last[3] = Number(last[3]) + round;
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '数据');
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer);
}

/** The regions of the rows, and somebody who hands in. */
async function prepare(store: Store): Promise<void> {
  const { regions } = await benchVocabulary();
  await store.transact(async (trx) => {
    for (const { code, name } of regions) {
      await trx.insertInto('region').values({ code, name, parent: null, aliases: '[]' }).execute();
    }
    const user = { name: 'bench', displayName: 'bench', roles: ['statistician'], region: null, createdBy: null };
    await insertUser(trx, { ...user, password: PASSWORD });
  });
}

class Client {
  readonly #address: string;
  #cookie = '';

  constructor(port: number) {
    this.#address = `http://127.0.0.1:${port}/api/v1`;
  }

  async ask<T>(path: string, init: { type: string; body: string | Buffer } | null = null): Promise<T> {
    const headers = { cookie: this.#cookie, ...(init && { 'content-type': init.type }) };
    const answer = await fetch(this.#address + path, init ? { method: 'POST', headers, body: init.body } : { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
    this.#cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie;
    return JSON.parse(text) as T;
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.ask<T>(path, { type: 'application/json', body: JSON.stringify(body) });
  }

  upload<T>(path: string, bytes: Buffer): Promise<T> {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="figures.xlsx"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
    return this.ask<T>(path, { type: `multipart/form-data; boundary=${BOUNDARY}`, body });
  }
}

interface Made {
  id: string;
  counts: { figures: number; errors: number };
}

/** Somebody who asks for the overview all the while `work` runs. @returns what the answers took, in milliseconds */
async function answeredMeanwhile(client: Client, work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  let asking = true;
  const other = (async () => {
    while (asking) {
      times.push(await timed(() => client.ask('/overview')));
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  })();
  await work();
  asking = false;
  await other;
  return times;
}

async function bench(store: Store, folder: string): Promise<void> {
  await prepare(store);
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT);
  const app = await buildApp(config, { store, today: () => TODAY, pagesDir: null, version: 'bench' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const [client, reader] = [new Client(port), new Client(port)];
  await client.post('/session', { name: 'bench', password: PASSWORD });
  const rounds: { ours: number; bare: number }[] = [];
  const waits: number[] = [];
  let id = '';
  let releasing = 0;
  const children = await watchChildren(async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const file = join(folder, `figures-${round}.xlsx`);
      await run(process.execPath, [program('./upload.ts'), '--write', file, String(round)]);
      const { stdout } = await run(process.execPath, [program('./import-file.ts'), 'bare', file]);
      const { milliseconds } = JSON.parse(stdout) as Reading;
      const bytes = readFileSync(file);
      const ours = await timed(async () => {
        const made = await client.upload<Made>('/submissions?rows=100', bytes);
        if (made.counts.figures !== ROWS || made.counts.errors > 0) throw new Error(JSON.stringify(made.counts));
        id = made.id;
      });
      rounds.push({ ours, bare: milliseconds });
    }
    const file = join(folder, 'meanwhile.xlsx');
    await run(process.execPath, [program('./upload.ts'), '--write', file, String(ROUNDS)]);
    const bytes = readFileSync(file);
    const work = async () => {
      await client.upload<Made>('/submissions?rows=100', bytes);
    };
    waits.push(...(await answeredMeanwhile(reader, work)));
    releasing = await timed(() => client.post(`/submissions/${id}/submit?rows=0`, { reason: '年度数据' }));
  });
  const middle = (values: number[]) => timesOf(values).p50;
  const ratio = shown(middle(rounds.map(({ ours, bare }) => ours / bare)));
  const [ours, bare] = [middle(rounds.map((round) => round.ours)), middle(rounds.map((round) => round.bare))];
  const { p50, p99 } = timesOf(waits);
  console.log(`  ${ROWS} rows of XLSX, median of ${ROUNDS}`);
  console.log(
    `  handed in  ${ratio.padStart(6)} × the bare library only reading  (${shown(ours)} ms, bare ${shown(bare)} ms)`,
  );
  console.log(`  released in ${shown(releasing)} ms (for its ratio see the bench publish)`);
  console.log(`  others meanwhile asked ${waits.length} times: p50 ${shown(p50)} ms, p99 ${shown(p99)} ms`);
  console.log(
    `  peak memory: server ${shown(ownPeak())} MB, processes beside it (the writer of the bench among them) ${shown(children)} MB`,
  );
  await app.close();
}

const [mode, file = '', round = '0'] = process.argv.slice(2);
if (mode === '--write') await writeBook(file, Number(round));
else await withSeededStore(bench);
