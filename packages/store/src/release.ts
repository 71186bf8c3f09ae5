import { insertAudit } from './audit.ts';
import type { Db, Store, Trx } from './open.ts';
import { FigureMovedOn, publishSubmission } from './publish-submission.ts';
import { insertStep, moveSubmission } from './submission-steps.ts';

interface Due {
  id: string;
  /** Who approved it: in whose name it is published. */
  approver: string;
}

/** Approved submissions whose time has come and which are not published, the earliest first. */
async function dueReleases(db: Db, at: string): Promise<Due[]> {
  const rows = await db
    .selectFrom('submission')
    .select(['id', 'decided_by'])
    .where('state', '=', 'approved')
    .where('released_at', 'is', null)
    .where('release_at', '<=', at)
    .orderBy('release_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, decided_by }) => (decided_by === null ? [] : [{ id, approver: decided_by }]));
}

/** When the next approved submission is due (ISO 8601 UTC); null where none waits. */
export async function nextRelease(db: Db): Promise<string | null> {
  const { next } = await db
    .selectFrom('submission')
    .select(({ fn }) => fn.min('release_at').as('next'))
    .where('state', '=', 'approved')
    .where('released_at', 'is', null)
    .executeTakeFirstOrThrow();
  return next;
}

const AUDIT = { user: null, action: 'submission.release' };

async function publishDue(trx: Trx, due: Due, at: string, thisYear: number): Promise<boolean> {
  // It may have been taken back, or released by another process, since it was found.
  if (!(await dueReleases(trx, at)).some(({ id }) => id === due.id)) return false;
  const done = await publishSubmission(trx, due.id, { by: due.approver, thisYear, at });
  await insertStep(trx, due.id, { action: 'release', by: null, at });
  const detail = { figures: done.appended, targets: done.targets.length };
  await insertAudit(trx, { ...AUDIT, object: due.id, detail });
  return true;
}

/** Somebody published one of its figures meanwhile: nothing is overwritten, its maker has to look at it again. */
async function giveBack(trx: Trx, id: string, place: string, at: string): Promise<void> {
  const reason = `到发布时间时，${place} 的数据已被他人更新，未发布；请重新核对后再提交。`;
  const move = { from: ['approved'], to: 'returned', action: 'release_fail', by: null, reason, at } as const;
  if (!(await moveSubmission(trx, id, move))) return;
  await insertAudit(trx, { ...AUDIT, object: id, outcome: 'failed', detail: { moved_on: place } });
}

/**
 * Publishes every approved submission whose time has come, each in a transaction of its own with its audit line. One
 * that can no longer be published as approved is returned to its maker.
 * @param at now, ISO 8601 UTC
 * @returns ids of those published
 */
export async function releaseDue(store: Store, at: string, thisYear: number): Promise<string[]> {
  const released: string[] = [];
  const failures: unknown[] = [];
  for (const due of await dueReleases(store.read, at)) {
    try {
      if (await store.transact((trx) => publishDue(trx, due, at, thisYear))) released.push(due.id);
    } catch (error) {
      if (error instanceof FigureMovedOn) await store.transact((trx) => giveBack(trx, due.id, error.place, at));
      else failures.push(error);
    }
  }
  // One that fails does not hold up the others; it is tried again the next time.
  if (failures.length > 0) throw new AggregateError(failures, 'some releases failed');
  return released;
}
