import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { IdentityProvider } from '../identity-provider.ts';
import { FLOW_SECONDS, ProviderFlows } from '../provider-flows.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Where people may sign in elsewhere, with those on their way; null where no provider is set. */
    provider: { at: IdentityProvider; flows: ProviderFlows } | null;
  }
}

const COOKIE = 'dabiao_provider';

const cookieName = (request: FastifyRequest): string => (request.protocol === 'https' ? `__Host-${COOKIE}` : COOKIE);

/** Knows the provider of `OIDC_ISSUER`; nothing is asked of it before somebody signs in there. */
export function installProvider(app: FastifyInstance, config: Config): void {
  const { provider } = config;
  app.decorate('provider', provider && { at: new IdentityProvider(provider), flows: new ProviderFlows() });
}

/**
 * Binds a sign-in on its way to this browser. The answer comes by a link from the provider's site, to which a strict
 * cookie would not be sent: this one is lax, and opens nothing by itself.
 */
export function setFlowCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  const secure = request.protocol === 'https';
  reply.setCookie(cookieName(request), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: FLOW_SECONDS,
  });
}

export function clearFlowCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), { path: '/', secure: request.protocol === 'https' });
}

export const flowCookie = (request: FastifyRequest): string | undefined => request.cookies[cookieName(request)];
