import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PageQuery, Shape } from '@dabiao/contract/schema';
import { Submission, SubmissionsPage, UploadQuery } from '@dabiao/contract/submission';
import { insertAudit } from '@dabiao/store/audit';
import { sha256 } from '@dabiao/store/key';
import type { Db } from '@dabiao/store/open';
import { countSubmissions, findSubmissionByKey, findSubmissions, insertSubmission } from '@dabiao/store/submissions';
import type { User } from '@dabiao/store/users';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { thisYear } from '../deps.ts';
import { nextKey } from '../page.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { readSubmission } from '../read-submission.ts';
import { shownSubmission, visibleSubmission } from '../submission-view.ts';
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

async function receiveFile(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw new Problem('media_type_unsupported', '请以 multipart/form-data 上传文件');
  let file: { name: string; bytes: Buffer } | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue;
      if (file) throw new Problem('body_invalid', '一次只能上传一个文件');
      file = { name: part.filename, bytes: await part.toBuffer() };
    }
  } catch (error) {
    // A body that breaks off, or has no boundary: the parser's errors bear no status.
    if (error instanceof Problem || (error as { statusCode?: number }).statusCode) throw error;
    throw new Problem('body_invalid', '上传的内容不完整，请重新上传');
  }
  if (!file) throw new Problem('file_missing');
  return file;
}

/** The Idempotency-Key of a request; a key that was used for another file is refused. */
async function repeated(db: Db, request: FastifyRequest, user: User, hash: string) {
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' && header !== '' ? header.slice(0, 200) : null;
  const known = key ? await findSubmissionByKey(db, user.id, key) : null;
  if (known && known.fileHash !== hash) throw new Problem('key_reused');
  return { key, known };
}

/** Handing in a file, and looking at what was handed in. */
export const submissionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const handIn = { onRequest: needs(store, 'statistician') };
  const look = { onRequest: needs(store, 'statistician', 'reviewer') };

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
      const { key, known } = await repeated(store.read, request, user, hash);
      if (known)
        return reply.code(201).send(await shownSubmission(deps, await visibleSubmission(deps, known.id, user)));
      const read = await readSubmission(store.read, {
        ...file,
        region: user.region,
        hints: request.query,
        thisYear: thisYear(deps),
      });
      const refusal = read.problems.find(
        ({ code, severity }) => severity === 'error' && FILE_REFUSALS.some((one) => one === code),
      );
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
        // The same request may have come twice at once; writing transactions run one after the other.
        const twin = (await repeated(trx, request, user, hash)).known;
        if (twin) return twin.id;
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
      return reply.code(201).send(await shownSubmission(deps, await visibleSubmission(deps, id, user)));
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
      return shownSubmission(deps, await visibleSubmission(deps, request.params.id, signedIn(request)));
    },
  );
};
