import { ProviderAddress, ProviderBody, ProviderLinkBody, ProviderStep } from '@dabiao/contract/provider';
import type { ProviderOutcome } from '@dabiao/contract/provider-outcome';
import { FactorBody, Session } from '@dabiao/contract/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { finishAtProvider } from '../finish-at-provider.ts';
import { ProviderRefusal } from '../identity-provider.ts';
import { letInByProvider } from '../let-in-by-provider.ts';
import { confirmPassword } from '../own-password.ts';
import { clearFlowCookie, flowCookie, setFlowCookie } from '../plugins/provider.ts';
import { needsSession, setSessionCookie, signedInByHand } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Flow } from '../provider-flows.ts';
import { sessionOf } from '../session-view.ts';
import type { Routes } from './routes.ts';

const LIMITED = { rateLimit: { max: 30, timeWindow: '1 minute' } };

/** What may be somebody trying to get in; who changed their mind or took too long is not. */
const TELLING = new Set<ProviderOutcome>(['failed', 'unlinked', 'disabled', 'locked']);

/** A page of this product with what came of it. */
function pageWith(path: string, outcome: ProviderOutcome, flow: Flow | null): string {
  const params = new URLSearchParams({ provider: outcome });
  if (flow?.lang === 'en') params.set('lang', 'en');
  if (flow && !flow.links && flow.next !== '/') params.set('next', flow.next);
  return `${path}?${params}`;
}

/** Signing in at an OpenID Connect provider: there and back, and the code of the second factor where one is owed. */
export const providerRoutes: Routes = (app, deps, config) => {
  const known = () => {
    if (!app.provider) throw new Problem('not_found');
    return app.provider;
  };

  /** Remembers where this browser goes, and tells it. */
  const begin = async (request: FastifyRequest, reply: FastifyReply, how: Pick<Flow, 'lang' | 'next' | 'links'>) => {
    const { at, flows } = known();
    const { address, exchange } = await at.begin().catch((error: unknown) => {
      if (!(error instanceof ProviderRefusal)) throw error;
      request.log.warn({ reason: error.detail }, 'sign-in provider unreachable');
      throw new Problem('provider_unreachable');
    });
    setFlowCookie(request, reply, flows.add({ ...how, exchange, session: request.session, named: null }));
    reply.header('cache-control', 'no-store');
    return { address: address.href };
  };

  app.post(
    '/session/provider',
    { schema: { body: ProviderBody, response: { 200: ProviderAddress } }, config: LIMITED },
    async (request, reply) => begin(request, reply, { ...request.body, links: false }),
  );

  /** Ties one's own account to an identity: the password first, then the provider. */
  app.post(
    '/session/provider/link',
    {
      onRequest: needsSession,
      schema: { body: ProviderLinkBody, response: { 200: ProviderAddress } },
      config: LIMITED,
    },
    async (request, reply) => {
      known();
      if (request.who.barred) throw new Problem(request.who.barred);
      await confirmPassword(deps, config, signedInByHand(request).user, request.body.password);
      return begin(request, reply, { lang: request.body.lang, next: '/account', links: true });
    },
  );

  /** Where the provider sends the browser back to. */
  app.get('/session/provider/callback', { config: LIMITED }, async (request, reply) => {
    const { at, flows } = known();
    // Taken before anything is looked at: an answer is good for one try.
    const flow = flows.take(flowCookie(request));
    clearFlowCookie(request, reply);
    reply.header('cache-control', 'no-store');
    const query = new URL(request.url, 'http://callback').search;
    const done = await finishAtProvider(deps, config, at, { flow, query, address: request.ip });
    if ('secret' in done) {
      setSessionCookie(request, reply, done.secret);
      return reply.redirect(flow?.next ?? '/', 303);
    }
    if (TELLING.has(done.outcome)) await app.alarms.note('sign-ins', request.ip);
    if (flow && done.named) setFlowCookie(request, reply, flows.add({ ...flow, named: done.named }));
    return reply.redirect(pageWith(flow?.links ? '/account' : '/sign-in', done.outcome, flow), 303);
  });

  /** Whom the provider named, for a browser that is half-way in. */
  app.get('/session/provider', { schema: { response: { 200: ProviderStep } } }, async (request, reply) => {
    const named = known().flows.find(flowCookie(request))?.named;
    reply.header('cache-control', 'no-store');
    if (!named) return { step: null, subject: null, shown: null };
    const { subject, shown } = named.identity;
    return {
      step: named.owes ? ('code' as const) : ('unlinked' as const),
      subject: named.owes ? null : subject,
      shown,
    };
  });

  /** The code of the second factor, for whom the provider named. */
  app.post(
    '/session/provider/code',
    { schema: { body: FactorBody, response: { 200: Session } }, config: LIMITED },
    async (request, reply) => {
      const { flows } = known();
      const flow = flows.find(flowCookie(request));
      if (!flow?.named?.owes) throw new Problem('provider_stale');
      const caller = { address: request.ip, session: flow.session };
      const done = await letInByProvider(deps, config, { named: flow.named, caller, code: request.body.code });
      if ('hindrance' in done) {
        throw new Problem(done.hindrance === 'locked' ? 'sign_in_locked' : 'sign_in_failed');
      }
      flows.take(flowCookie(request));
      clearFlowCookie(request, reply);
      setSessionCookie(request, reply, done.secret);
      reply.header('cache-control', 'no-store');
      const origin = { by: 'provider', factorShown: false } as const;
      return sessionOf(deps, config, { ...done.user, mustChangePassword: false }, origin);
    },
  );
};
