import { Shape } from '@dabiao/contract/schema';
import { ApproveBody, ReasonBody, RowsQuery, Submission, SubmitBody } from '@dabiao/contract/submission';
import type { User } from '@dabiao/store/users';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  checkHandingOn,
  checkMovedOn,
  checkRevision,
  type Decider,
  type Decision,
  decide,
  decideAndPublish,
  neededReason,
  reasonIn,
  releaseMoment,
} from '../decide.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Report } from '../progress.ts';
import { isScheduled, shownSubmission, visibleSubmission } from '../submission-view.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

/** Every field of these bodies may be left out, and so may the body; a JSON null is still an error. */
const emptyBody = async (request: FastifyRequest): Promise<void> => {
  if (request.body === undefined) request.body = {};
};

interface Asked {
  params: { id: string };
  query: { rows?: number | undefined };
  ip: string;
}

/** What becomes of a submission: handed on, approved, returned, withdrawn. */
export const submissionDecisionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const schema = { params: IdParams, querystring: RowsQuery, response: { 200: Submission } };
  const handIn = { onRequest: needs(store, 'statistician'), preValidation: emptyBody };
  const review = { onRequest: needs(store, 'reviewer'), preValidation: emptyBody };
  const either = { onRequest: needs(store, 'statistician', 'reviewer'), preValidation: emptyBody };

  const deciderOf = async (request: Asked, user: User): Promise<Decider> => ({
    deps,
    user,
    address: request.ip,
    submission: await visibleSubmission(deps, request.params.id, user),
  });

  const answer = async ({ params, query }: Asked, user: User) =>
    shownSubmission({ deps, config, user, rows: query.rows }, await visibleSubmission(deps, params.id, user));

  const publish = (decider: Decider, decision: Decision): Promise<void> =>
    app.progress.watch(decider.user.id, decider.submission.id, (report: Report) =>
      store.transact((trx) => decideAndPublish(trx, decider, decision, report)),
    );

  const move = (decider: Decider, decision: Decision): Promise<void> =>
    store.transact((trx) => decide(trx, decider, decision));

  app.post(
    '/submissions/:id/submit',
    { ...handIn, schema: { ...schema, body: SubmitBody } },
    async (request, reply) => {
      const user = signedIn(request);
      const decider = await deciderOf(request, user);
      const { submission } = decider;
      const { body } = request;
      if (submission.createdBy !== user.id) throw new Problem('not_found');
      if (submission.state !== 'approved' && submission.state !== 'submitted') {
        if (submission.state === 'withdrawn') throw new Problem('submission_state');
        checkRevision(submission, body.revision);
        if (config.review === 'required' && body.releaseAt !== undefined) {
          throw new Problem(
            'body_invalid',
            { zh: '发布时间由审核人设定', en: 'The reviewer sets the time of release' },
            [{ field: 'releaseAt', message: 'set by the reviewer' }],
          );
        }
        const releaseAt = releaseMoment(deps, body.releaseAt);
        checkHandingOn(submission, body);
        if (config.review === 'required' || releaseAt !== null) await checkMovedOn(decider);
        const decision = { from: [submission.state], action: 'submit', reason: reasonIn(body.reason) } as const;
        if (config.review === 'required') await move(decider, { ...decision, to: 'submitted' });
        else if (releaseAt !== null) await move(decider, { ...decision, to: 'approved', releaseAt });
        else await publish(decider, { ...decision, to: 'approved' });
      }
      return reply.type('application/json; charset=utf-8').send(await answer(request, user));
    },
  );

  app.post(
    '/submissions/:id/approve',
    { ...review, schema: { ...schema, body: ApproveBody } },
    async (request, reply) => {
      const user = signedIn(request);
      const decider = await deciderOf(request, user);
      const { submission } = decider;
      const { body } = request;
      const again = isScheduled(submission) && body.releaseAt !== undefined;
      if (submission.state !== 'approved' || again) {
        if (submission.state !== 'submitted' && !again) throw new Problem('submission_state');
        if (submission.createdBy === user.id && !config.selfApproval) {
          throw new Problem('role_missing', { zh: '不能审核自己提交的数据', en: 'Nobody reviews what they submitted' });
        }
        checkRevision(submission, body.revision);
        const releaseAt = releaseMoment(deps, body.releaseAt);
        const from = [submission.state];
        const decision = { from, to: 'approved', action: 'approve', reason: reasonIn(body.reason), releaseAt } as const;
        if (releaseAt !== null) {
          await checkMovedOn(decider);
          await move(decider, decision);
        } else await publish(decider, decision);
      }
      return reply.type('application/json; charset=utf-8').send(await answer(request, user));
    },
  );

  app.post(
    '/submissions/:id/return',
    { ...review, schema: { ...schema, body: ReasonBody } },
    async (request, reply) => {
      const user = signedIn(request);
      const decider = await deciderOf(request, user);
      const { submission } = decider;
      if (submission.state !== 'submitted' && !isScheduled(submission)) throw new Problem('submission_state');
      checkRevision(submission, request.body.revision);
      const reason = neededReason(request.body.reason, { zh: '退回须写明原因', en: 'Returning it needs a reason' });
      await move(decider, { from: [submission.state], to: 'returned', action: 'return', reason });
      return reply.type('application/json; charset=utf-8').send(await answer(request, user));
    },
  );

  app.post(
    '/submissions/:id/withdraw',
    { ...either, schema: { ...schema, body: ReasonBody } },
    async (request, reply) => {
      const user = signedIn(request);
      const decider = await deciderOf(request, user);
      const { submission } = decider;
      const scheduled = isScheduled(submission);
      const own = submission.createdBy === user.id && user.roles.includes('statistician');
      // A reviewer takes back what was approved; what was not is its maker's alone.
      if (!own && !(scheduled && user.roles.includes('reviewer'))) throw new Problem('not_found');
      if (submission.state === 'withdrawn' || submission.releasedAt !== null) throw new Problem('submission_state');
      checkRevision(submission, request.body.revision);
      const { reason: given } = request.body;
      const reason = scheduled
        ? neededReason(given, {
            zh: '撤回已审核通过的数据须写明原因',
            en: 'Taking back what was approved needs a reason',
          })
        : reasonIn(given);
      await move(decider, { from: [submission.state], to: 'withdrawn', action: 'withdraw', reason });
      return reply.type('application/json; charset=utf-8').send(await answer(request, user));
    },
  );
};
