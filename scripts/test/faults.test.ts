import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as tlsConnect } from 'node:tls';
import { insertAudit } from '@dabiao/store/audit';
import { sha256 } from '@dabiao/store/key';
import { openStore } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { insertUser } from '@dabiao/store/users';
import { damageOf } from '@dabiao/store/verify';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { type ServerProcess, signIn, startServer } from '../drills/server-process.ts';

const PASSWORD = 'Stone-Bridge-7';
const TEST_MS = 120_000;

function folderOfOwn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-fault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let template: Promise<string> | undefined;

afterAll(async () => {
  if (template) rmSync(await template, { recursive: true });
});

/** A data folder that a server has prepared, with a statistician: made once, copied for each test. */
async function prepared(folder = folderOfOwn()): Promise<string> {
  template ??= prepareTemplate();
  cpSync(await template, folder, { recursive: true });
  return folder;
}

async function prepareTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-fault-template-'));
  await (await startServer(folder)).end('SIGTERM');
  const store = openStore(databaseFile(folder));
  const li = { name: 'li', displayName: '李', roles: ['statistician'], region: '370100', createdBy: null };
  await store.transact((trx) => insertUser(trx, { ...li, password: PASSWORD }));
  await store.close();
  return folder;
}

async function running(folder: string): Promise<ServerProcess> {
  const server = await startServer(folder);
  onTestFinished(async () => {
    if (server.process.exitCode === null && server.process.signalCode === null) await server.end('SIGKILL');
  });
  return server;
}

/** What a start says that does not come about. */
const refusal = (folder: string): Promise<string> =>
  startServer(folder).then(
    async (server) => {
      await server.end('SIGKILL');
      return `it started: ${server.output()}`;
    },
    (error: Error) => error.message,
  );

const send = (address: string, cookie: string, value: number): Promise<Response> => {
  const form = new FormData();
  const rows = Array.from({ length: 8 }, (_, at) => `济南市,5G基站数,${2018 + at},${value + at}`).join('\n');
  form.append('file', new Blob([`地区,指标,年份,数值\n${rows}\n`]), 'fault.csv');
  return fetch(`${address}/api/v1/submissions`, { method: 'POST', headers: { cookie }, body: form });
};

const isRoot = process.getuid?.() === 0;
const canMount = isRoot && spawnSync('mount', ['--version']).status === 0;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('a disk that is full', () => {
  it.skipIf(!canMount)(
    'is said, loses nothing, and works again by itself when there is room',
    async () => {
      const folder = folderOfOwn();
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder]);
      onTestFinished(() => void spawnSync('umount', ['-l', folder]));
      await prepared(folder);
      const server = await running(folder);
      const cookie = await signIn(server.address, 'li', PASSWORD);
      expect((await send(server.address, cookie, 50_000)).status).toBe(201);
      const filler = join(folder, 'filler');
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
      const refused = await send(server.address, cookie, 60_000);
      const { code } = (await refused.json()) as { code: string };
      expect([refused.status, code]).toEqual([503, 'store_unavailable']);
      // Readers notice nothing.
      expect((await fetch(`${server.address}/api/v1/documents`)).status).toBe(200);
      rmSync(filler);
      expect((await send(server.address, cookie, 70_000)).status).toBe(201);
      expect(await server.end('SIGTERM')).toBe(0);
      const store = openStore(databaseFile(folder));
      const rows = await store.read.selectFrom('submission').select('row_count').execute();
      expect(rows.map(({ row_count }) => row_count)).toEqual([8, 8]);
      expect(await damageOf(store.read, false)).toEqual([]);
      await store.close();
    },
    TEST_MS,
  );
});

describe('a folder that cannot be written', () => {
  it.skipIf(!canMount)(
    'is said in a sentence, and nothing else happens',
    async () => {
      const folder = await prepared();
      execFileSync('mount', ['--bind', folder, folder]);
      onTestFinished(() => void spawnSync('umount', ['-l', folder]));
      execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
      const said = await refusal(folder);
      expect(said).toMatch(/exit 1: .*(只读|无法打开)/);
      expect(said).not.toMatch(/\n\s+at /);
      execFileSync('umount', ['-l', folder]);
      const server = await running(folder);
      expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    },
    TEST_MS,
  );
});

describe('a database', () => {
  it.each([
    ['in its head', 0],
    ['in its middle', 4096 * 40],
  ])(
    'damaged %s is refused and left as it is',
    async (_where, from) => {
      const folder = await prepared();
      const file = databaseFile(folder);
      const bytes = readFileSync(file);
      bytes.fill(0xa5, from, from + 4096 * 20);
      writeFileSync(file, bytes);
      const said = await refusal(folder);
      expect(said).toMatch(/exit 1: .*(已损坏|不是达标的数据库)/);
      expect(said).not.toMatch(/\n\s+at /);
      expect(sha256(readFileSync(file))).toBe(sha256(bytes));
    },
    TEST_MS,
  );

  it(
    'of a newer program is refused by this one and left as it is',
    async () => {
      const folder = await prepared();
      const store = openStore(databaseFile(folder));
      await store.transact((trx) =>
        trx.insertInto('migration').values({ number: 999, name: 'later', applied_at: '2999-01-01' }).execute(),
      );
      await store.close();
      const before = sha256(readFileSync(databaseFile(folder)));
      expect(await refusal(folder)).toMatch(/exit 1: .*比程序支持的/);
      expect(sha256(readFileSync(databaseFile(folder)))).toBe(before);
    },
    TEST_MS,
  );
});

describe('a clock set back', () => {
  it(
    'is said and written down; the audit keeps its order',
    async () => {
      const folder = await prepared();
      const store = openStore(databaseFile(folder));
      const { seq } = await store.read
        .selectFrom('audit')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .executeTakeFirstOrThrow();
      await store.transact(async (trx) => {
        const real = Date.now;
        Date.now = () => real() + 86_400_000;
        const RealDate = Date;
        // biome-ignore lint/suspicious/noGlobalAssign: a clock that runs a day ahead for one line
        Date = class extends RealDate {
          constructor() {
            super(real() + 86_400_000);
          }
        } as DateConstructor;
        await insertAudit(trx, { user: null, action: 'test.do' });
        // biome-ignore lint/suspicious/noGlobalAssign: the right one again
        Date = RealDate;
        Date.now = real;
      });
      await store.close();
      const server = await running(folder);
      expect(server.output()).toContain('系统时间早于最后一条审计记录');
      await server.end('SIGTERM');
      const after = openStore(databaseFile(folder));
      const lines = await after.read.selectFrom('audit').select(['seq', 'action']).where('seq', '>', seq).execute();
      expect(lines).toEqual([
        { seq: Number(seq) + 1, action: 'test.do' },
        { seq: Number(seq) + 2, action: 'clock.behind' },
      ]);
      await after.close();
    },
    TEST_MS,
  );
});

describe('a server told to stop', () => {
  it(
    'finishes what is running',
    async () => {
      const folder = await prepared();
      const server = await running(folder);
      const cookie = await signIn(server.address, 'li', PASSWORD);
      const sent = send(server.address, cookie, 50_000);
      await new Promise((resolve) => setTimeout(resolve, 30));
      const ended = server.end('SIGTERM');
      expect((await sent).status).toBe(201);
      expect(await ended).toBe(0);
      await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
    },
    TEST_MS,
  );
});

/** Sends text over a bare connection. @returns what came back, once the server has closed it. */
function raw(address: string, text: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let got = '';
    socket.on('data', (chunk) => {
      got += String(chunk);
    });
    socket.on('close', () => done(got));
    socket.on('error', fail);
  });
}

describe('bare connections', () => {
  const HEAD = 'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

  it(
    'that say two things about their length are refused and closed',
    async () => {
      const server = await running(await prepared());
      for (const lengths of [
        'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        'Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
        'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
      ]) {
        expect(await raw(server.address, HEAD + lengths)).toMatch(/^HTTP\/1\.1 400 /);
      }
      expect(await raw(server.address, 'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/ 405 /);
    },
    TEST_MS,
  );

  it(
    'that send their head or body too slowly are ended, while others are answered',
    async () => {
      const server = await running(await prepared());
      const began = Date.now();
      const slowHeads = Array.from({ length: 30 }, () => raw(server.address, 'GET / HTTP/1.1\r\nHost: x\r\nX-A: '));
      const slowBodies = Array.from({ length: 30 }, () =>
        raw(server.address, `${HEAD}Content-Length: 100\r\n\r\n{"na`),
      );
      await Promise.all(slowHeads);
      const heads = Date.now() - began;
      expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
      await Promise.all(slowBodies);
      const bodies = Date.now() - began;
      // Five and thirty seconds are allowed; looked at every two.
      expect([heads < 15_000, bodies < 50_000]).toEqual([true, true]);
    },
    TEST_MS,
  );
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('an own certificate', () => {
  it.skipIf(!hasOpenssl)(
    'is served from TLS 1.2 on, with a cookie that belongs to this host',
    async () => {
      const folder = await prepared();
      const [key, cert] = [join(folder, 'tls.key'), join(folder, 'tls.crt')];
      const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
      execFileSync('openssl', [...asked, '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' });
      const plain = await freePort();
      const home = 'https://dabiao.example.gov.cn';
      const more = { REDIRECT_PORT: String(plain), PUBLIC_ADDRESS: home };
      const server = await startServer(folder, { TLS_CERT: cert, TLS_KEY: key, ...more });
      onTestFinished(() => void server.end('SIGTERM'));
      expect(server.address).toMatch(/^https:/);
      const body = JSON.stringify({ name: 'li', password: PASSWORD });
      const answer = await new Promise<IncomingMessage>((done, fail) => {
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
        const url = `${server.address}/api/v1/session`;
        request(url, { method: 'POST', headers, rejectUnauthorized: false }, done).on('error', fail).end(body);
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
      expect(answer.headers['set-cookie']?.[0]).toMatch(
        /^__Host-dabiao_session=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
      const led = await fetch(`http://127.0.0.1:${plain}/targets?year=2024`, { redirect: 'manual' });
      expect([led.status, led.headers.get('location')]).toEqual([308, `${home}/targets?year=2024`]);
      const { port } = new URL(server.address);
      const speaks = (version: 'TLSv1.1' | 'TLSv1.2', ciphers = 'DEFAULT@SECLEVEL=0') =>
        new Promise<boolean>((done) => {
          const to = {
            port: Number(port),
            host: '127.0.0.1',
            rejectUnauthorized: false,
            ciphers,
          };
          const socket = tlsConnect({ ...to, minVersion: 'TLSv1', maxVersion: version }, () => {
            socket.destroy();
            done(true);
          });
          socket.on('error', () => done(false));
        });
      expect([await speaks('TLSv1.1'), await speaks('TLSv1.2')]).toEqual([false, true]);
      const [weak, strong] = ['ECDHE-ECDSA-AES256-SHA', 'ECDHE-ECDSA-AES256-GCM-SHA384'];
      expect([await speaks('TLSv1.2', weak), await speaks('TLSv1.2', strong)]).toEqual([false, true]);
    },
    TEST_MS,
  );
});
