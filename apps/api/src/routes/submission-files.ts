import { Shape } from '@dabiao/contract/schema';
import { findSubmission, type StoredSubmission } from '@dabiao/store/submissions';
import { readUpload } from '@dabiao/store/uploads';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Config } from '../config.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { mayOpenFile } from '../submission-view.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

/** RFC 5987: a name of any script, and a plain one for clients that do not read it. */
function attachment(name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="submission"; filename*=UTF-8''${encoded}`;
}

/**
 * Sends bytes that somebody handed in: to be saved, never to be shown or run by a browser.
 * @throws Problem file_gone, file_damaged
 */
async function sendKept(reply: FastifyReply, config: Config, submission: StoredSubmission) {
  const bytes = await readUpload(config.dataDir, submission.fileHash);
  if (bytes === 'missing') throw new Problem('file_gone');
  if (bytes === 'damaged') throw new Problem('file_damaged');
  const name = submission.kind === 'file' ? submission.fileName : `${submission.fileName}.json`;
  return reply
    .type('application/octet-stream')
    .header('content-disposition', attachment(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'no-store')
    .send(bytes);
}

/** What was handed in, as it was handed in. */
export const submissionFileRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  app.get(
    '/submissions/:id/file',
    { onRequest: needs(store, 'statistician', 'reviewer', 'auditor'), schema: { params: IdParams } },
    async (request, reply) => {
      const submission = await findSubmission(store.read, request.params.id);
      const released = submission?.releasedAt !== null;
      if (!submission || !mayOpenFile({ ...submission, released }, signedIn(request))) throw new Problem('not_found');
      return sendKept(reply, config, submission);
    },
  );
};
