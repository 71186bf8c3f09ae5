import type { ProposedMeasure } from '@dabiao/domain/measure';
import type { ProposedDocument, ProposedTarget } from '@dabiao/domain/proposal';
import { beforeCorrection } from './correction-undo.ts';
import type { Trx } from './open.ts';
import { changeCandidate, findCandidate } from './reading-candidates.ts';
import { findWholeLog, insertReadingStep } from './reading-steps.ts';
import { ReadingMovedOn } from './readings.ts';

/** A target's fields and what it says again, as the log keeps them in one. */
function asTarget(logged: unknown): { decided: ProposedTarget; restates: number | null } {
  const { restates = null, ...decided } = logged as ProposedTarget & { restates?: number | null };
  return { decided, restates };
}

async function restoreDocument(trx: Trx, id: string, document: ProposedDocument): Promise<void> {
  await trx
    .updateTable('reading')
    .set({ document: JSON.stringify(document), region: document.region || null })
    .where('id', '=', id)
    .execute();
}

/**
 * Ends a correction without publishing: the reading is published again with what was decided before the correction
 * began; what it made stays as `replaced`, and the log keeps every line. The document is not touched.
 * @param seen the revision that was looked at
 * @returns how many decisions were undone
 * @throws ReadingMovedOn where no correction is under way, or it is not as it was looked at
 */
export async function abandonCorrection(trx: Trx, id: string, of: { by: string; seen: number }): Promise<number> {
  const row = await trx
    .updateTable('reading')
    .set((eb) => ({ state: 'published' as const, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('published_as', 'is not', null)
    .where('revision', '=', of.seen)
    .returning('published_as')
    .executeTakeFirst();
  if (!row) throw new ReadingMovedOn(id);
  const { undone, states, decided, document } = beforeCorrection(await findWholeLog(trx, id));
  for (const [number, state] of states) await changeCandidate(trx, id, number, { state });
  for (const [number, logged] of decided) {
    const target = await findCandidate(trx, id, number);
    await changeCandidate(trx, id, number, target ? asTarget(logged) : { decided: logged as ProposedMeasure });
  }
  if (document) await restoreDocument(trx, id, document as ProposedDocument);
  const after = { document: row.published_as, undone };
  await insertReadingStep(trx, id, { action: 'abandon', by: of.by, after });
  return undone;
}
