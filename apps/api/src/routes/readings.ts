import { draftYaml } from '@dabiao/catalogue/draft-yaml';
import {
  Reading,
  ReadingCheck,
  ReadingQuery,
  ReadingStepsPage,
  ReadingsPage,
  ReadingsQuery,
  TextBody,
} from '@dabiao/contract/reading';
import { PageQuery, Shape } from '@dabiao/contract/schema';
import type { Label } from '@dabiao/domain/label';
import { findIndicators } from '@dabiao/store/indicators';
import { findCandidates, findReadMeasures } from '@dabiao/store/reading-candidates';
import { countReadingSteps, findReadingSteps } from '@dabiao/store/reading-steps';
import { countReadings, findReadings } from '@dabiao/store/readings';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { attachment } from '../attachment.ts';
import { type HandedText, handInText } from '../hand-in-text.ts';
import { labelWithin } from '../label-rights.ts';
import { nextKey } from '../page.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { checkPublishing, toProposal } from '../publish-text.ts';
import { neededReading, shownReading } from '../reading-view.ts';
import { receiveFile } from '../receive-file.ts';
import { readingReach } from '../region-rights.ts';
import { keyOf } from '../request-key.ts';
import type { Routes } from './routes.ts';

export const ReadingParams = Shape({ id: Type.String({ maxLength: 60 }) });

/** The longest text that is let in, three bytes a letter, and what JSON adds to it. */
const MAX_TEXT_BYTES = 2 * 1024 * 1024;

async function handedText(request: FastifyRequest, label: Label): Promise<HandedText> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    const { name, bytes } = await receiveFile(request);
    return { name: name.slice(0, 200), bytes, pasted: false, label };
  }
  const { text, name } = request.body as TextBody;
  return { name: name?.trim() || '粘贴的文字', bytes: Buffer.from(text.replaceAll('\r\n', '\n')), pasted: true, label };
}

/** Policy documents handed in to be read, and what was found in them. */
export const readingRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const db = store.read;
  const works = { onRequest: needs(store, 'statistician', 'reviewer') };

  app.post(
    '/readings',
    {
      ...works,
      bodyLimit: MAX_TEXT_BYTES,
      schema: {
        querystring: ReadingQuery,
        body: { content: { 'application/json': { schema: TextBody } } },
        response: { 201: Reading },
      },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const item = await handedText(request, labelWithin(user, request.query.label ?? 'public'));
      const { id, repeated } = await app.progress.watch(user.id, keyOf(request), (report) =>
        handInText(deps, { user, address: request.ip }, item, report),
      );
      reply.code(201).header('cache-control', 'no-store');
      return shownReading(db, await neededReading(db, id, user), { user, config, repeated });
    },
  );

  app.get(
    '/readings',
    { ...works, schema: { querystring: ReadingsQuery, response: { 200: ReadingsPage } } },
    async (request, reply) => {
      const { limit = 100, cursor, state } = request.query;
      const reach = await readingReach(db, signedIn(request));
      const filter = { ...(state === undefined ? {} : { state }), ...(reach === undefined ? {} : { reach }) };
      const found = await findReadings(db, { ...filter, limit, ...(cursor === undefined ? {} : { before: cursor }) });
      reply.header('cache-control', 'no-store');
      return {
        items: found.map(({ createdByName, ...one }) => ({ ...one, createdBy: createdByName })),
        next: nextKey(found, limit, ({ id }) => id),
        total: await countReadings(db, state, reach),
      };
    },
  );

  app.get(
    '/readings/:id',
    { ...works, schema: { params: ReadingParams, response: { 200: Reading } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const user = signedIn(request);
      return shownReading(db, await neededReading(db, request.params.id, user), { user, config });
    },
  );

  app.get(
    '/readings/:id/steps',
    { ...works, schema: { params: ReadingParams, querystring: Shape(PageQuery), response: { 200: ReadingStepsPage } } },
    async (request, reply) => {
      const { limit = 100, cursor } = request.query;
      if (cursor !== undefined && !/^\d{1,7}$/.test(cursor)) throw new Problem('cursor_invalid');
      const { id } = await neededReading(db, request.params.id, signedIn(request));
      const before = cursor === undefined ? {} : { before: Number(cursor) };
      const asText = (value: unknown) => (value === null ? null : JSON.stringify(value));
      const items = (await findReadingSteps(db, id, { limit, ...before })).map(({ position, ...step }) => ({
        ...step,
        id: String(position),
        before: asText(step.before),
        after: asText(step.after),
      }));
      reply.header('cache-control', 'no-store');
      return { items, next: nextKey(items, limit, (one) => one.id), total: await countReadingSteps(db, id) };
    },
  );

  app.get(
    '/readings/:id/check',
    { ...works, schema: { params: ReadingParams, response: { 200: ReadingCheck } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return checkPublishing(db, await neededReading(db, request.params.id, signedIn(request)));
    },
  );

  app.get('/readings/:id/draft.yaml', { ...works, schema: { params: ReadingParams } }, async (request, reply) => {
    const reading = await neededReading(db, request.params.id, signedIn(request));
    const candidates = (await findCandidates(db, reading.id)).filter(({ state }) => state !== 'rejected');
    const measures = (await findReadMeasures(db, reading.id)).filter(({ state }) => state !== 'rejected');
    const proposal = toProposal(reading, candidates, measures);
    const text = draftYaml(proposal, await findIndicators(db), candidates, measures);
    const name = reading.document.id || 'draft';
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(`${name}.yaml`, `${name}.yaml`))
      .type('application/yaml; charset=utf-8')
      .send(text);
  });
};
