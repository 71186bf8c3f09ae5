import { readFileSync } from 'node:fs';
import { createServer as createPlain, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasOpenssl, ownCertificate } from './own-certificate.ts';
import { providerSettings } from './provider-scene.ts';
import { runningApp } from './running-app.ts';

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function begin(issuer: string): Promise<[number, string]> {
  const { app } = await runningApp(providerSettings(issuer));
  const payload = { next: '/', lang: 'zh' };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session/provider', payload });
  return [answer.statusCode, answer.json().code];
}

describe('the way to the provider', () => {
  it.skipIf(!hasOpenssl)('is not taken where its certificate is of nobody that is known', async () => {
    const { key, cert } = ownCertificate('DNS:localhost');
    const seen = { requests: 0, refused: 0 };
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, answer) => {
      seen.requests += 1;
      answer.end('{}');
    });
    server.on('tlsClientError', () => {
      seen.refused += 1;
    });
    const port = await listening(server);
    expect(await begin(`https://localhost:${port}`)).toEqual([503, 'provider_unreachable']);
    await expect.poll(() => seen).toEqual({ requests: 0, refused: 1 });
  });

  it('does not go on where the provider sends it elsewhere', async () => {
    const seen = { there: 0, elsewhere: 0 };
    const elsewhere = await listening(
      createPlain((_request, answer) => {
        seen.elsewhere += 1;
        answer.setHeader('content-type', 'application/json').end('{}');
      }),
    );
    const there = await listening(
      createPlain((request, answer) => {
        seen.there += 1;
        answer.writeHead(302, { location: `http://127.0.0.1:${elsewhere}${request.url}` }).end();
      }),
    );
    const [status] = await begin(`http://127.0.0.1:${there}`);
    expect(status).toBe(503);
    expect(seen).toEqual({ there: 1, elsewhere: 0 });
  });
});
