import { ProviderAddress } from '@dabiao/contract/provider';
import { Session, SignInBody } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import { deleteSession } from '@dabiao/store/sessions';
import Type from 'typebox';
import { letIn } from '../let-in.ts';
import { clearSessionCookie, setSessionCookie } from '../plugins/sign-in.ts';
import { sessionOf } from '../session-view.ts';
import type { Routes } from './routes.ts';

/** Signing in and out. What people do with their own account is in `account.ts`. */
export const sessionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;

  app.get('/session', { schema: { response: { 200: Session } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return sessionOf(deps, config, request.user, request.who.origin);
  });

  app.post(
    '/session',
    {
      schema: { body: SignInBody, response: { 200: Session } },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const caller = { address: request.ip, session: request.session };
      const { secret, user } = await letIn(deps, config, request.body, caller);
      setSessionCookie(request, reply, secret);
      reply.header('cache-control', 'no-store');
      return sessionOf(deps, config, user);
    },
  );

  /** Where the session came from a provider, and that is wanted, the answer says where to sign out there too. */
  app.delete(
    '/session',
    { schema: { response: { 200: ProviderAddress, 204: Type.Null() } } },
    async (request, reply) => {
      const { session, user } = request;
      const byProvider = request.who.origin?.by === 'provider';
      if (session && user) {
        await store.transact(async (trx) => {
          await deleteSession(trx, session);
          await insertAudit(trx, { user: user.name, action: 'session.close', address: request.ip });
        });
      }
      clearSessionCookie(request, reply);
      const address = byProvider ? await app.provider?.at.signOutAddress() : null;
      if (address) return reply.code(200).send({ address });
      return reply.code(204).send(null);
    },
  );
};
