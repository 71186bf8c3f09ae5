import { LayoutsPage } from '@dabiao/contract/layout';
import { Shape } from '@dabiao/contract/schema';
import { CorrectionsBody, RowsQuery, Submission, SubmissionSheets } from '@dabiao/contract/submission';
import { type Corrections, readCorrections } from '@dabiao/domain/corrections';
import { insertAudit } from '@dabiao/store/audit';
import { findLayouts, rememberLayout } from '@dabiao/store/layouts';
import { findSubmissionSheets } from '@dabiao/store/submission-sheets';
import type { User } from '@dabiao/store/users';
import Type from 'typebox';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { rereadSubmission } from '../reread.ts';
import { shownSubmission, visibleSubmission } from '../submission-view.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

/** What the two routes that read again know of their request. */
interface Asked {
  params: { id: string };
  query: { rows?: number | undefined };
  user: User | null;
  ip: string;
}

function correctionsIn(body: unknown): Corrections {
  const read = readCorrections(body);
  if ('wrong' in read) {
    const errors = read.wrong.map(({ path, message }) => ({ field: path, message }));
    throw new Problem('body_invalid', null, errors);
  }
  return read.corrections;
}

/** How a file was understood, putting it right, and what is remembered of that for the next file of the same shape. */
export const submissionSheetRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const maker = { onRequest: needs(store, 'statistician') };
  const schema = { params: IdParams, querystring: RowsQuery, response: { 200: Submission } };

  app.get(
    '/submissions/:id/sheets',
    {
      onRequest: needs(store, 'statistician', 'reviewer'),
      schema: { params: IdParams, response: { 200: SubmissionSheets } },
    },
    async (request, reply) => {
      const submission = await visibleSubmission(deps, request.params.id, signedIn(request));
      reply.header('cache-control', 'no-store');
      return { items: await findSubmissionSheets(store.read, submission.id) };
    },
  );

  const reread = async (request: Asked, corrections: Corrections | null) => {
    const user = signedIn(request);
    const submission = await visibleSubmission(deps, request.params.id, user);
    if (submission.createdBy !== user.id) throw new Problem('not_found');
    await app.progress.watch(user.id, submission.id, (report) =>
      rereadSubmission({ deps, config, user, address: request.ip }, submission, corrections, report),
    );
    const { rows } = request.query;
    const again = await visibleSubmission(deps, submission.id, user);
    return shownSubmission({ deps, config, user, rows }, again);
  };

  app.post(
    '/submissions/:id/corrections',
    { ...maker, bodyLimit: 4 * 1024 * 1024, schema: { ...schema, body: CorrectionsBody } },
    async (request, reply) =>
      reply.type('application/json; charset=utf-8').send(await reread(request, correctionsIn(request.body))),
  );

  app.post('/submissions/:id/recheck', { ...maker, schema }, async (request, reply) =>
    reply.type('application/json; charset=utf-8').send(await reread(request, null)),
  );

  app.get('/layouts', { ...maker, schema: { response: { 200: LayoutsPage } } }, async (request, reply) => {
    const layouts = await findLayouts(store.read, signedIn(request).region);
    const items = layouts.map(({ corrections, by, at }) => ({
      shape: corrections.shape,
      names: corrections.names,
      corrections,
      by,
      at,
    }));
    reply.header('cache-control', 'no-store');
    return { items, next: null, total: items.length };
  });

  app.delete(
    '/layouts/:shape',
    {
      ...maker,
      schema: { params: Shape({ shape: Type.String({ maxLength: 300 }) }), response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const { shape } = request.params;
      const known = await findLayouts(store.read, user.region);
      if (!known.some(({ corrections }) => corrections.shape === shape)) throw new Problem('not_found');
      await store.transact(async (trx) => {
        await rememberLayout(trx, { region: user.region, shape, corrections: null, by: user.id });
        await insertAudit(trx, { user: user.name, action: 'layout.forget', object: shape, address: request.ip });
      });
      return reply.code(204).send(null);
    },
  );
};
