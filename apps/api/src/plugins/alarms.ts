import type { FastifyInstance } from 'fastify';
import { AlarmBell } from '../alarm-bell.ts';
import type { Deps } from '../deps.ts';

declare module 'fastify' {
  interface FastifyInstance {
    alarms: AlarmBell;
  }
}

const REFUSED = new Set([403, 413, 415, 429]);
const FAILED_SIGN_IN = /"code":"sign_in_(failed|locked)"/;

/** Counts refused requests and failed sign-ins as their answers leave; where an alarm cannot be written, the log has it. */
export function installAlarms(app: FastifyInstance, deps: Deps): void {
  const bell = new AlarmBell(deps);
  app.decorate('alarms', bell);
  app.addHook('onSend', async (request, reply, payload) => {
    const isFailed = reply.statusCode >= 400 && typeof payload === 'string' && FAILED_SIGN_IN.test(payload);
    const kind = isFailed ? 'sign-ins' : REFUSED.has(reply.statusCode) ? 'refusals' : null;
    if (kind) {
      await bell
        .note(kind, request.ip)
        .catch((error: unknown) => request.log.error({ err: error }, 'alarm not written'));
    }
    return payload;
  });
}
