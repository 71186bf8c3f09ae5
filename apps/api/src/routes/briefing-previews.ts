import type { BriefingModel } from '@dabiao/briefing/model';
import { pagePictures } from '@dabiao/briefing/page-pictures';
import { BriefingBody, BriefingChoices, BriefingPreview } from '@dabiao/contract/briefing';
import { findBriefingSubjects } from '@dabiao/store/briefing-data';
import { countIssued, findBriefingMakers } from '@dabiao/store/briefings';
import { askableYears } from '../askable-years.ts';
import { defaultYear, thisYear } from '../deps.ts';
import { mayRead, signedIn } from '../plugins/sign-in.ts';
import { queued } from '../queue.ts';
import { briefingGuard } from './briefing-guard.ts';
import type { Routes } from './routes.ts';

/** Pages a preview shows. */
const PAGES = 8;

/** What the dialog for a new briefing needs: the choices, and how it would look. */
export const briefingPreviewRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const { room, maker } = app.briefings;
  const picture = queued((model: BriefingModel) => room.draw(model, 'picture'), { atOnce: 1, waiting: 8 });

  app.get(
    '/briefings/choices',
    { onRequest: mayRead(config), schema: { response: { 200: BriefingChoices } } },
    async (_, reply) => {
      const year = thisYear(deps);
      // The year begins in China eight hours before it does in UTC.
      const issued = await countIssued(store.read, `${year - 1}-12-31T16:00:00.000Z`);
      reply.header('cache-control', 'no-store');
      return {
        ...(await findBriefingSubjects(store.read)),
        makers: await findBriefingMakers(store.read),
        years: await askableYears(deps),
        year: defaultYear(deps),
        nextNumber: { zh: `${year}年第${issued + 1}期`, en: `No. ${issued + 1} of ${year}` },
      };
    },
  );

  app.post(
    '/briefings/previews',
    {
      onRequest: briefingGuard(store),
      schema: { body: BriefingBody, response: { 200: BriefingPreview } },
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { model } = await maker.gather(request.body, signedIn(request));
      const { bytes, pages } = await picture(model);
      reply.header('cache-control', 'no-store');
      return { pages: pages ?? 0, pictures: pagePictures(Buffer.from(bytes).toString('utf8'), PAGES) };
    },
  );
};
