import { type FigureCorrection, FigureCorrectionsBody } from '@dabiao/contract/grid-rows';
import { Submission } from '@dabiao/contract/submission';
import { insertAudit } from '@dabiao/store/audit';
import { sha256 } from '@dabiao/store/key';
import type { Db, Trx } from '@dabiao/store/open';
import { insertSubmission, type StagedRows } from '@dabiao/store/stage-submission';
import { findSubmission, findSubmissionByKey } from '@dabiao/store/submissions';
import { keepUpload } from '@dabiao/store/uploads';
import type { User } from '@dabiao/store/users';
import type { Config } from '../config.ts';
import { checkVersions, readFigureCorrections } from '../correct-figures.ts';
import { decide, decideAndPublish, neededReason } from '../decide.ts';
import { type Deps, thisYear } from '../deps.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { keyOf } from '../request-key.ts';
import { shownSubmission, visibleSubmission } from '../submission-view.ts';
import type { Routes } from './routes.ts';

interface Correction {
  deps: Deps;
  config: Config;
  user: User;
  address: string;
  key: string | null;
  hash: string;
  reason: string;
  rows: readonly FigureCorrection[];
}

/** What a correction is called in lists. */
const nameOf = (rows: readonly FigureCorrection[]): string =>
  rows.every(({ withdraw }) => withdraw) ? '撤回数据' : '更正数据';

/** The submission of the same request, where it came before. @throws Problem key_reused */
async function repeatedBy(db: Db, { user, key, hash }: Correction): Promise<string | null> {
  const known = key === null ? null : await findSubmissionByKey(db, user.id, key);
  if (known && known.fileHash !== hash) throw new Problem('key_reused');
  return known?.id ?? null;
}

async function stage(trx: Trx, { user, address, key, hash, reason, rows }: Correction, read: StagedRows) {
  const id = await insertSubmission(trx, {
    ...read,
    kind: 'correction',
    fileName: nameOf(rows),
    fileHash: hash,
    idempotencyKey: key,
    createdBy: user.id,
    reason,
  });
  const detail = { hash, reason };
  await insertAudit(trx, { user: user.name, action: 'submission.add', object: id, detail, address });
  const submission = await findSubmission(trx, id);
  if (!submission) throw new Problem('internal');
  return submission;
}

/** Stages a correction and hands it on in the same transaction: to the reviewer, or published at once. */
async function handOn(trx: Trx, correction: Correction, read: StagedRows): Promise<string> {
  const twin = await repeatedBy(trx, correction);
  if (twin !== null) return twin;
  // Somebody may have published another version since they were read.
  await checkVersions(trx, correction.rows);
  const submission = await stage(trx, correction, read);
  const decider = { ...correction, submission };
  const decision = { from: ['draft'], action: 'submit', reason: correction.reason } as const;
  if (correction.config.review === 'required') await decide(trx, decider, { ...decision, to: 'submitted' });
  else await decideAndPublish(trx, decider, { ...decision, to: 'approved' }, () => {});
  return submission.id;
}

/** Mending or taking back what is published: by a new version with a reason, through the review if there is one. */
export const figureCorrectionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  app.post(
    '/figures/corrections',
    {
      onRequest: needs(store, 'statistician'),
      schema: { body: FigureCorrectionsBody, response: { 201: Submission } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const { body } = request;
      const reason = neededReason(body.reason, {
        zh: '更正或撤回已发布的数据须写明原因',
        en: 'Correcting or withdrawing released figures needs a reason',
      });
      const bytes = Buffer.from(JSON.stringify(body));
      const of = { deps, config, user, address: request.ip, key: keyOf(request), hash: sha256(bytes) };
      const correction = { ...of, reason, rows: body.rows };
      let id = await repeatedBy(store.read, correction);
      if (id === null) {
        const read = await readFigureCorrections(store.read, body, { region: user.region, thisYear: thisYear(deps) });
        await keepUpload(config.dataDir, bytes);
        id = await store.transact((trx) => handOn(trx, correction, read));
      }
      const shown = await shownSubmission({ deps, config, user }, await visibleSubmission(deps, id, user));
      return reply.code(201).header('cache-control', 'no-store').send(shown);
    },
  );
};
