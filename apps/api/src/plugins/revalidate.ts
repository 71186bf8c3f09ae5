import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { sha256 } from '@dabiao/store/key';
import { releasedCount } from '@dabiao/store/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Deps, defaultYear } from '../deps.ts';
import { type KeptAnswer, KeptAnswers } from '../kept-answers.ts';
import type { App } from '../routes/routes.ts';
import { clearanceNow } from './clearance.ts';
import { requestLanguage } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Key under which the answer being made is waited for; null where none is. */
    making: string | null;
  }
}

/** Shorter answers are sent as they are. */
const PACKED_FROM = 1024;
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const [packGzip, packBrotli] = [promisify(gzip), promisify(brotliCompress)];

/** How an answer may be packed for whoever asks. */
function encodingFor(request: FastifyRequest): KeptAnswer['encoding'] {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted) ? 'gzip' : null;
}

async function packed(text: string, type: string, wanted: KeptAnswer['encoding']): Promise<KeptAnswer> {
  const plain = Buffer.from(text);
  if (wanted === null || plain.length < PACKED_FROM) return { type, encoding: null, bytes: plain };
  return { type, encoding: wanted, bytes: wanted === 'br' ? await packBrotli(plain, QUICKLY) : await packGzip(plain) };
}

function send(reply: FastifyReply, { type, encoding, bytes }: KeptAnswer): FastifyReply {
  if (encoding) reply.header('content-encoding', encoding);
  return reply.type(type).send(bytes);
}

/** Milliseconds for which the count of releases is not looked up again; what another process released shows after that. */
const COUNT_HOLDS = 20;

/** The count of releases, looked up once for all who ask at about one time, and always after a write of this process. */
function sharedCount({ store }: Deps): () => Promise<number> {
  let last: { count: Promise<number>; at: number; transactions: number } | null = null;
  return () => {
    const [at, transactions] = [performance.now(), store.transactions()];
    if (last && last.transactions === transactions && at - last.at < COUNT_HOLDS) return last.count;
    const count = releasedCount(store.read);
    last = { count, at, transactions };
    count.catch(() => {
      last = null;
    });
    return count;
  };
}

/**
 * Hooks for released data. Each answer has an ETag from the count of releases, the clearance of whoever asks, the address
 * and whatever else it depends on: a browser that holds the same one gets 304 before anything is read, and everybody
 * else's is made once, packed once and held in memory.
 */
export function installRevalidation(scope: App, deps: Deps): void {
  const answers = new KeptAnswers();
  const countNow = sharedCount(deps);
  scope.decorateRequest('making', null);

  scope.addHook('preHandler', async (request, reply): Promise<FastifyReply | undefined> => {
    const released = await countNow();
    const of = [deps.version, clearanceNow(), request.url, requestLanguage(request), defaultYear(deps)].join(' ');
    const tag = `W/"${released}-${sha256(of).slice(0, 16)}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    reply.header('vary', 'Accept-Language, Accept-Encoding, Cookie, Authorization');
    const held = request.headers['if-none-match'];
    if (held?.split(',').some((one) => one.trim() === tag)) return reply.code(304).send();
    if (request.method !== 'GET') return undefined;
    const key = `${tag} ${of} ${encodingFor(request)}`;
    const kept = await answers.find(key);
    if (kept) return send(reply, kept);
    request.making = key;
    return undefined;
  });

  scope.addHook('onSend', async (request, reply, payload) => {
    const { making } = request;
    const type = String(reply.getHeader('content-type') ?? '');
    // Files, and what a route says depends on more than the tag knows, are nobody else's.
    const whole = typeof payload === 'string' && type.startsWith('application/json') && reply.hasHeader('etag');
    if (making === null || reply.statusCode !== 200 || !whole) return payload;
    const made = await packed(payload, type, encodingFor(request));
    request.making = null;
    answers.end(making, made);
    if (made.encoding) reply.header('content-encoding', made.encoding);
    reply.removeHeader('content-length');
    return made.bytes;
  });

  scope.addHook('onResponse', async (request) => {
    if (request.making !== null) answers.end(request.making, null);
  });
}
