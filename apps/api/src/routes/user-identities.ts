import { IdentityBody } from '@dabiao/contract/provider';
import { Shape } from '@dabiao/contract/schema';
import { ConfirmBody, Session } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import { deleteIdentity, linkIdentity } from '@dabiao/store/user-identities';
import type { User } from '@dabiao/store/users';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { otherUser } from '../other-user.ts';
import { confirmPassword } from '../own-password.ts';
import { needs, needsSession, signedIn, signedInByHand } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { sessionOf } from '../session-view.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

/** Which account an identity at the sign-in provider is tied to: by the security administrator, or by its owner. */
export const userIdentityRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const guard = { onRequest: needs(store, 'security_admin') };
  const issuer = (): string => {
    if (!config.provider) throw new Problem('not_found');
    return config.provider.issuer;
  };

  const unlink = async (request: FastifyRequest, user: User): Promise<void> => {
    const by = signedIn(request).name;
    const gone = await store.transact(async (trx) => {
      const was = await deleteIdentity(trx, issuer(), user.id);
      const line = { user: by, action: 'user.unlink', object: user.name, address: request.ip };
      if (was) await insertAudit(trx, { ...line, detail: { ...was } });
      return was;
    });
    if (!gone) throw new Problem('not_found');
  };

  app.put(
    '/users/:id/identity',
    { ...guard, schema: { params: IdParams, body: IdentityBody, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const identity = { issuer: issuer(), subject: request.body.subject.trim(), shown: null };
      const user = await otherUser(store, request);
      const linked = await store.transact(async (trx) => {
        if (!(await linkIdentity(trx, identity, user.id))) return false;
        const { shown: _, ...detail } = identity;
        const line = { user: signedIn(request).name, action: 'user.link', object: user.name };
        await insertAudit(trx, { ...line, detail, address: request.ip });
        return true;
      });
      if (!linked) throw new Problem('identity_taken');
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/users/:id/identity',
    { ...guard, schema: { params: IdParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await unlink(request, await otherUser(store, request));
      return reply.code(204).send(null);
    },
  );

  /** One's own; the password shows that one can still sign in without. */
  app.delete(
    '/session/identity',
    { onRequest: needsSession, schema: { body: ConfirmBody, response: { 200: Session } } },
    async (request) => {
      const { user } = signedInByHand(request);
      await confirmPassword(deps, config, user, request.body.password);
      await unlink(request, user);
      return sessionOf(deps, config, user, request.who.origin);
    },
  );
};
