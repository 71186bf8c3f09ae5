import { insertAudit } from '@dabiao/store/audit';
import { auditContext } from '@dabiao/store/audit-context';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';

/** Reading what is not released yet, and taking data out, by address of the route. */
export const AUDITED_READS: Readonly<Record<string, string>> = {
  '/api/v1/submissions/:id': 'submission.view',
  '/api/v1/submissions/:id/figures': 'submission.view',
  '/api/v1/submissions/:id/effects': 'submission.view',
  '/api/v1/submissions/:id/sheets': 'submission.view',
  '/api/v1/submissions/:id/file': 'submission.download',
  '/api/v1/submissions/:id/marked.xlsx': 'submission.download',
  '/api/v1/templates/figures.xlsx': 'template.export',
  '/api/v1/targets/:id/figures.:format': 'target.export',
  '/api/v1/briefings/:id.pdf': 'briefing.export',
  '/api/v1/briefings/:id.docx': 'briefing.export',
  '/api/v1/briefings/:id.xlsx': 'briefing.export',
  '/api/v1/briefings/batches/:id.zip': 'briefing.export',
  '/api/v1/readings/:id/draft.yaml': 'reading.export',
  '/api/v1/audit': 'audit.view',
  '/api/v1/audit.csv': 'audit.export',
  '/api/v1/audit.jsonl': 'audit.collect',
  '/api/v1/alarms': 'alarm.view',
  '/api/v1/users': 'user.view',
  '/api/v1/labels': 'label.view',
};

/** Statuses of refusals for which no route writes a line itself. */
const REFUSED = new Set([403, 413, 415]);

/** One page asks for the same thing several times: it is written once in so many milliseconds. */
const ONCE_IN_MS = 60_000;
/** A program that collects the audit would otherwise write what it collects next: it is noted once a day. */
const ONCE_FOR: Readonly<Record<string, number>> = { 'audit.collect': 24 * 3_600_000 };
const REMEMBERED = 5000;

/** Whether something was not written a moment ago; bounded. */
class Lately {
  readonly #seen = new Map<string, number>();

  isNew(key: string, within = ONCE_IN_MS): boolean {
    const now = Date.now();
    if (now - (this.#seen.get(key) ?? Number.NEGATIVE_INFINITY) < within) return false;
    this.#seen.delete(key);
    this.#seen.set(key, now);
    const oldest = this.#seen.size > REMEMBERED ? this.#seen.keys().next().value : undefined;
    if (oldest !== undefined) this.#seen.delete(oldest);
    return true;
  }
}

const codeOf = (payload: unknown): string | null => {
  const code = typeof payload === 'string' ? /"code":"([a-z_]+)"/.exec(payload)?.[1] : null;
  return code ?? null;
};

/**
 * Gives every audit line its request, and writes those that belong to no change: what was read before its release, what
 * was taken out, what was refused. The line is written before the answer leaves: where it cannot be, nothing is shown.
 */
export function installAudit(app: FastifyInstance, deps: Pick<Deps, 'store'>): void {
  const lately = new Lately();
  const within = (request: FastifyRequest, _reply: FastifyReply, done: () => void): void =>
    auditContext.run({ request: request.id, roles: request.user?.roles.join(' ') ?? null }, done);
  app.addHook('onRequest', within);
  // Reading a body leaves the context it was begun in.
  app.addHook('preHandler', within);

  app.addHook('onSend', async (request, reply, payload) => {
    const route = request.routeOptions.url ?? '';
    const found = lineOf(request, reply, route, payload);
    if (!found) return payload;
    const who = request.user?.name ?? request.ip;
    if (!lately.isNew([who, found.action, found.object, found.outcome].join(' '), ONCE_FOR[found.action]))
      return payload;
    await deps.store.transact((trx) =>
      insertAudit(trx, { ...found, user: request.user?.name ?? null, address: request.ip }),
    );
    return payload;
  });
}

function lineOf(request: FastifyRequest, reply: FastifyReply, route: string, payload: unknown) {
  const status = reply.statusCode;
  const params = (request.params ?? {}) as { id?: string };
  if (REFUSED.has(status)) {
    const object = `${request.method} ${route || request.url.split('?')[0]?.slice(0, 200)}`;
    const detail = { code: codeOf(payload), ...(params.id === undefined ? {} : { id: params.id }) };
    return { action: 'request.refuse', object, outcome: 'refused' as const, detail };
  }
  const action = request.method === 'GET' && status === 200 ? AUDITED_READS[route] : undefined;
  if (action === undefined) return null;
  return { action, object: params.id ?? null, outcome: 'done' as const, detail: null };
}
