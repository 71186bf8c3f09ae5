import { PolicyInForce, SecurityPolicy } from '@dabiao/contract/security-policy';
import { insertAudit } from '@dabiao/store/audit';
import { findSecurityPolicy, putSecurityPolicy } from '@dabiao/store/security-policy';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { applyPolicy, changesOf, fromWire, policyInForce } from '../security-policy.ts';
import type { Routes } from './routes.ts';

/** What holds for everybody who signs in, decided by the security administrator. */
export const securityPolicyRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const guard = { onRequest: needs(store, 'security_admin') };

  app.get('/security-policy', { ...guard, schema: { response: { 200: PolicyInForce } } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { policy: policyInForce(config), set: (await findSecurityPolicy(store.read)) !== null };
  });

  /** The whole policy; it holds from the next request on, for sessions that are open too. */
  app.put(
    '/security-policy',
    { ...guard, schema: { body: SecurityPolicy, response: { 200: PolicyInForce } } },
    async (request) => {
      const next = fromWire(request.body);
      await store.transact(async (trx) => {
        const detail = changesOf(policyInForce(config), request.body);
        await putSecurityPolicy(trx, next);
        const line = { user: signedIn(request).name, action: 'policy.set', address: request.ip };
        if (detail) await insertAudit(trx, { ...line, detail });
      });
      applyPolicy(config, next);
      return { policy: policyInForce(config), set: true };
    },
  );
};
