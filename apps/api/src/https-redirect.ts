import { X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { PROBLEMS } from '@dabiao/contract/problems';
import type { Config } from './config.ts';
import { SettingError } from './setting-values.ts';

const LIMITS = { headersTimeout: 5000, requestTimeout: 5000, connectionsCheckingInterval: 2000, keepAliveTimeout: 1 };

/** What programs ask for; they are told, and not sent on, so that nobody goes on sending secrets in the clear. */
const FOR_PROGRAMS = /^\/(api|healthz|readyz|metrics)(\/|\?|$)/;
const NAME = /^(?:[a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}$|^\[[0-9a-f:]{2,45}\]$/;

/** The host a browser asked for, without its port, where it is one that the certificate names; else null. */
function hostOf(asked: string | undefined, certificate: X509Certificate): string | null {
  const host = (asked ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
  if (host.length > 253 || !NAME.test(host)) return null;
  const bare = host.replace(/^\[|\]$/g, '');
  const known = isIP(bare) ? certificate.checkIP(bare) : certificate.checkHost(bare);
  return known ? host : null;
}

function refuse({ headers }: IncomingMessage, response: ServerResponse, code: 'https_needed' | 'not_found'): void {
  const { status, zh, en } = PROBLEMS[code];
  const title = /^en\b/i.test(headers['accept-language'] ?? '') ? en : zh;
  response.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8', connection: 'close' });
  const type = `urn:dabiao:problem:${code}`;
  response.end(JSON.stringify({ type, title, status, code, detail: null, instance: '' }));
}

/**
 * Answers plain HTTP: readers of pages are sent on to HTTPS at PUBLIC_ADDRESS, else at the host they asked for, where the
 * certificate names it. Nothing else is answered but by a refusal; bodies are not read.
 * @param port where HTTPS is spoken
 */
export function redirectServer(config: Pick<Config, 'publicAddress'>, cert: Buffer, port: number): Server {
  const certificate = new X509Certificate(cert);
  const originFor = ({ headers }: IncomingMessage): string | null => {
    if (config.publicAddress !== null) return config.publicAddress;
    const host = hostOf(headers.host, certificate);
    return host && `https://${host}${port === 443 ? '' : `:${port}`}`;
  };
  return createServer(LIMITS, (request, response) => {
    const url = request.url ?? '';
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || !url.startsWith('/') || FOR_PROGRAMS.test(url)) return refuse(request, response, 'https_needed');
    const origin = originFor(request);
    if (origin === null) return refuse(request, response, 'not_found');
    response.writeHead(308, { location: `${origin}${url}`, 'content-length': 0, connection: 'close' }).end();
  });
}

/** Listens on REDIRECT_PORT beside the server itself. @throws SettingError where it cannot be had */
export async function listenForPlain(config: Config, port: number): Promise<Server | null> {
  const { redirectPort } = config;
  if (redirectPort === null || !config.tls) return null;
  const server = redirectServer(config, config.tls.cert, port);
  await new Promise<void>((done, fail) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      fail(new SettingError(`REDIRECT_PORT=${redirectPort}：无法使用这个端口 (the port cannot be had)：${code}`)),
    );
    server.listen(redirectPort, config.host, done);
  });
  return server;
}
