import { Shape } from '@dabiao/contract/schema';
import { NewToken, scopesOf, TOKEN_SCOPES, TokenBody, TokensPage } from '@dabiao/contract/session';
import { deleteToken, findTokens, insertToken } from '@dabiao/store/api-tokens';
import { insertAudit } from '@dabiao/store/audit';
import Type from 'typebox';
import { needs, signedInByHand } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

const DAY_MS = 24 * 3_600_000;
const MOST = 20;

/**
 * Tokens with which a program reads, hands in or collects the audit in somebody's name; nobody reviews or administers by
 * token.
 */
export const tokenRoutes: Routes = (app, deps) => {
  const { store } = deps;
  const guard = { onRequest: needs(store, 'viewer', 'statistician', 'auditor') };

  app.get('/tokens', { ...guard, schema: { response: { 200: TokensPage } } }, async (request, reply) => {
    const { user } = signedInByHand(request);
    reply.header('cache-control', 'no-store');
    const found = await findTokens(store.read, user.id);
    const items = found.map((token) => ({
      ...token,
      scopes: TOKEN_SCOPES.filter((scope) => token.scopes.includes(scope)),
    }));
    return { items, next: null, total: items.length };
  });

  app.post(
    '/tokens',
    { ...guard, schema: { body: TokenBody, response: { 201: NewToken } } },
    async (request, reply) => {
      const { user } = signedInByHand(request);
      const { label, scope, days } = request.body;
      if (!scopesOf(user.roles).includes(scope)) throw new Problem('role_missing');
      if ((await findTokens(store.read, user.id)).length >= MOST) throw new Problem('too_many_requests');
      const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
      const made = await store.transact(async (trx) => {
        const inserted = await insertToken(trx, { user: user.id, label, scopes: [scope], expiresAt });
        const detail = { label, scope, expiresAt };
        await insertAudit(trx, {
          user: user.name,
          action: 'token.add',
          object: inserted.id,
          detail,
          address: request.ip,
        });
        return inserted;
      });
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...made, expiresAt });
    },
  );

  app.delete(
    '/tokens/:id',
    { ...guard, schema: { params: Shape({ id: Type.String({ maxLength: 60 }) }), response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { user } = signedInByHand(request);
      const { id } = request.params;
      const gone = await store.transact(async (trx) => {
        if (!(await deleteToken(trx, user.id, id))) return false;
        await insertAudit(trx, { user: user.name, action: 'token.remove', object: id, address: request.ip });
        return true;
      });
      if (!gone) throw new Problem('not_found');
      return reply.code(204).send(null);
    },
  );
};
