import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ROOT, type Running, runningApp, upload } from './running-app.ts';

/** The file every scanner knows, put together here so that none finds it in this repository. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const CSV = '地区,指标,年份,数值,单位\n济南市,5G基站数,2024,49000,个\n';
const PLAN = '到2030年，全市5G基站达到6万个。\n';

/** A program as a scanner would be; `$1` is its own argument, `$2` the file. Where it runs is told to `seen`. */
function scannerOf(body: string): { command: string; seen: string } {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao scanner-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, 'scan');
  const seen = join(folder, 'seen');
  writeFileSync(program, `#!/bin/sh\nseen="${seen}"\n${body}\n`);
  chmodSync(program, 0o700);
  return { command: `"${program}" --quiet`, seen };
}

const FINDS = `[ "$1" = --quiet ] && [ $# = 2 ] || exit 7
if grep -q EICAR-STANDARD "$2"; then echo "$2: Eicar-Test FOUND"; exit 1; fi`;

const WAYS = [
  ['/api/v1/submissions', 'figures.csv', CSV],
  ['/api/v1/readings', 'plan.txt', PLAN],
] as const;

const send = (running: Running, headers: { cookie: string }, url: string, content: string, name: string) => {
  const body = upload(content, name);
  return running.app.inject({ method: 'POST', url, ...body, headers: { ...headers, ...body.headers } });
};

const kept = (running: Running): string[] => {
  const folder = join(running.config.dataDir, 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};

const left = (running: Running): string[] => {
  const folder = join(running.config.dataDir, 'scanning');
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function rowCount({ store }: Running): Promise<number> {
  const counted = await Promise.all(
    (['submission', 'reading'] as const).map((table) => store.read.selectFrom(table).select('id').execute()),
  );
  return counted.flat().length;
}

async function withScanner(body: string, more: Record<string, string> = {}) {
  const { command, seen } = scannerOf(body);
  const running = await runningApp({ SCAN_COMMAND: command, ...more });
  const li = await running.signIn('li', ['statistician', 'reviewer'], '370000');
  const sys = await running.signIn('sys', ['system_admin']);
  const status = async () => (await running.app.inject({ url: '/api/v1/status', headers: sys })).json().scanner;
  return { running, li, seen, status };
}

describe.each(WAYS)('what is uploaded at %s', (url, name, content) => {
  it('is let in when clean, and refused, audited and not kept when infected', async () => {
    const { running, li, status } = await withScanner(FINDS);
    expect((await send(running, li, url, content, name)).statusCode).toBe(201);
    const before = [await rowCount(running), kept(running)];
    const refused = await send(running, li, url, `${content}${EICAR}\n`, name);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'file_infected']);
    expect([await rowCount(running), kept(running), left(running)]).toEqual([...before, []]);
    const [line] = await findAudit(running.store.read, 1, undefined, { action: 'file.refuse' });
    expect(line).toMatchObject({ user: 'li', outcome: 'refused', object: url });
    expect(JSON.parse(line?.detail ?? '')).toMatchObject({ code: 'file_infected', said: 'file: Eicar-Test FOUND' });
    expect(await status()).toMatchObject({ answers: true });
  });

  it.each([
    ['hangs', 'sleep 60'],
    ['hangs with what it started', 'sleep 60 & wait'],
    ['crashes', 'kill -SEGV $$'],
    ['ends with an error of its own', 'exit 2'],
  ])('is refused where the scanner %s', async (what, body) => {
    const { running, li, status } = await withScanner(body, what.startsWith('hangs') ? { SCAN_SECONDS: '1' } : {});
    const refused = await send(running, li, url, content, name);
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'scanner_unavailable']);
    expect(refused.headers['retry-after']).toBeDefined();
    expect([await rowCount(running), kept(running), left(running)]).toEqual([0, [], []]);
    expect(await status()).toMatchObject({ answers: false, at: expect.any(String) });
  });

  it('is refused where there is no such program', async () => {
    const { running, li, status } = await withScanner('', { SCAN_COMMAND: 'no-such-scanner --fdpass' });
    const refused = await send(running, li, url, content, name);
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'scanner_unavailable']);
    expect([await rowCount(running), kept(running), await status()]).toMatchObject([0, [], { answers: false }]);
  });
});

describe('a scanner', () => {
  it('sees neither the name of the file nor the settings of the server, and is no shell', async () => {
    process.env.OIDC_CLIENT_SECRET = 'not-for-scanners';
    onTestFinished(() => {
      delete process.env.OIDC_CLIENT_SECRET;
    });
    const { running, li, seen } = await withScanner('echo "$@" >> "$seen"; env >> "$seen"', {});
    expect((await send(running, li, '/api/v1/submissions', CSV, '$(touch x);figures.csv')).statusCode).toBe(201);
    const said = readFileSync(seen, 'utf8');
    expect(said).toContain(join(running.config.dataDir, 'scanning'));
    expect(said).not.toContain('figures');
    expect(said).not.toContain('not-for-scanners');
  });

  it('is run for two files at a time; whoever is one too many is told to come back', async () => {
    const { running, li, seen } = await withScanner(
      'echo in >> "$seen"; until [ -e "$seen.go" ]; do sleep 0.1; done; echo out >> "$seen"',
    );
    const codes: string[] = [];
    const sent = Array.from({ length: 12 }, async (_, at) => {
      const answer = await send(running, li, '/api/v1/submissions', `${CSV}${at}\n`, 'a.csv');
      codes.push(answer.json().code);
    });
    await expect.poll(() => codes, { timeout: 20_000 }).toEqual(['busy', 'busy']);
    await expect.poll(() => readFileSync(seen, 'utf8'), { timeout: 20_000 }).toBe('in\nin\n');
    writeFileSync(`${seen}.go`, '');
    await Promise.all(sent);
    expect(codes.filter((code) => code === 'busy')).toHaveLength(2);
    let inside = 0;
    const depths = readFileSync(seen, 'utf8')
      .trim()
      .split('\n')
      .map((word) => {
        inside += word === 'in' ? 1 : -1;
        return inside;
      });
    expect(Math.max(...depths)).toBe(2);
  });

  it('is asked when the server starts', async () => {
    const { running, status } = await withScanner('exit 3');
    const warned = vi.spyOn(running.app.log, 'warn');
    expect(await status()).toEqual({ answers: null, at: null });
    await running.app.listen({ port: 0, host: '127.0.0.1' });
    await expect.poll(status, { timeout: 20_000 }).toMatchObject({ answers: false });
    expect(warned.mock.calls).toContainEqual([
      { scanner: { verdict: 'unknown', why: 'failed', detail: 'exit 3' } },
      expect.stringContaining('SCAN_COMMAND'),
    ]);
  });

  it('leaves nothing behind for the next start where the server was killed', async () => {
    const { running } = await withScanner('exit 0');
    const folder = join(running.config.dataDir, 'scanning');
    mkdirSync(folder);
    writeFileSync(join(folder, '0123'), EICAR);
    await running.restart();
    expect(left(running)).toEqual([]);
  });

  it.each(['', '   ', 'scan "unfinished', '"" -x', 'scan\n-x'])('is no setting: %j', (SCAN_COMMAND) => {
    expect(() => readConfig({ SCAN_COMMAND }, ROOT)).toThrow(/SCAN_COMMAND/);
  });

  it('is read as program and arguments', () => {
    const { scan } = readConfig({ SCAN_COMMAND: 'clamdscan --fdpass  "--log=/var/log/a b"' }, ROOT);
    expect(scan).toEqual({ program: 'clamdscan', args: ['--fdpass', '--log=/var/log/a b'], seconds: 30 });
    expect(readConfig({}, ROOT).scan).toBeNull();
  });
});
