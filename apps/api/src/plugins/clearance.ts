import { AsyncLocalStorage } from 'node:async_hooks';
import { type Level, levelOf } from '@dabiao/domain/label';
import { readAs } from '@dabiao/store/read-as';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';

/** The clearance of whoever asks, set once for each request, so that no route can forget to hand it on. */
const clearance = new AsyncLocalStorage<Level>();

/** The clearance of the running request; outside of one, that of a reader whom nobody knows. */
export const clearanceNow = (): Level => clearance.getStore() ?? 0;

/** The clearance counts only once nothing bars its holder: a password to be changed, a second factor to be set up. */
const clearanceOf = ({ who }: FastifyRequest): Level =>
  who?.user && !who.barred ? levelOf(who.user.clearance) : levelOf('public');

/** Has every request run under the clearance of whoever asks. To be installed after sign-in. */
export function installClearance(app: FastifyInstance): void {
  const within = (request: FastifyRequest, _reply: FastifyReply, done: () => void): void =>
    clearance.run(clearanceOf(request), done);
  app.addHook('onRequest', within);
  // Reading a body leaves the context it was begun in.
  app.addHook('preHandler', within);
}

/** What routes are given: the store as whoever asks may see it. What is written is whole. */
export const narrowed = (deps: Deps): Deps => ({
  ...deps,
  store: { ...deps.store, read: readAs(deps.store.read, clearanceNow) },
});

/** Work that is done later, maybe when somebody else's request is at it, still under the clearance of now. */
export const underThisClearance = <In extends unknown[], Out>(work: (...given: In) => Out): ((...given: In) => Out) =>
  AsyncLocalStorage.bind(work);
