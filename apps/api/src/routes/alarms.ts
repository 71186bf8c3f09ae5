import { AcknowledgeBody, AlarmsPage } from '@dabiao/contract/alarm';
import { Shape } from '@dabiao/contract/schema';
import { acknowledgeAlarm, findAlarms } from '@dabiao/store/alarms';
import { insertAudit } from '@dabiao/store/audit';
import Type from 'typebox';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

const MOST = 200;

/** What may have been attacks: the security administrator and the auditor see them, the former says so. */
export const alarmRoutes: Routes = (app, deps) => {
  const { store } = deps;

  app.get(
    '/alarms',
    { onRequest: needs(store, 'security_admin', 'auditor'), schema: { response: { 200: AlarmsPage } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { ...(await findAlarms(store.read, MOST)), next: null };
    },
  );

  app.post(
    '/alarms/:id/acknowledge',
    {
      onRequest: needs(store, 'security_admin'),
      schema: {
        params: Shape({ id: Type.String({ maxLength: 60 }) }),
        body: AcknowledgeBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const by = signedIn(request).name;
      const { id } = request.params;
      const { note } = request.body;
      const done = await store.transact(async (trx) => {
        if (!(await acknowledgeAlarm(trx, id, by, note))) return false;
        const line = { user: by, action: 'alarm.acknowledge', object: id, detail: { note } };
        await insertAudit(trx, { ...line, address: request.ip });
        return true;
      });
      if (!done) throw new Problem('not_found');
      return reply.code(204).send(null);
    },
  );
};
