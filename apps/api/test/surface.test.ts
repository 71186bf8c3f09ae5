import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../src/config.ts';
import { PASSWORD, ROOT, runningApp, upload } from './running-app.ts';

/** Pages as the build makes them, as far as the server knows. */
function builtPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(folder, 'assets', 'a-1.js'), '1');
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('built pages', () => {
  it('travel packed where they are, as what they are', async () => {
    const folder = builtPages();
    const text = 'export const letters = "aaaaaaaaaaaaaaaa";'.repeat(100);
    writeFileSync(join(folder, 'assets', 'b-1.js'), text);
    writeFileSync(join(folder, 'assets', 'b-1.js.br'), brotliCompressSync(text));
    const { app } = await runningApp({}, { pagesDir: folder });
    const ask = (encoding: string) => app.inject({ url: '/assets/b-1.js', headers: { 'accept-encoding': encoding } });
    const packed = await ask('gzip, br');
    expect(packed.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(text);
    const plain = await ask('identity');
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, text]);
  });
});

describe('every answer', () => {
  it('carries the headers that keep a browser within bounds', async () => {
    const { app } = await runningApp({}, { pagesDir: builtPages() });
    for (const url of ['/', '/targets', '/assets/a-1.js', '/api/v1/documents', '/api/v1/nothing', '/healthz']) {
      const { headers } = await app.inject(url);
      const policy = String(headers['content-security-policy']);
      for (const part of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"]) {
        expect([url, policy.includes(part)]).toEqual([url, true]);
      }
      expect(policy).toMatch(/frame-ancestors 'self'/);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('to a method that an address does not take is 405 with those it takes; an unknown address is 404', async () => {
    const { app } = await runningApp({}, { pagesDir: builtPages() });
    const ask = async (method: string, url: string) => {
      const answer = await app.inject({ method: method as 'GET', url });
      return [answer.statusCode, answer.headers.allow];
    };
    expect(await ask('PUT', '/api/v1/documents')).toEqual([405, 'GET, HEAD']);
    expect(await ask('DELETE', '/api/v1/audit')).toEqual([405, 'GET, HEAD']);
    expect(await ask('PATCH', '/api/v1/targets/x')).toEqual([405, 'GET, HEAD']);
    expect(await ask('GET', '/api/v1/submissions/x/approve')).toEqual([405, 'POST']);
    expect(await ask('POST', '/')).toEqual([405, 'GET, HEAD']);
    expect(await ask('POST', '/api/v1/nothing')).toEqual([404, undefined]);
    for (const url of ['/.env', '/.git/config', '/assets/../../package.json', '/assets/b.js.map', '/api/v1/.env']) {
      expect([url, (await ask('GET', url))[0]]).toEqual([url, 404]);
    }
  });

  it('to what was not foreseen tells nothing of the inside', async () => {
    const running = await runningApp();
    running.app.get('/api/v1/boom', async () => {
      throw new Error('secret at /srv/dabiao/data');
    });
    const fresh = await running.app.inject('/api/v1/boom').catch(() => null);
    expect(fresh?.body ?? '').not.toMatch(/secret|srv|\bat /);
  });
});

describe('a problem', () => {
  it('is told in the language that was asked for, to its details', async () => {
    const { app, signIn } = await runningApp();
    const { cookie } = await signIn('reader-of-english', ['statistician', 'reviewer'], '370100');
    const asked = [
      { method: 'GET', url: '/api/v1/templates/figures.xlsx?region=999999' },
      { method: 'GET', url: '/api/v1/templates/figures.xlsx?region=370100&year=2150' },
      { method: 'PUT', url: '/api/v1/session/password', payload: { current: PASSWORD, next: 'abcdefgh' } },
      { method: 'POST', url: '/api/v1/submissions' },
      { method: 'POST', url: '/api/v1/readings', ...upload('\u0000\u0001\u0002', 'a.bin') },
    ] as const;
    for (const { url, ...rest } of asked) {
      const headers = { cookie, ...('headers' in rest ? rest.headers : {}) };
      const tell = async (lang: string) =>
        (await app.inject({ ...rest, url, headers: { ...headers, 'accept-language': lang } })).json();
      const [zh, en] = [await tell('zh-CN'), await tell('en')];
      expect([url, zh.code, zh.detail]).toEqual([url, en.code, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([url, en.title, en.detail]).toEqual([url, expect.any(String), expect.stringMatching(/^[ -~]+$/)]);
    }
  });
});

describe('requests that are too much', () => {
  it('are refused: large bodies, deep and wide JSON, large pages', async () => {
    const running = await runningApp();
    const headers = await running.signIn('sec', ['security_admin']);
    const post = (payload: string) =>
      running.app.inject({
        method: 'POST',
        url: '/api/v1/users',
        headers: { ...headers, 'content-type': 'application/json' },
        payload,
      });
    expect((await post(`{"name":"${'x'.repeat(2_000_000)}"}`)).statusCode).toBe(413);
    expect((await post(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).statusCode).toBe(400);
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 1]));
    expect((await post(JSON.stringify(wide))).statusCode).toBe(400);
    expect((await post('{"__proto__":{"roles":["auditor"]}}')).statusCode).toBe(400);
    expect((await running.app.inject('/api/v1/targets?limit=1000000000')).statusCode).toBe(400);
  });

  it('are refused: an upload of 21 MB, and it is written down', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['statistician'], '370100');
    const { headers: type, payload } = upload(Buffer.alloc(21 * 1024 * 1024, 65), 'a.csv');
    const answer = await running.app.inject({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { ...headers, ...type },
      payload,
    });
    expect(answer.statusCode).toBe(413);
    const [line] = await findAudit(running.store.read, 1);
    expect(line).toMatchObject({ user: 'li', action: 'request.refuse', outcome: 'refused' });
  });

  it('to sign in are slowed down', async () => {
    const { app } = await runningApp();
    const codes = [];
    for (let time = 0; time < 31; time += 1) {
      const payload = { name: `n${time}`, password: 'x' };
      codes.push((await app.inject({ method: 'POST', url: '/api/v1/session', payload })).statusCode);
    }
    expect([codes[29], codes[30]]).toEqual([401, 429]);
  });
});

/** Keeps the event loop from turning for as long, in ms. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('a server that gets no time', () => {
  it('answers after its start and after one long moment, and refuses while all moments are long', async () => {
    const { app } = await runningApp();
    block(1500);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const ask = async () => (await app.inject('/healthz')).statusCode;
    expect(await ask()).toBe(200);
    await setTimeout(8100);
    for (let n = 0; n < 3; n++) {
      block(1500);
      await setImmediate();
      expect(await ask()).toBe(200);
    }
    const answers = new Set<number>();
    for (let n = 0; n < 5; n++) {
      block(2400);
      await setImmediate();
      answers.add(await ask());
    }
    expect(answers).toContain(503);
    await expect.poll(ask, { timeout: 30_000 }).toBe(200);
  }, 120_000);
});

describe('what a client says of itself', () => {
  const FORGED = { 'x-forwarded-for': '10.9.8.7', 'x-user-id': 'admin', 'x-forwarded-proto': 'https' };
  const address = async (env: Record<string, string>) => {
    const running = await runningApp(env);
    await running.signIn('li', ['viewer']);
    const answer = await running.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: FORGED,
      payload: { name: 'li', password: PASSWORD },
    });
    const [line] = await findAudit(running.store.read, 1, undefined, { action: 'session.open' });
    return { address: line?.address, cookie: answer.cookies[0] };
  };

  it('is not believed, but from a proxy that was named', async () => {
    expect(await address({})).toMatchObject({ address: '127.0.0.1', cookie: { name: 'dabiao_session' } });
    expect(await address({ TRUST_PROXY: '127.0.0.1' })).toMatchObject({
      address: '10.9.8.7',
      cookie: { name: '__Host-dabiao_session', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' },
    });
    expect(await address({ TRUST_PROXY: '10.1.0.0/16' })).toMatchObject({ address: '127.0.0.1' });
  });

  it('as a form of another site changes nothing', async () => {
    const running = await runningApp();
    const headers = await running.signIn('sec', ['security_admin']);
    const body = JSON.stringify({ name: 'evil', displayName: 'x', roles: ['auditor'], region: null });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await running.app.inject({
        method: 'POST',
        url: '/api/v1/users',
        headers: { ...headers, 'content-type': type },
        payload: body,
      });
      expect([type, answer.statusCode === 400 || answer.statusCode === 415]).toEqual([type, true]);
    }
    for (const foreign of [{ 'sec-fetch-site': 'same-site' }, { origin: 'null' }, { origin: 'http://localhost:81' }]) {
      const answer = await running.app.inject({
        method: 'POST',
        url: '/api/v1/users',
        headers: { ...headers, ...foreign, 'content-type': 'application/json' },
        payload: body,
      });
      expect([foreign, answer.json().code]).toEqual([foreign, 'origin_foreign']);
    }
  });
});

describe('administrators', () => {
  it('work only from the addresses that were named', async () => {
    const running = await runningApp({ ADMIN_ADDRESSES: '10.20.0.0/16, 127.0.0.1' });
    const headers = await running.signIn('sec', ['security_admin']);
    const from = async (remoteAddress: string) =>
      (await running.app.inject({ url: '/api/v1/users', headers, remoteAddress })).statusCode;
    expect([await from('127.0.0.1'), await from('10.20.3.4'), await from('10.21.3.4')]).toEqual([200, 200, 403]);
  });

  it('see how the system is, and make a backup at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dabiao-backups-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const running = await runningApp({ BACKUP_DIR: folder, BACKUP_KEEP: '1' });
    const headers = await running.signIn('sys', ['system_admin']);
    const status = async () => (await running.app.inject({ url: '/api/v1/status', headers })).json();
    expect(await status()).toMatchObject({
      lastBackup: null,
      backupsEveryHours: 24,
      disk: { free: expect.any(Number) },
    });
    const made = await running.app.inject({ method: 'POST', url: '/api/v1/backups', headers });
    expect([made.statusCode, made.json().file]).toEqual([201, expect.stringMatching(/^dabiao-\d{8}-\d{6}\.tar\.gz$/)]);
    expect((await status()).lastBackup.bytes).toBeGreaterThan(10_000);
    const [line] = await findAudit(running.store.read, 1, undefined, { action: 'backup.add' });
    expect(line).toMatchObject({ user: 'sys', outcome: 'done', object: made.json().file });
  });

  it('read figures of the machine only from the machine itself', async () => {
    const metrics = async (env: Record<string, string>, remoteAddress: string) =>
      (await (await runningApp(env)).app.inject({ url: '/metrics', remoteAddress })).statusCode;
    expect(await metrics({}, '127.0.0.1')).toBe(200);
    expect(await metrics({}, '10.1.1.1')).toBe(404);
    expect(await metrics({ METRICS: 'open' }, '10.1.1.1')).toBe(200);
    expect(await metrics({ METRICS: 'off' }, '127.0.0.1')).toBe(404);
  });
});

describe('the audit', () => {
  it('goes out as CSV that no spreadsheet runs, and that is written down too', async () => {
    const running = await runningApp();
    await running.app.inject({ method: 'POST', url: '/api/v1/session', payload: { name: 'x', password: 'y' } });
    await running.store.transact(async (trx) => {
      const { insertAudit } = await import('@dabiao/store/audit');
      await insertAudit(trx, { user: '=cmd()', action: 'test.do', object: '+1+1' });
    });
    const headers = await running.signIn('audit', ['auditor']);
    const answer = await running.app.inject({ url: '/api/v1/audit.csv?action=test', headers });
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.body).toContain("'=cmd()");
    expect(answer.body).toContain("'+1+1");
    expect(answer.body.trim().split('\r\n')).toHaveLength(2);
    const [line] = await findAudit(running.store.read, 1);
    expect(line).toMatchObject({ user: 'audit', action: 'audit.export', roles: 'auditor' });
  });

  it('holds who looked at what was not released', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['statistician'], '370100');
    const reviewer = await running.signIn('zhao', ['reviewer']);
    const { headers: type, payload } = upload('地区,指标,年份,数值\n济南市,5G基站数,2025,60500\n', 'a.csv');
    const sent = await running.app.inject({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { ...headers, ...type },
      payload,
    });
    const { id } = sent.json();
    for (const part of ['', '/figures', '/file']) {
      expect(
        (await running.app.inject({ url: `/api/v1/submissions/${id}${part}`, headers: reviewer })).statusCode,
      ).toBe(200);
    }
    const lines = await findAudit(running.store.read, 20, undefined, { user: 'zhao', object: id });
    expect(lines.map(({ action }) => action)).toEqual(['submission.download', 'submission.view']);
  });

  it('that cannot be written lets nothing unreleased be seen', async () => {
    const running = await runningApp();
    const headers = await running.signIn('sec', ['security_admin']);
    await running.store.transact(async (trx) => {
      await trx.schema.alterTable('audit').renameTo('audit_gone').execute();
    });
    const answer = await running.app.inject({ url: '/api/v1/users', headers });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('audit_gone');
  });
});

describe('a setting that cannot be', () => {
  it.each([
    ['PASSWORD_POLICY', 'weak'],
    ['SESSION_IDLE_MINUTES', '0'],
    ['SESSION_HOURS', '1e3'],
    ['TRUST_PROXY', 'everyone'],
    ['ADMIN_ADDRESSES', '10.0.0.0/99'],
    ['TLS_CERT', '/no/such/file'],
    ['TWO_FACTOR', 'maybe'],
    ['METRICS', 'yes'],
  ])('%s=%s is named at the start', (name, value) => {
    expect(() => readConfig({ [name]: value }, ROOT)).toThrow(name);
  });
});
