import {
  CandidateBody,
  CorrectBody,
  MergeBody,
  PublishBody,
  PublishedReading,
  Reading,
  ReadingChange,
  ReadingDocument,
  SelectionBody,
  SplitBody,
} from '@dabiao/contract/reading';
import { Shape } from '@dabiao/contract/schema';
import type { ProposedDocument } from '@dabiao/domain/proposal';
import { insertAudit } from '@dabiao/store/audit';
import type { Trx } from '@dabiao/store/open';
import { changeDocument, correctReading, endReading, ReadingMovedOn } from '@dabiao/store/readings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  decideCandidate,
  foundInSelection,
  mergeCandidates,
  selectCandidates,
  splitCandidate,
} from '../decide-candidate.ts';
import { selectMeasures } from '../decide-measure.ts';
import { thisYear } from '../deps.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { publishText } from '../publish-text.ts';
import { readMeasureSelection } from '../read-span.ts';
import type { ReadingDecider } from '../reading-decider.ts';
import { mayPublish, neededReading, rightsOn, shownChange, shownReading } from '../reading-view.ts';
import { grantedRegions } from '../region-rights.ts';
import { ReadingParams } from './readings.ts';
import type { Routes } from './routes.ts';

/** @throws Problem role_missing */
function notYourRegion(): never {
  throw new Problem('role_missing', {
    zh: '这份文件所属地区不在您的权限范围内',
    en: 'The region of this document is outside your rights',
  });
}

const CandidateParams = Shape({
  id: Type.String({ maxLength: 60 }),
  number: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
});

/** Deciding on what was found in a policy document, and publishing it. */
export const readingDecisionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const db = store.read;
  const works = { onRequest: needs(store, 'statistician', 'reviewer') };
  const reviews = { onRequest: needs(store, 'reviewer') };

  /** @throws Problem reading_changed where it is no longer open, or not as it was looked at */
  const change = async <T>(work: (trx: Trx) => Promise<T>): Promise<T> => {
    try {
      return await store.transact(work);
    } catch (error) {
      if (error instanceof ReadingMovedOn) throw new Problem('reading_changed');
      throw error;
    }
  };
  const decider = async (request: FastifyRequest, id: string): Promise<ReadingDecider> => ({
    reading: await neededReading(db, id, signedIn(request)),
    by: signedIn(request).id,
  });
  /** Targets or policy measures out of selected words. @returns their numbers */
  const addSelected = async (by: ReadingDecider, span: SelectionBody): Promise<number[]> => {
    if (span.sort === 'measure') {
      const measures = await readMeasureSelection(by.reading, span);
      return change((trx) => selectMeasures(trx, by, measures));
    }
    const found = await foundInSelection(db, by.reading, span);
    return change((trx) => selectCandidates(trx, by, found));
  };
  const fresh = (reply: FastifyReply) => reply.header('cache-control', 'no-store');

  app.patch(
    '/readings/:id',
    { ...works, schema: { params: ReadingParams, body: ReadingDocument, response: { 200: Reading } } },
    async (request, reply) => {
      const { reading, by } = await decider(request, request.params.id);
      await change(async (trx) => {
        await changeDocument(trx, reading.id, request.body as ProposedDocument, by);
        // Nobody gives a document away to a region whose documents they do not see.
        await neededReading(trx, reading.id, signedIn(request)).catch((error: unknown) => {
          if (error instanceof Problem) notYourRegion();
          throw error;
        });
      });
      fresh(reply);
      return shownReading(db, await neededReading(db, reading.id, signedIn(request)), {
        user: signedIn(request),
        config,
      });
    },
  );

  app.patch(
    '/readings/:id/candidates/:number',
    { ...works, schema: { params: CandidateParams, body: CandidateBody, response: { 200: ReadingChange } } },
    async (request, reply) => {
      const { id, number } = request.params;
      const by = await decider(request, id);
      await change((trx) => decideCandidate(trx, by, number, request.body));
      fresh(reply);
      return shownChange(db, id, signedIn(request), { numbers: [number] });
    },
  );

  app.post(
    '/readings/:id/candidates',
    { ...works, schema: { params: ReadingParams, body: SelectionBody, response: { 201: ReadingChange } } },
    async (request, reply) => {
      const by = await decider(request, request.params.id);
      const numbers = await addSelected(by, request.body);
      fresh(reply).code(201);
      return shownChange(db, by.reading.id, signedIn(request), { numbers });
    },
  );

  app.post(
    '/readings/:id/candidates/:number/split',
    { ...works, schema: { params: CandidateParams, body: SplitBody, response: { 200: ReadingChange } } },
    async (request, reply) => {
      const { id, number } = request.params;
      const by = await decider(request, id);
      const changed = await change((trx) => splitCandidate(trx, by, number, request.body.at ?? null));
      fresh(reply);
      return shownChange(db, id, signedIn(request), changed);
    },
  );

  app.post(
    '/readings/:id/candidates/:number/merge',
    { ...works, schema: { params: CandidateParams, body: MergeBody, response: { 200: ReadingChange } } },
    async (request, reply) => {
      const { id, number } = request.params;
      const by = await decider(request, id);
      const changed = await change((trx) => mergeCandidates(trx, by, number, request.body.with));
      fresh(reply);
      return shownChange(db, id, signedIn(request), changed);
    },
  );

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
      return change((trx) => publishText(trx, reading, of));
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
      await change(async (trx) => {
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
    '/readings/:id/drop',
    { ...works, schema: { params: ReadingParams, response: { 200: Reading } } },
    async (request, reply) => {
      const user = signedIn(request);
      const reading = await neededReading(db, request.params.id, user);
      if (reading.state === 'open' && !rightsOn(reading, user, config).includes('drop'))
        throw new Problem('role_missing');
      await change(async (trx) => {
        await endReading(trx, reading.id, { state: 'dropped', by: user.id, publishedAs: null });
        const entry = { user: user.name, action: 'reading.drop', object: reading.id, address: request.ip };
        await insertAudit(trx, entry);
      });
      fresh(reply);
      return shownReading(db, await neededReading(db, reading.id, user), { user, config });
    },
  );
};
