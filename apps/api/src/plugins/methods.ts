import type { FastifyRequest, RouteOptions } from 'fastify';
import type { App } from '../routes/routes.ts';

interface KnownRoute {
  path: RegExp;
  methods: string[];
}

const READS = ['GET', 'HEAD'];
const USUAL = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A pattern of the router as a regular expression: `/targets/:id/figures.:format`. */
function toPattern(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:[A-Za-z]+/g, '[^/]+').replace(/\*/g, '.*')}/?$`);
}

/**
 * Remembers which address takes which methods, so that another one is answered 405 with what is allowed, not 404.
 * @returns the methods allowed for the address of a request; null where the address is not known at all.
 */
export function rememberMethods(app: App): (request: FastifyRequest) => string[] | null {
  const known: KnownRoute[] = [];
  app.addHook('onRoute', (route: RouteOptions) => {
    if (!route.url.includes('*')) known.push({ path: toPattern(route.url), methods: [route.method].flat() });
  });
  return (request) => {
    const path = request.url.split('?')[0] ?? '';
    const methods = known.filter((route) => route.path.test(path)).flatMap((route) => route.methods);
    if (methods.length > 0) return [...new Set(methods)].sort();
    return USUAL.has(request.method) ? null : READS;
  };
}
