import { Shape } from '@dabiao/contract/schema';
import { openWorkbook } from '@dabiao/ingest/read-workbook';
import { findSubmission, type StoredSubmission } from '@dabiao/store/submissions';
import { readUpload } from '@dabiao/store/uploads';
import type { User } from '@dabiao/store/users';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { attachment } from '../attachment.ts';
import type { Config } from '../config.ts';
import { requestLanguage } from '../plugins/problems.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { queued } from '../queue.ts';
import { grantedRegions } from '../region-rights.ts';
import { mayOpenFile, visibleSubmission } from '../submission-view.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

/** The bytes as they were handed in. @throws Problem file_gone, file_damaged */
async function keptBytes(config: Config, submission: StoredSubmission): Promise<Buffer> {
  const bytes = await readUpload(config.dataDir, submission.fileHash);
  if (bytes === 'missing') throw new Problem('file_gone');
  if (bytes === 'damaged') throw new Problem('file_damaged');
  return bytes;
}

/** Sends a file to be saved, never to be shown or run by a browser. */
const sendFile = (reply: FastifyReply, bytes: Buffer, file: { name: string; type: string }): FastifyReply =>
  reply
    .type(file.type)
    .header('content-disposition', attachment(file.name, 'submission'))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'no-store')
    .send(bytes);

interface ToMark {
  submission: StoredSubmission;
  bytes: Buffer;
  lang: 'zh' | 'en';
}

/** A copy of the file with its problems marked. @throws Problem where it can no longer be opened */
async function markedCopy({ submission, bytes, lang }: ToMark): Promise<Buffer> {
  const { fileName, problems } = submission;
  const sheets = await openWorkbook(bytes, fileName);
  if (!Array.isArray(sheets)) {
    throw new Problem('file_unreadable', { zh: sheets.message, en: sheets.messageEn });
  }
  // The library that writes workbooks takes a second to load: only for those who ask for a copy.
  const { markWorkbook } = await import('@dabiao/workbook/marked-copy');
  return Buffer.from(await markWorkbook({ fileName, sheets, problems, lang }));
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What was handed in, as it was handed in, and with its problems marked. */
export const submissionFileRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const guard = {
    onRequest: needs(store, 'statistician', 'reviewer', 'auditor'),
    schema: { params: IdParams },
    config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
  };
  // A copy of a large file takes seconds: one at a time, a few waiting.
  const mark = queued(markedCopy, { atOnce: 1, waiting: 10 });

  const openable = async (id: string, user: User): Promise<StoredSubmission> => {
    const submission = await findSubmission(store.read, id);
    const released = submission?.releasedAt !== null;
    const granted = await grantedRegions(store.read, user);
    if (!submission || !mayOpenFile({ ...submission, released }, user, granted)) throw new Problem('not_found');
    return released ? submission : visibleSubmission(deps, id, user);
  };

  app.get('/submissions/:id/file', guard, async (request, reply) => {
    const submission = await openable(request.params.id, signedIn(request));
    const name = submission.kind === 'file' ? submission.fileName : `${submission.fileName}.json`;
    return sendFile(reply, await keptBytes(config, submission), { name, type: 'application/octet-stream' });
  });

  app.get('/submissions/:id/marked.xlsx', guard, async (request, reply) => {
    const submission = await openable(request.params.id, signedIn(request));
    if (submission.kind !== 'file') throw new Problem('not_found');
    const lang = requestLanguage(request);
    const bytes = await mark({ submission, bytes: await keptBytes(config, submission), lang });
    const name = `${submission.fileName.replace(/\.[a-z]+$/i, '')}_${lang === 'en' ? 'problems' : '问题标注'}.xlsx`;
    return sendFile(reply, bytes, { name, type: XLSX });
  });
};
