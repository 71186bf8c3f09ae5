import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawBriefing } from '@dabiao/briefing/draw';
import { gatherBriefing } from '@dabiao/briefing/gather';
import { Briefing, BriefingBody, BriefingsPage } from '@dabiao/contract/briefing';
import { PageQuery, Shape } from '@dabiao/contract/schema';
import { ROLES } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import { countBriefings, findBriefing, findBriefings, insertBriefing } from '@dabiao/store/briefings';
import { findDossier } from '@dabiao/store/dossier';
import { newKey, sha256 } from '@dabiao/store/key';
import Type, { type Static } from 'typebox';
import { defaultYear } from '../deps.ts';
import { nextKey } from '../page.ts';
import { mayRead, needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { queued } from '../queue.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

export const briefingRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const folder = join(config.dataDir, 'briefings');
  const guard = { onRequest: mayRead(config) };
  // Making one writes: it needs a role, and the auditor writes nothing. Reading those that were made needs none.
  const maker = { onRequest: needs(store, ...ROLES.filter((role) => role !== 'auditor')) };
  // A briefing's compiler takes a core and 100 MB: one at a time, a few waiting.
  const draw = queued(drawBriefing, { atOnce: 1, waiting: 20 });

  app.post(
    '/briefings',
    {
      ...maker,
      schema: { body: BriefingBody, response: { 201: Briefing } },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const { document, year = defaultYear(deps), lang = 'zh' } = request.body;
      const dossier = await findDossier(store.read, document, year);
      if (!dossier) throw new Problem('not_found');
      if (dossier.targets.length === 0) throw new Problem('briefing_empty');
      const model = gatherBriefing({ ...dossier, generatedOn: deps.today(), demo: config.demo, lang });
      const pdf = await draw(model);
      const id = newKey();
      const data = JSON.stringify(model);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${id}.json`), data);
      await writeFile(join(folder, `${id}.pdf`), pdf);
      const kept = { id, document, year, lang, title: model.title };
      await store.transact(async (trx) => {
        await insertBriefing(trx, {
          ...kept,
          dataHash: sha256(data),
          pdfHash: sha256(pdf),
          bytes: pdf.length,
          createdBy: user.id,
        });
        await insertAudit(trx, {
          user: user.name,
          action: 'briefing.add',
          object: id,
          detail: { document, year },
          address: request.ip,
        });
      });
      const made: Static<typeof Briefing> | null = await findBriefing(store.read, id);
      if (!made) throw new Problem('briefing_failed');
      return reply.code(201).header('location', `/api/v1/briefings/${id}.pdf`).send(made);
    },
  );

  app.get(
    '/briefings',
    { ...guard, schema: { querystring: Shape(PageQuery), response: { 200: BriefingsPage } } },
    async (request, reply) => {
      const { limit = 100, cursor } = request.query;
      const items = await findBriefings(store.read, limit, cursor);
      reply.header('cache-control', 'no-store');
      return { items, next: nextKey(items, limit, ({ id }) => id), total: await countBriefings(store.read) };
    },
  );

  app.get('/briefings/:id.pdf', { ...guard, schema: { params: IdParams } }, async (request, reply) => {
    const briefing = await findBriefing(store.read, request.params.id);
    if (!briefing) throw new Problem('not_found');
    const name = encodeURIComponent(`${briefing.title}.pdf`);
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="briefing.pdf"; filename*=UTF-8''${name}`)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .send(createReadStream(join(folder, `${briefing.id}.pdf`)));
  });
};
