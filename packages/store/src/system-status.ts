import { countAudit } from './audit.ts';
import { now } from './key.ts';
import type { Db } from './open.ts';

/** What an administrator wants to see at a glance, of the last 24 hours. */
export interface Watch {
  failedSignIns: number;
  lockedNames: number;
  refusals: number;
  auditLines: number;
  /** Approved submissions that wait for their time. */
  waitingReleases: number;
}

const DAY_MS = 24 * 3_600_000;

export async function findWatch(db: Db): Promise<Watch> {
  const from = new Date(Date.now() - DAY_MS).toISOString();
  const { locked } = await db
    .selectFrom('failed_sign_in')
    .select(({ fn }) => fn.countAll().as('locked'))
    .where('locked_until', '>', now())
    .executeTakeFirstOrThrow();
  const { waiting } = await db
    .selectFrom('submission')
    .select(({ fn }) => fn.countAll().as('waiting'))
    .where('state', '=', 'approved')
    .where('released_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    failedSignIns: await countAudit(db, { action: 'session.open', outcome: 'refused', from }),
    lockedNames: Number(locked),
    refusals: await countAudit(db, { action: 'request.refuse', from }),
    auditLines: await countAudit(db),
    waitingReleases: Number(waiting),
  };
}
