import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PageQuery, Shape } from '@dabiao/contract/schema';
import { Submission, SubmissionsPage, SubmitBody, UploadQuery } from '@dabiao/contract/submission';
import { insertAudit } from '@dabiao/store/audit';
import { findFigureVersions } from '@dabiao/store/figures';
import { findIndicators } from '@dabiao/store/indicators';
import { sha256 } from '@dabiao/store/key';
import { findRegions } from '@dabiao/store/regions';
import {
  countSubmissions,
  figuresMovedOn,
  findSubmission,
  findSubmissionByKey,
  findSubmissions,
  insertSubmission,
  moveSubmission,
  publishSubmission,
  type StoredSubmission,
} from '@dabiao/store/submissions';
import type { User } from '@dabiao/store/users';
import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { type Deps, thisYear } from '../deps.ts';
import { nextKey } from '../page.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { readSubmission } from '../read-submission.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

/** Problems of a whole file: there is nothing to look at, so the request fails with that problem's own code. */
const FILE_REFUSALS = [
  'file_type',
  'file_too_large',
  'file_encrypted',
  'file_unreadable',
  'sheet_empty',
  'header_missing',
] as const;

/** A submission as the page shows it: names beside ids, and what was published when it was read. */
async function shown(deps: Deps, submission: StoredSubmission): Promise<Static<typeof Submission>> {
  const db = deps.store.read;
  const indicators = new Map((await findIndicators(db)).map(({ id, name }) => [id, name]));
  const regions = new Map((await findRegions(db)).map(({ code, name }) => [code, name]));
  const versions = await findFigureVersions(db, {
    indicators: [...new Set(submission.figures.map(({ indicator }) => indicator))],
  });
  const byVersion = new Map(
    versions.map((figure) => [`${figure.indicator} ${figure.region} ${figure.year} ${figure.version}`, figure]),
  );
  return {
    id: submission.id,
    state: submission.state,
    fileName: submission.fileName,
    fileHash: submission.fileHash,
    createdAt: submission.createdAt,
    createdBy: submission.createdByName,
    decidedAt: submission.decidedAt,
    decidedBy: submission.decidedByName,
    reason: submission.reason,
    targetsTouched: submission.targetsTouched,
    problems: submission.problems,
    figures: submission.figures.map(({ earlierVersion, ...figure }) => {
      const earlier = byVersion.get(`${figure.indicator} ${figure.region} ${figure.year} ${earlierVersion}`);
      return {
        ...figure,
        indicatorName: indicators.get(figure.indicator) ?? figure.indicator,
        regionName: regions.get(figure.region) ?? figure.region,
        earlier: earlier
          ? { value: earlier.value, decimals: earlier.decimals, status: earlier.status, version: earlier.version }
          : null,
      };
    }),
  };
}

/** The submission, if this user may see it: its maker or a reviewer; to others it does not exist. */
async function visible(deps: Deps, id: string, user: User): Promise<StoredSubmission> {
  const submission = await findSubmission(deps.store.read, id);
  if (!submission || (submission.createdBy !== user.id && !user.roles.includes('reviewer')))
    throw new Problem('not_found');
  return submission;
}

async function receiveFile(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw new Problem('media_type_unsupported', '请以 multipart/form-data 上传文件');
  const part = await request.file();
  if (!part) throw new Problem('file_missing');
  return { name: part.filename, bytes: await part.toBuffer() };
}

/** The Idempotency-Key of a request; a key that was used for another file is refused. */
async function repeated(deps: Deps, request: FastifyRequest, user: User, hash: string) {
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' && header !== '' ? header.slice(0, 200) : null;
  const known = key ? await findSubmissionByKey(deps.store.read, user.id, key) : null;
  if (known && known.fileHash !== hash) throw new Problem('key_reused');
  return { key, known };
}

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

export const submissionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const handIn = { onRequest: needs(store, 'statistician') };
  const look = { onRequest: needs(store, 'statistician', 'reviewer') };
  const review = { onRequest: needs(store, 'reviewer') };

  app.post(
    '/submissions',
    {
      ...handIn,
      schema: { querystring: UploadQuery, response: { 201: Submission } },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const file = await receiveFile(request);
      const hash = sha256(file.bytes);
      const { key, known } = await repeated(deps, request, user, hash);
      if (known) return reply.code(201).send(await shown(deps, await visible(deps, known.id, user)));
      const read = await readSubmission(store.read, {
        ...file,
        region: user.region,
        hints: request.query,
        thisYear: thisYear(deps),
      });
      const refusal = read.problems.find(({ code }) => FILE_REFUSALS.some((one) => one === code));
      if (refusal && read.figures.length === 0) {
        const code = FILE_REFUSALS.find((one) => one === refusal.code) ?? 'file_unreadable';
        await store.transact((trx) =>
          insertAudit(trx, {
            user: user.name,
            action: 'submission.add',
            outcome: 'refused',
            detail: { code, hash },
            address: request.ip,
          }),
        );
        throw new Problem(
          code,
          refusal.message,
          read.problems.map(({ sheet, cell, message }) => ({
            field: [sheet, cell].filter(Boolean).join('!'),
            message,
          })),
        );
      }
      const folder = join(config.dataDir, 'uploads');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, hash), file.bytes);
      const id = await store.transact(async (trx) => {
        const made = await insertSubmission(trx, {
          ...read,
          fileName: file.name.slice(0, 200),
          fileHash: hash,
          idempotencyKey: key,
          createdBy: user.id,
        });
        await insertAudit(trx, {
          user: user.name,
          action: 'submission.add',
          object: made,
          detail: { hash },
          address: request.ip,
        });
        return made;
      });
      return reply.code(201).send(await shown(deps, await visible(deps, id, user)));
    },
  );

  app.get(
    '/submissions',
    { ...look, schema: { querystring: Shape(PageQuery), response: { 200: SubmissionsPage } } },
    async (request, reply) => {
      const user = signedIn(request);
      const { limit = 100, cursor } = request.query;
      const own = user.roles.includes('reviewer') ? {} : { user: user.id };
      const items = await findSubmissions(store.read, {
        ...own,
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
      });
      reply.header('cache-control', 'no-store');
      return {
        items,
        next: nextKey(items, limit, ({ id }) => id),
        total: await countSubmissions(store.read, own.user),
      };
    },
  );

  app.get(
    '/submissions/:id',
    { ...look, schema: { params: IdParams, response: { 200: Submission } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return shown(deps, await visible(deps, request.params.id, signedIn(request)));
    },
  );

  const answer = async (id: string, user: User) => shown(deps, await visible(deps, id, user));

  app.post(
    '/submissions/:id/submit',
    { ...handIn, schema: { params: IdParams, body: SubmitBody, response: { 200: Submission } } },
    async (request) => {
      const user = signedIn(request);
      const submission = await visible(deps, request.params.id, user);
      if (submission.createdBy !== user.id) throw new Problem('not_found');
      if (submission.state === 'approved' || submission.state === 'submitted') return shown(deps, submission);
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
      const submission = await visible(deps, request.params.id, user);
      if (submission.state === 'approved') return shown(deps, submission);
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
        const submission = await visible(deps, request.params.id, user);
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
