import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import { redirectServer } from '../src/https-redirect.ts';
import { hasOpenssl, ownCertificate } from './own-certificate.ts';
import { ROOT, runningApp } from './running-app.ts';

const NAMES = 'DNS:dabiao.example.gov.cn,DNS:*.inside.example,IP:127.0.0.1,IP:::1';

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

interface Asked {
  method?: string;
  path?: string;
  host?: string;
}

/** What a plain request is answered: status, and where it is led or why not. */
function ask(port: number, { method = 'GET', path = '/', host = 'dabiao.example.gov.cn' }: Asked = {}) {
  return new Promise<[number, string | undefined]>((done, fail) => {
    const sent = request({ port, host: '127.0.0.1', method, path, headers: { host }, setHost: false }, (answer) => {
      let body = '';
      answer.on('data', (part: Buffer) => {
        body += part;
      });
      answer.on('end', () => {
        const code = body === '' ? undefined : (JSON.parse(body).code as string);
        done([answer.statusCode ?? 0, answer.headers.location ?? code]);
      });
    });
    sent.on('error', fail).end();
  });
}

/** The status line of what is sent as it stands. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(text);
  let said = '';
  socket.on('data', (part) => {
    said += String(part);
  });
  await once(socket, 'close');
  return said;
}

describe('a server that speaks plain HTTP', () => {
  it.each([
    [{ HOST: '0.0.0.0' }, 'plain'],
    [{ HOST: '10.1.2.3' }, 'plain'],
    [{ HOST: '::' }, 'plain'],
    [{}, 'loopback'],
    [{ HOST: '127.0.0.2' }, 'loopback'],
    [{ HOST: '::1' }, 'loopback'],
    [{ HOST: 'localhost' }, 'loopback'],
    [{ HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.0/8' }, 'proxy'],
  ])('by %j says so where it reaches other machines: %s', async (env, transport) => {
    const running = await runningApp(env);
    const warned = vi.spyOn(running.app.log, 'warn');
    await running.app.ready();
    const sentences = warned.mock.calls.filter(([, text]) => String(text).includes('TLS_CERT'));
    expect(sentences).toHaveLength(transport === 'plain' ? 1 : 0);
    const headers = await running.signIn('sys', ['system_admin']);
    const status = await running.app.inject({ url: '/api/v1/status', headers });
    expect(status.json().transport).toBe(transport);
  });
});

describe.skipIf(!hasOpenssl)('the port for plain HTTP beside an own certificate', () => {
  const serving = (publicAddress: string | null = null, https = 8443): Promise<number> =>
    listening(redirectServer({ publicAddress }, readFileSync(ownCertificate(NAMES).cert), https));

  it('leads readers of pages to the same page by HTTPS', async () => {
    const port = await serving();
    const path = '/targets/a%20b?year=2024&q=%E5%B7%A5';
    expect(await ask(port, { path })).toEqual([308, `https://dabiao.example.gov.cn:8443${path}`]);
    expect(await ask(port, { method: 'HEAD' })).toEqual([308, 'https://dabiao.example.gov.cn:8443/']);
    expect(await ask(port, { host: 'A.Inside.Example:80' })).toEqual([308, 'https://a.inside.example:8443/']);
    expect(await ask(port, { host: '127.0.0.1:8080' })).toEqual([308, 'https://127.0.0.1:8443/']);
    expect(await ask(port, { host: '[::1]:8080' })).toEqual([308, 'https://[::1]:8443/']);
    expect(await ask(await serving(null, 443))).toEqual([308, 'https://dabiao.example.gov.cn/']);
  });

  it('leads nowhere but to names of the certificate, or to PUBLIC_ADDRESS', async () => {
    const port = await serving();
    const foreign = [
      'evil.example',
      'dabiao.example.gov.cn.evil.example',
      'evil.example:80@dabiao.example.gov.cn',
      'dabiao.example.gov.cn@evil.example',
      'dabiao.example.gov.cn/evil',
      'dabiao.example.gov.cn\\evil.example',
      'dabiao.example.gov.cn?',
      'dabiao.example.gov.cn:99999999',
      '"><script>',
      '127.0.0.2',
      '[::2]',
      '',
      `${'a.'.repeat(200)}example`,
    ];
    for (const host of foreign) expect([host, await ask(port, { host })]).toEqual([host, [404, 'not_found']]);
    const fixed = await serving('https://dabiao.example.gov.cn');
    expect(await ask(fixed, { host: 'evil.example', path: '/x' })).toEqual([308, 'https://dabiao.example.gov.cn/x']);
    expect(await ask(port, { path: '//evil.example/x' })).toEqual([
      308,
      'https://dabiao.example.gov.cn:8443//evil.example/x',
    ]);
  });

  it('lets no header in by the address, and takes no other form of it', async () => {
    const port = await serving();
    const head = 'Host: dabiao.example.gov.cn\r\nConnection: close\r\n\r\n';
    for (const target of ['http://evil.example/', '*', 'evil.example:443']) {
      expect(await raw(port, `GET ${target} HTTP/1.1\r\n${head}`)).toMatch(/^HTTP\/1.1 4/);
    }
    const split = await raw(port, `GET /a%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n${head}`);
    expect(split).toMatch(/^HTTP\/1.1 308 .*\r\nlocation: \S+\/a%0d%0aSet-Cookie:%20a=b\r\n/i);
    expect(split).not.toMatch(/^set-cookie:/im);
    expect(await raw(port, 'GET / HTTP/1.1\r\nHost: dabiao.example.gov.cn\rX: y\r\n\r\n')).toMatch(/^HTTP\/1.1 400/);
  });

  it('refuses programs, and whatever sends something, instead of leading them', async () => {
    const port = await serving();
    for (const path of ['/api/v1/targets', '/api/v1/session', '/api', '/metrics', '/readyz?x=1']) {
      expect([path, await ask(port, { path })]).toEqual([path, [403, 'https_needed']]);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect([method, await ask(port, { method })]).toEqual([method, [403, 'https_needed']]);
    }
  });
});

describe('REDIRECT_PORT', () => {
  it.each([
    [{ REDIRECT_PORT: '8081' }, /REDIRECT_PORT/],
    [{ REDIRECT_PORT: 'x', TLS_CERT: 'package.json', TLS_KEY: 'package.json' }, /REDIRECT_PORT/],
    [{ REDIRECT_PORT: '8080', TLS_CERT: 'package.json', TLS_KEY: 'package.json' }, /REDIRECT_PORT/],
    [{ PUBLIC_ADDRESS: 'ftp://x' }, /PUBLIC_ADDRESS/],
  ])('%j is no setting', (env, said) => {
    expect(() => readConfig(env, ROOT)).toThrow(said);
  });
});
