import { GridBody } from '@dabiao/contract/grid-rows';
import { PageQuery, Shape } from '@dabiao/contract/schema';
import {
  Progress,
  RowsQuery,
  Submission,
  SubmissionsPage,
  SubmissionsQuery,
  SubmittedFiguresPage,
  UploadQuery,
} from '@dabiao/contract/submission';
import { countSubmissions, findSubmissions } from '@dabiao/store/submission-list';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { thisYear } from '../deps.ts';
import { fileHandedIn, handIn, rowsHandedIn } from '../hand-in.ts';
import { labelWithin } from '../label-rights.ts';
import { nextKey } from '../page.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { receiveFile } from '../receive-file.ts';
import { grantedRegions } from '../region-rights.ts';
import { keyOf } from '../request-key.ts';
import { shownFigures, shownSubmission, visibleSubmission } from '../submission-view.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

/** A grid of 5,000 rows; files have the limit of multipart bodies. */
const MAX_GRID_BYTES = 2 * 1024 * 1024;

const isGrid = (request: FastifyRequest): boolean =>
  /^application\/json\b/i.test(request.headers['content-type'] ?? '');

const reviewedBy = (by: string, granted: ReadonlySet<string> | null) =>
  granted === null ? {} : { reviewed: { by, regions: [...granted] } };

/** Handing in a file or rows, and looking at what was handed in. */
export const submissionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const { progress } = app;
  const handsIn = { onRequest: needs(store, 'statistician') };
  const look = { onRequest: needs(store, 'statistician', 'reviewer') };

  app.post(
    '/submissions',
    {
      ...handsIn,
      bodyLimit: MAX_GRID_BYTES,
      schema: {
        querystring: UploadQuery,
        body: { content: { 'application/json': { schema: GridBody } } },
        response: { 201: Submission },
      },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const { rows, label = 'public', ...hints } = request.query;
      const of = { user, thisYear: thisYear(deps), label: labelWithin(user, label) };
      const item = isGrid(request)
        ? rowsHandedIn(request.body as GridBody, of)
        : fileHandedIn(await receiveFile(request), hints, of);
      const sender = { user, key: keyOf(request), address: request.ip };
      const { id, repeated } = await progress.watch(
        user.id,
        sender.key,
        (report) => handIn(deps, config, sender, item, report),
        (done) => done.id,
      );
      const submission = await visibleSubmission(deps, id, user);
      const shown = await shownSubmission({ deps, config, user, rows }, submission, repeated ? { repeated } : {});
      return reply.code(201).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(shown);
    },
  );

  app.get(
    '/submissions',
    { ...look, schema: { querystring: SubmissionsQuery, response: { 200: SubmissionsPage } } },
    async (request, reply) => {
      const user = signedIn(request);
      const { limit = 100, cursor, state, released } = request.query;
      const granted = await grantedRegions(store.read, user);
      const filter = {
        ...(user.roles.includes('reviewer') ? reviewedBy(user.id, granted) : { user: user.id }),
        ...(state === undefined ? {} : { state }),
        ...(released === undefined ? {} : { released: released === 'yes' }),
      };
      const items = await findSubmissions(store.read, {
        ...filter,
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
      });
      reply.header('cache-control', 'no-store');
      return {
        items,
        next: nextKey(items, limit, ({ id }) => id),
        total: await countSubmissions(store.read, filter),
      };
    },
  );

  app.get(
    '/submissions/progress/:key',
    {
      ...look,
      schema: { params: Shape({ key: Type.String({ maxLength: 200 }) }), response: { 200: Progress } },
    },
    async (request, reply) => {
      const found = progress.find(signedIn(request).id, request.params.key);
      if (!found) throw new Problem('progress_unknown');
      reply.header('cache-control', 'no-store');
      return found;
    },
  );

  app.get(
    '/submissions/:id',
    { ...look, schema: { params: IdParams, querystring: RowsQuery, response: { 200: Submission } } },
    async (request, reply) => {
      const user = signedIn(request);
      const submission = await visibleSubmission(deps, request.params.id, user);
      const shown = await shownSubmission({ deps, config, user, rows: request.query.rows }, submission);
      return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(shown);
    },
  );

  app.get(
    '/submissions/:id/figures',
    {
      ...look,
      schema: { params: IdParams, querystring: Shape(PageQuery), response: { 200: SubmittedFiguresPage } },
    },
    async (request, reply) => {
      const { limit = 100, cursor } = request.query;
      if (cursor !== undefined && !/^\d{1,7}$/.test(cursor)) throw new Problem('cursor_invalid');
      const submission = await visibleSubmission(deps, request.params.id, signedIn(request));
      const from = cursor === undefined ? 0 : Number(cursor) + 1;
      const items = await shownFigures(store.read, submission.id, { from, count: limit });
      const last = Number(items.at(-1)?.id ?? 0);
      reply.header('cache-control', 'no-store');
      return {
        items,
        next: last + 1 < submission.rowCount && items.length > 0 ? String(last) : null,
        total: submission.rowCount,
      };
    },
  );
};
