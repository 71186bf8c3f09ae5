import { now } from './key.ts';
import type { Db, Trx } from './open.ts';
import type { StepAction } from './submission-tables.ts';
import type { SubmissionState } from './submissions.ts';

export interface Step {
  action: StepAction;
  /** Id of a user; null for the program itself. */
  by: string | null;
  reason?: string | null;
  releaseAt?: string | null;
  /** ISO 8601 UTC; absent for now. */
  at?: string;
}

/** Writes down one more thing that happened to a submission. */
export async function insertStep(trx: Trx, submission: string, step: Step): Promise<void> {
  const { last } = await trx
    .selectFrom('submission_step')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('submission', '=', submission)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('submission_step')
    .values({
      submission,
      position: last === null ? 0 : Number(last) + 1,
      action: step.action,
      at: step.at ?? now(),
      by: step.by,
      reason: step.reason ?? null,
      release_at: step.releaseAt ?? null,
    })
    .execute();
}

export interface Move extends Step {
  from: readonly SubmissionState[];
  to: SubmissionState;
  /** The revision that was looked at; the move is refused where another has come since. */
  revision?: number | undefined;
}

/**
 * Moves a submission from one of the states `from` to `to`, and writes the step down. One whose figures are published
 * never moves again.
 * @returns false where it was in another state or had changed: someone else was quicker.
 */
export async function moveSubmission(trx: Trx, id: string, move: Move): Promise<boolean> {
  const at = move.at ?? now();
  let update = trx
    .updateTable('submission')
    .set((eb) => ({
      state: move.to,
      decided_at: at,
      decided_by: move.by,
      reason: move.reason ?? null,
      release_at: move.releaseAt ?? null,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', move.from)
    .where('released_at', 'is', null);
  if (move.revision !== undefined) update = update.where('revision', '=', move.revision);
  const moved = await update.executeTakeFirst();
  if (Number(moved.numUpdatedRows) !== 1) return false;
  await insertStep(trx, id, { ...move, at });
  return true;
}

/** The reason given with the latest of certain steps; null where none was. */
export async function latestReason(db: Db, submission: string, actions: readonly StepAction[]): Promise<string | null> {
  const row = await db
    .selectFrom('submission_step')
    .select('reason')
    .where('submission', '=', submission)
    .where('action', 'in', actions)
    .where('reason', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.reason ?? null;
}
