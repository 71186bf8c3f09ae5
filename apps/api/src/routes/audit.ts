import { PageQuery, Shape } from '@dabiao/contract/schema';
import { AuditPage } from '@dabiao/contract/session';
import { countAudit, findAudit } from '@dabiao/store/audit';
import { nextKey } from '../page.ts';
import { needs } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

export const auditRoutes: Routes = (app, deps) => {
  const { store } = deps;
  app.get(
    '/audit',
    {
      onRequest: needs(store, 'auditor'),
      schema: { querystring: Shape(PageQuery), response: { 200: AuditPage } },
    },
    async (request, reply) => {
      const { limit = 100, cursor } = request.query;
      if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new Problem('cursor_invalid');
      const items = await findAudit(store.read, limit, cursor === undefined ? undefined : Number(cursor));
      reply.header('cache-control', 'no-store');
      return { items, next: nextKey(items, limit, ({ seq }) => String(seq)), total: await countAudit(store.read) };
    },
  );
};
