import { ROLES, type Role } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import type { Store } from '@dabiao/store/open';
import { findSession, touchSession } from '@dabiao/store/sessions';
import type { User } from '@dabiao/store/users';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { Problem } from '../problem.ts';

export const COOKIE = 'dabiao_session';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null for a reader without a session. */
    user: User | null;
    session: string | null;
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a writing request that another site's page sent (the cookie is SameSite=Strict besides). */
function refuseForeign(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('origin_foreign');
  const { origin } = request.headers;
  if (origin !== undefined && URL.parse(origin)?.host !== request.headers.host) throw new Problem('origin_foreign');
}

/** Knows the user of each request from the session cookie. */
export function installSignIn(app: FastifyInstance, store: Store): void {
  app.decorateRequest('user', null);
  app.decorateRequest('session', null);
  app.addHook('onRequest', async (request) => {
    refuseForeign(request);
    const secret = request.cookies[COOKIE];
    if (!secret) return;
    const signedIn = await findSession(store.read, secret);
    if (!signedIn) return;
    request.user = signedIn.user;
    request.session = signedIn.session;
    // A page that polls by itself must not keep its session alive.
    if (signedIn.stale && request.headers['x-passive'] === undefined) {
      // Not waited for: a large file that is being published would hold up everyone who is signed in.
      store
        .transact((trx) => touchSession(trx, signedIn.session))
        .catch((error: unknown) => request.log.warn({ err: error }, 'session not touched'));
    }
  });
}

/** Puts the session's secret into the cookie; the browser forgets it when it closes. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  });
}

export const rolesOf = (user: User): Role[] => ROLES.filter((role) => user.roles.includes(role));

/**
 * A guard for a route: someone with one of `roles`, with their own password set. A refusal is audited.
 */
export function needs(store: Store, ...roles: Role[]) {
  return async (request: FastifyRequest): Promise<void> => {
    if (!request.user) throw new Problem('sign_in_needed');
    if (request.user.mustChangePassword) throw new Problem('password_change_needed');
    if (roles.some((role) => request.user?.roles.includes(role))) return;
    const name = request.user.name;
    await store.transact((trx) =>
      insertAudit(trx, {
        user: name,
        action: 'request.refuse',
        object: `${request.method} ${request.routeOptions.url ?? ''}`,
        outcome: 'refused',
        address: request.ip,
      }),
    );
    throw new Problem('role_missing');
  };
}

/** A guard for reading released data: anyone, or anyone signed in where VIEW=signed-in. */
export function mayRead(config: Config) {
  return async (request: FastifyRequest): Promise<void> => {
    if (config.view === 'open') return;
    if (!request.user) throw new Problem('sign_in_needed');
    if (request.user.mustChangePassword) throw new Problem('password_change_needed');
  };
}

/** The signed-in user of a guarded route. */
export function signedIn(request: Pick<FastifyRequest, 'user'>): User {
  if (!request.user) throw new Problem('sign_in_needed');
  return request.user;
}
