import { Shape } from '@dabiao/contract/schema';
import { Submission, SubmitBody } from '@dabiao/contract/submission';
import { insertAudit } from '@dabiao/store/audit';
import { publishSubmission } from '@dabiao/store/publish-submission';
import { figuresMovedOn, moveSubmission, type StoredSubmission } from '@dabiao/store/submissions';
import type { User } from '@dabiao/store/users';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { type Deps, thisYear } from '../deps.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { shownSubmission, visibleSubmission } from '../submission-view.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

/** Publishes in the caller's name; refuses where a published figure is no longer the one that was compared. */
async function publish(
  deps: Deps,
  submission: StoredSubmission,
  user: User,
  from: StoredSubmission['state'],
  request: FastifyRequest,
  reason: string | null,
): Promise<void> {
  if (submission.figures.length === 0) throw new Problem('nothing_to_publish');
  await deps.store.transact(async (trx) => {
    const late = await figuresMovedOn(trx, submission);
    const first = late[0];
    if (first) throw new Problem('figure_moved_on', `${first.sheet}!${first.cell}`);
    if (!(await moveSubmission(trx, submission.id, [from], 'approved', { user: user.id, reason }))) {
      throw new Problem('submission_state');
    }
    const done = await publishSubmission(trx, submission, user.id, thisYear(deps));
    await insertAudit(trx, {
      user: user.name,
      action: 'submission.approve',
      object: submission.id,
      detail: { figures: done.appended, targets: done.targets.length },
      address: request.ip,
    });
  });
}

/** Every field of these bodies may be left out, and so may the body; a JSON null is still an error. */
const emptyBody = async (request: FastifyRequest): Promise<void> => {
  if (request.body === undefined) request.body = {};
};

/** What becomes of a submission: handed in, approved, returned, withdrawn. */
export const submissionDecisionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const handIn = { onRequest: needs(store, 'statistician'), preValidation: emptyBody };
  const review = { onRequest: needs(store, 'reviewer'), preValidation: emptyBody };

  const answer = async (id: string, user: User) => shownSubmission(deps, await visibleSubmission(deps, id, user));

  app.post(
    '/submissions/:id/submit',
    { ...handIn, schema: { params: IdParams, body: SubmitBody, response: { 200: Submission } } },
    async (request) => {
      const user = signedIn(request);
      const submission = await visibleSubmission(deps, request.params.id, user);
      if (submission.createdBy !== user.id) throw new Problem('not_found');
      if (submission.state === 'approved' || submission.state === 'submitted') return shownSubmission(deps, submission);
      if (submission.state !== 'draft') throw new Problem('submission_state');
      const errors = submission.problems.filter(({ severity }) => severity === 'error');
      if (errors.length > 0 && request.body?.problems !== 'skip') {
        throw new Problem(
          'problems_undecided',
          `还有 ${errors.length} 个问题未处理：改好文件重新上传，或选择跳过问题行`,
        );
      }
      if (submission.figures.length === 0) throw new Problem('nothing_to_publish');
      const reason = request.body?.reason ?? null;
      if (config.review === 'off') {
        await publish(deps, submission, user, 'draft', request, reason);
        return answer(submission.id, user);
      }
      await store.transact(async (trx) => {
        const moved = await moveSubmission(trx, submission.id, ['draft'], 'submitted', { user: user.id, reason });
        if (!moved) throw new Problem('submission_state');
        await insertAudit(trx, {
          user: user.name,
          action: 'submission.submit',
          object: submission.id,
          address: request.ip,
        });
      });
      return answer(submission.id, user);
    },
  );

  app.post(
    '/submissions/:id/approve',
    { ...review, schema: { params: IdParams, body: SubmitBody, response: { 200: Submission } } },
    async (request) => {
      const user = signedIn(request);
      const submission = await visibleSubmission(deps, request.params.id, user);
      if (submission.state === 'approved') return shownSubmission(deps, submission);
      if (submission.state !== 'submitted') throw new Problem('submission_state');
      if (submission.createdBy === user.id) throw new Problem('role_missing', '不能审核自己提交的数据');
      await publish(deps, submission, user, 'submitted', request, request.body?.reason ?? null);
      return answer(submission.id, user);
    },
  );

  for (const [verb, guard, from, to] of [
    ['return', review, 'submitted', 'returned'],
    ['withdraw', handIn, 'draft', 'withdrawn'],
  ] as const) {
    app.post(
      `/submissions/:id/${verb}`,
      { ...guard, schema: { params: IdParams, body: SubmitBody, response: { 200: Submission } } },
      async (request) => {
        const user = signedIn(request);
        const submission = await visibleSubmission(deps, request.params.id, user);
        if (verb === 'withdraw' && submission.createdBy !== user.id) throw new Problem('not_found');
        await store.transact(async (trx) => {
          const states = verb === 'withdraw' ? ([from, 'submitted'] as const) : [from];
          const by = { user: user.id, reason: request.body?.reason ?? null };
          if (!(await moveSubmission(trx, submission.id, states, to, by))) throw new Problem('submission_state');
          await insertAudit(trx, {
            user: user.name,
            action: `submission.${verb}`,
            object: submission.id,
            address: request.ip,
          });
        });
        return answer(submission.id, user);
      },
    );
  }
};
