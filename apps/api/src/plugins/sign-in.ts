import { ROLES, type Role } from '@dabiao/contract/session';
import type { Store } from '@dabiao/store/open';
import type { User } from '@dabiao/store/users';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { Problem } from '../problem.ts';
import { NOBODY, type WhoAsks, whoAsks } from './who-asks.ts';

const COOKIE = 'dabiao_session';
/** Over HTTPS the browser itself sees to it that no other host and no plain page sets the cookie. */
const HOST_COOKIE = `__Host-${COOKIE}`;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null for a reader without a session. */
    user: User | null;
    session: string | null;
    who: WhoAsks;
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a writing request that another site's page sent (the cookie is SameSite=Strict besides). */
function refuseForeign(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('origin_foreign');
  const { origin } = request.headers;
  if (origin !== undefined && URL.parse(origin)?.host !== request.host) throw new Problem('origin_foreign');
}

const cookieName = (request: FastifyRequest): string => (request.protocol === 'https' ? HOST_COOKIE : COOKIE);

/** Knows the user of each request from the session cookie or a program's token. */
export function installSignIn(app: FastifyInstance, store: Store, config: Config): void {
  const find = whoAsks(store, config);
  app.decorateRequest('user', null);
  app.decorateRequest('session', null);
  app.decorateRequest<WhoAsks | null>('who', null);
  app.addHook('onRequest', async (request) => {
    request.who = NOBODY;
    refuseForeign(request);
    request.who = await find(request, request.cookies[cookieName(request)]);
    request.user = request.who.user;
    request.session = request.who.session;
  });
}

/** Puts the session's secret into the cookie; the browser forgets it when it closes. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(cookieName(request), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply
    .clearCookie(cookieName(request), { path: '/', secure: request.protocol === 'https' })
    .header('clear-site-data', '"cache", "storage"');
}

export const rolesOf = (user: User): Role[] => ROLES.filter((role) => user.roles.includes(role));

/** A guard for a route: someone with one of `roles` whom nothing bars. Refusals are audited by `plugins/audit.ts`. */
export function needs(_store: Store, ...roles: Role[]) {
  return async (request: FastifyRequest): Promise<void> => {
    const { user, barred } = request.who;
    if (!user) throw new Problem('sign_in_needed');
    if (barred) throw new Problem(barred);
    if (!roles.some((role) => user.roles.includes(role))) throw new Problem('role_missing');
  };
}

/** A guard for reading released data: anyone, or anyone signed in where VIEW=signed-in. */
export function mayRead(config: Config) {
  return async (request: FastifyRequest): Promise<void> => {
    if (config.view === 'open') return;
    if (!request.user) throw new Problem('sign_in_needed');
    if (request.who.barred) throw new Problem(request.who.barred);
  };
}

/** The signed-in user of a guarded route. */
export function signedIn(request: Pick<FastifyRequest, 'user'>): User {
  if (!request.user) throw new Problem('sign_in_needed');
  return request.user;
}

/** The user of a session, for what a program's token must not do. */
export function signedInByHand(request: Pick<FastifyRequest, 'user' | 'session'>): { user: User; session: string } {
  const { user, session } = request;
  if (!user) throw new Problem('sign_in_needed');
  if (session === null) throw new Problem('scope_missing');
  return { user, session };
}

/** A guard for what people do with their own account; before the body is looked at. */
export const needsSession = async (request: FastifyRequest): Promise<void> => {
  signedInByHand(request);
};
