import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import type { App } from '../routes/routes.ts';
import { sendProblem } from './problems.ts';

const READS = ['GET', 'HEAD'];

/**
 * The built pages: hashed assets for ever, index.html for every address that is a page's, a problem for all else.
 */
export async function installPages(
  app: App,
  pagesDir: string | null,
  methodsOf: (request: FastifyRequest) => string[] | null,
): Promise<void> {
  if (pagesDir) {
    await app.register(fastifyStatic, {
      root: resolve(pagesDir),
      index: ['index.html'],
      // The build holds each text packed already.
      preCompressed: true,
      setHeaders: (response, path) => {
        const hashed = /[\\/]assets[\\/]/.test(path);
        response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const hidden = /^\/(api|assets)(\/|$)|\/\./.test(path);
    const isPage = reads && !hidden && !/\.[a-z0-9]+$/i.test(path);
    if (pagesDir && isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    // Pages and files are read; what the program itself answers says what it takes.
    const allowed = methodsOf(request) ?? (reads || hidden ? null : READS);
    if (allowed && !allowed.includes(request.method)) {
      return sendProblem(request, reply.header('allow', allowed.join(', ')), new Problem('method_not_allowed'));
    }
    return sendProblem(request, reply, new Problem('not_found'));
  });
}
