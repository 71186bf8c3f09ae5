import {
  CandidateBody,
  MergeBody,
  Reading,
  ReadingChange,
  ReadingDocument,
  SelectionBody,
  SplitBody,
} from '@dabiao/contract/reading';
import { Shape } from '@dabiao/contract/schema';
import type { ProposedDocument } from '@dabiao/domain/proposal';
import type { Trx } from '@dabiao/store/open';
import { changeDocument } from '@dabiao/store/readings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { changeReading, checkStillSeen } from '../change-reading.ts';
import {
  decideCandidate,
  foundInSelection,
  mergeCandidates,
  selectCandidates,
  splitCandidate,
} from '../decide-candidate.ts';
import { selectMeasures } from '../decide-measure.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { readMeasureSelection } from '../read-span.ts';
import type { ReadingDecider } from '../reading-decider.ts';
import { neededReading, shownChange, shownReading } from '../reading-view.ts';
import { ReadingParams } from './readings.ts';
import type { Routes } from './routes.ts';

const CandidateParams = Shape({
  id: Type.String({ maxLength: 60 }),
  number: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
});

/** Deciding on what was found in a policy document. */
export const readingDecisionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const db = store.read;
  const works = { onRequest: needs(store, 'statistician', 'reviewer') };

  const change = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => changeReading(store, work);
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
        await checkStillSeen(trx, reading.id, signedIn(request));
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
};
