import { CorrectBody, PublishBody, PublishedReading, Reading } from '@dabiao/contract/reading';
import { abandonCorrection } from '@dabiao/store/abandon-correction';
import { insertAudit } from '@dabiao/store/audit';
import { correctReading, endReading, type StoredReading } from '@dabiao/store/readings';
import type { FastifyReply } from 'fastify';
import { changeReading, checkStillSeen, notYourRegion } from '../change-reading.ts';
import { thisYear } from '../deps.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { publishText } from '../publish-text.ts';
import { mayPublish, neededReading, rightsOn, shownReading } from '../reading-view.ts';
import { grantedRegions } from '../region-rights.ts';
import { ReadingParams } from './readings.ts';
import type { Routes } from './routes.ts';

/** @throws Problem reading_changed where no correction is under way, or somebody decided something since it was looked at */
function checkCorrected({ state, publishedAs, revision }: StoredReading, seen: number): void {
  if (state !== 'open' || publishedAs === null)
    throw new Problem('reading_changed', {
      zh: '这份文件没有正在进行的更正：可能已经放弃，或已重新发布',
      en: 'No correction is under way: it was abandoned already, or published anew',
    });
  if (revision !== seen)
    throw new Problem('reading_changed', {
      zh: '更正中又有了新的改动，没有放弃；请看过再决定',
      en: 'Something was decided in this correction meanwhile; it was not abandoned. Look at it first',
    });
}

/** @throws Problem role_missing */
function notDropped({ publishedAs }: StoredReading): never {
  if (publishedAs === null) throw new Problem('role_missing');
  throw new Problem('role_missing', {
    zh: '这份文件已经发布，能放弃的只是这次更正',
    en: 'This document is published already; only its correction can be abandoned',
  });
}

/** What becomes of a document that was read: published, corrected, its correction abandoned, dropped. */
export const readingEndRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const db = store.read;
  const works = { onRequest: needs(store, 'statistician', 'reviewer') };
  const reviews = { onRequest: needs(store, 'reviewer') };
  const fresh = (reply: FastifyReply) => reply.header('cache-control', 'no-store');

  app.post(
    '/readings/:id/publish',
    { ...reviews, schema: { params: ReadingParams, body: PublishBody, response: { 200: PublishedReading } } },
    async (request, reply) => {
      const user = signedIn(request);
      const reading = await neededReading(db, request.params.id, user);
      if (!reading.reached) notYourRegion();
      if (!mayPublish(reading, user, config)) throw new Problem('publish_own');
      if (reading.revision !== request.body.revision || reading.state !== 'open') throw new Problem('reading_changed');
      const granted = await grantedRegions(db, user);
      const of = { user, granted, seen: reading.revision, thisYear: thisYear(deps), address: request.ip };
      fresh(reply);
      return changeReading(store, (trx) => publishText(trx, reading, of));
    },
  );

  app.post(
    '/readings/:id/correct',
    { ...reviews, schema: { params: ReadingParams, body: CorrectBody, response: { 200: Reading } } },
    async (request, reply) => {
      const user = signedIn(request);
      const reading = await neededReading(db, request.params.id, user);
      if (!reading.reached) notYourRegion();
      const { reason } = request.body;
      await changeReading(store, async (trx) => {
        await correctReading(trx, reading.id, { by: user.id, reason });
        const detail = { document: reading.publishedAs, reason };
        const entry = { user: user.name, action: 'reading.correct', object: reading.id, detail, address: request.ip };
        await insertAudit(trx, entry);
      });
      fresh(reply);
      return shownReading(db, await neededReading(db, reading.id, user), { user, config });
    },
  );

  app.post(
    '/readings/:id/abandon',
    { ...reviews, schema: { params: ReadingParams, body: PublishBody, response: { 200: Reading } } },
    async (request, reply) => {
      const user = signedIn(request);
      const reading = await neededReading(db, request.params.id, user);
      if (!reading.reached) notYourRegion();
      checkCorrected(reading, request.body.revision);
      await changeReading(store, async (trx) => {
        const undone = await abandonCorrection(trx, reading.id, { by: user.id, seen: request.body.revision });
        await checkStillSeen(trx, reading.id, user);
        const detail = { document: reading.publishedAs, undone };
        const entry = { user: user.name, action: 'reading.abandon', object: reading.id, detail, address: request.ip };
        await insertAudit(trx, entry);
      });
      fresh(reply);
      return shownReading(db, await neededReading(db, reading.id, user), { user, config });
    },
  );

  app.post(
    '/readings/:id/drop',
    { ...works, schema: { params: ReadingParams, response: { 200: Reading } } },
    async (request, reply) => {
      const user = signedIn(request);
      const reading = await neededReading(db, request.params.id, user);
      if (reading.state === 'open' && !rightsOn(reading, user, config).includes('drop')) notDropped(reading);
      await changeReading(store, async (trx) => {
        await endReading(trx, reading.id, { state: 'dropped', by: user.id, publishedAs: null });
        const entry = { user: user.name, action: 'reading.drop', object: reading.id, address: request.ip };
        await insertAudit(trx, entry);
      });
      fresh(reply);
      return shownReading(db, await neededReading(db, reading.id, user), { user, config });
    },
  );
};
