import { Briefing, BriefingBody, BriefingJob, BriefingsPage, BriefingsQuery } from '@dabiao/contract/briefing';
import { Shape } from '@dabiao/contract/schema';
import { countBriefings, findBriefing, findBriefings } from '@dabiao/store/briefings';
import { newKey } from '@dabiao/store/key';
import Type from 'typebox';
import { readerOf, shownBriefing } from '../briefing-view.ts';
import { nextKey } from '../page.ts';
import { mayRead, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { briefingGuard } from './briefing-guard.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

/** Making a briefing, and the archive of those made. */
export const briefingRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const { room, maker } = app.briefings;

  app.post(
    '/briefings',
    {
      onRequest: briefingGuard(store),
      schema: { body: BriefingBody, response: { 201: Briefing, 202: BriefingJob } },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const id = newKey();
      const gathered = await maker.gather(request.body, user);
      const order = { body: request.body, user, address: request.ip, batch: null };
      const made = room.desk.take(user.id, { id, kind: 'briefing', title: gathered.model.title }, [
        () => maker.make(id, gathered, order),
      ]);
      reply.header('location', `/api/v1/briefings/${id}.pdf`);
      if (request.headers.prefer === 'respond-async') {
        made.catch((error: unknown) => request.log.error({ err: error }, 'briefing not made'));
        const job = room.desk.jobsOf(user.id).find((one) => one.id === id);
        if (job) return reply.code(202).header('preference-applied', 'respond-async').send(job);
      }
      await made;
      const stored = await findBriefing(store.read, id, await readerOf(store.read, user));
      if (!stored) throw new Problem('briefing_failed');
      return reply.code(201).send(shownBriefing(stored));
    },
  );

  app.get(
    '/briefings',
    { onRequest: mayRead(config), schema: { querystring: BriefingsQuery, response: { 200: BriefingsPage } } },
    async (request, reply) => {
      const { limit = 100, cursor, ...filter } = request.query;
      const reader = await readerOf(store.read, request.user);
      const page = { limit, ...(cursor === undefined ? {} : { before: cursor }) };
      const items = (await findBriefings(store.read, reader, filter, page)).map(shownBriefing);
      reply.header('cache-control', 'no-store');
      const total = await countBriefings(store.read, reader, filter);
      return { items, next: nextKey(items, limit, ({ id }) => id), total };
    },
  );

  app.get(
    '/briefings/:id',
    { onRequest: mayRead(config), schema: { params: IdParams, response: { 200: Briefing } } },
    async (request, reply) => {
      const stored = await findBriefing(store.read, request.params.id, await readerOf(store.read, request.user));
      if (!stored) throw new Problem('not_found');
      reply.header('cache-control', 'no-store');
      return shownBriefing(stored);
    },
  );
};
