import { sha256 } from '@dabiao/store/key';
import { releasedCount } from '@dabiao/store/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Deps, defaultYear } from '../deps.ts';
import { clearanceNow } from './clearance.ts';
import { requestLanguage } from './problems.ts';

/**
 * A hook for released data: an ETag from the count of releases, the address and whatever else the answer depends on;
 * a browser that holds the same answer gets 304 before anything is read.
 */
export function revalidate(deps: Deps) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const released = await releasedCount(deps.store.read);
    const of = [deps.version, clearanceNow(), request.url, requestLanguage(request), defaultYear(deps)].join(' ');
    const tag = `W/"${released}-${sha256(of).slice(0, 16)}"`;
    reply
      .header('etag', tag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'Accept-Language, Cookie, Authorization');
    const held = request.headers['if-none-match'];
    if (held?.split(',').some((one) => one.trim() === tag)) return reply.code(304).send();
    return undefined;
  };
}
