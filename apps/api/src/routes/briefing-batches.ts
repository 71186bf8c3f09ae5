import { BriefingBatchBody, BriefingJob, BriefingJobs } from '@dabiao/contract/briefing';
import { findBriefingSubjects } from '@dabiao/store/briefing-data';
import { newKey } from '@dabiao/store/key';
import { signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { briefingGuard } from './briefing-guard.ts';
import type { Routes } from './routes.ts';

/** One briefing for each region or department in one go, and how far everything asked for is. */
export const briefingBatchRoutes: Routes = (app, deps) => {
  const { store } = deps;
  const { room, maker } = app.briefings;
  const guard = { onRequest: briefingGuard(store) };

  app.post(
    '/briefings/batches',
    {
      ...guard,
      schema: { body: BriefingBatchBody, response: { 202: BriefingJob } },
      config: { rateLimit: { max: 6, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const { by, ...form } = request.body;
      const subjects = await findBriefingSubjects(store.read);
      const batch = newKey();
      const units = subjects[by === 'region' ? 'regions' : 'departments'].map(({ value }) => async () => {
        const body = { ...form, [by]: value };
        // Gathered when its turn has come: what is published meanwhile counts.
        await maker.make(newKey(), await maker.gather(body, user), { body, user, address: request.ip, batch });
      });
      if (units.length === 0) throw new Problem('briefing_empty');
      const title = by === 'region' ? '分地区简报' : '分单位简报';
      const made = room.desk.take(user.id, { id: batch, kind: 'batch', title }, units);
      made.catch((error: unknown) => request.log.error({ err: error }, 'batch of briefings not made'));
      const job = room.desk.jobsOf(user.id).find(({ id }) => id === batch);
      if (!job) throw new Problem('briefing_failed');
      return reply.code(202).header('location', `/api/v1/briefings/batches/${batch}.zip`).send(job);
    },
  );

  app.get('/briefings/jobs', { ...guard, schema: { response: { 200: BriefingJobs } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return { items: room.desk.jobsOf(signedIn(request).id) };
  });
};
