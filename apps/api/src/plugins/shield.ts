import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { RouteOptions } from 'fastify';
import type { Config } from '../config.ts';
import { Problem } from '../problem.ts';
import type { App } from '../routes/routes.ts';

/** Greatest upload; a yearbook of a province has under 2 MB. */
const MAX_UPLOAD = 20 * 1024 * 1024;
/** Writing requests one person may send in a minute where a route does not say otherwise. */
const WRITES_A_MINUTE = 600;
/** Mean delay of the event loop, in ms, from which new requests are refused. */
const MAX_DELAY = 1000;
/** Time over which the delay is taken, in ms: long enough that it has more than one sample when it matters. */
const DELAY_INTERVAL = 4000;
const YEAR_SECONDS = 31_536_000;

const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // Ant Design writes its styles at run time.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
  upgradeInsecureRequests: null,
};

/** What pages may use of the machine they are shown on: nothing but the whole screen, for the wall. */
const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), fullscreen=(self)';

function limitWrites(route: RouteOptions): void {
  const methods = [route.method].flat();
  if (methods.some((method) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS')) return;
  route.config = { rateLimit: { max: WRITES_A_MINUTE, timeWindow: '1 minute' }, ...route.config };
}

/** Refuses new requests while those running leave the server no time. */
async function shedLoad(app: App): Promise<void> {
  let listening = Number.POSITIVE_INFINITY;
  app.addHook('onListen', async () => {
    listening = performance.now();
  });
  await app.register(underPressure, {
    maxEventLoopDelay: MAX_DELAY,
    sampleInterval: DELAY_INTERVAL,
    exposeStatusRoute: false,
    pressureHandler: (_request, _reply, _type, delay) => {
      // Nothing measured in an interval is told as infinite; and what starting took says nothing of the load.
      const isMeasured = delay !== undefined && Number.isFinite(delay);
      if (isMeasured && performance.now() - listening > 2 * DELAY_INTERVAL) throw new Problem('busy');
    },
  });
}

/** Headers, cookies and limits of every request. */
export async function installShield(app: App, config: Config): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    // Told only by a server that speaks HTTPS itself; behind a proxy it is the proxy's to say.
    strictTransportSecurity: config.tls ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
    // An embedded target may stand in another office's page.
    if (!request.url.startsWith('/embed/')) return;
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    reply.header('content-security-policy', policy.replace("frame-ancestors 'self'", 'frame-ancestors *'));
    reply.removeHeader('x-frame-options');
  });
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD, files: 2, fields: 5, parts: 10 } });
  app.addHook('onRoute', limitWrites);
  await app.register(rateLimit, {
    global: false,
    // Many people share the address of one office.
    keyGenerator: (request) => request.user?.id ?? request.ip,
    errorResponseBuilder: () => new Problem('too_many_requests'),
  });
  await shedLoad(app);
}
