import type { ProposedTarget } from '@dabiao/domain/proposal';
import type { Selectable } from 'kysely';
import { inChunks } from './lists.ts';
import type { Db, Trx } from './open.ts';
import type { CandidateOrigin, CandidateState } from './reading-tables.ts';
import type { Tables } from './tables.ts';

export interface NewCandidate {
  /** Place in the text, from `start` to before `end`. */
  start: number;
  end: number;
  origin: CandidateOrigin;
  /** Numbers of the candidates it was made of. */
  cameFrom: number[];
  confidence: number;
  reasons: string[];
  proposed: ProposedTarget;
  /** Place in the same list, or number of a stored candidate, that it says again. */
  restates: number | null;
}

export interface StoredCandidate extends NewCandidate {
  /** Its name within the reading. */
  number: number;
  /** As a person decided; what was proposed until somebody edits it. */
  decided: ProposedTarget;
  state: CandidateState;
}

async function nextNumber(trx: Trx, reading: string): Promise<number> {
  const { last } = await trx
    .selectFrom('reading_candidate')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('reading', '=', reading)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last) + 1;
}

/** Adds candidates, open, numbered on from those there are. @returns their numbers */
export async function insertCandidates(
  trx: Trx,
  reading: string,
  candidates: readonly NewCandidate[],
): Promise<number[]> {
  const first = await nextNumber(trx, reading);
  const rows = candidates.map((one, at) => ({
    reading,
    number: first + at,
    start_at: one.start,
    end_at: one.end,
    origin: one.origin,
    came_from: JSON.stringify(one.cameFrom),
    confidence: String(one.confidence),
    reasons: JSON.stringify(one.reasons),
    proposed: JSON.stringify(one.proposed),
    decided: JSON.stringify(one.proposed),
    restates: one.restates,
    state: 'open' as const,
  }));
  for (const chunk of inChunks(rows, 100)) await trx.insertInto('reading_candidate').values(chunk).execute();
  return rows.map(({ number }) => number);
}

const toCandidate = (row: Selectable<Tables['reading_candidate']>): StoredCandidate => ({
  number: row.number,
  start: row.start_at,
  end: row.end_at,
  origin: row.origin,
  cameFrom: JSON.parse(row.came_from) as number[],
  confidence: Number(row.confidence),
  reasons: JSON.parse(row.reasons) as string[],
  proposed: JSON.parse(row.proposed) as ProposedTarget,
  decided: JSON.parse(row.decided) as ProposedTarget,
  restates: row.restates,
  state: row.state,
});

/** Candidates in the order of the text; those that were split or merged are left out unless asked for. */
export async function findCandidates(db: Db, reading: string, replaced = false): Promise<StoredCandidate[]> {
  let query = db
    .selectFrom('reading_candidate')
    .selectAll()
    .where('reading', '=', reading)
    .orderBy('start_at')
    .orderBy('end_at')
    .orderBy('number');
  if (!replaced) query = query.where('state', '!=', 'replaced');
  return (await query.execute()).map(toCandidate);
}

export async function findCandidate(db: Db, reading: string, number: number): Promise<StoredCandidate | null> {
  const row = await db
    .selectFrom('reading_candidate')
    .selectAll()
    .where('reading', '=', reading)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? toCandidate(row) : null;
}

/** Changes what is decided of a candidate. */
export async function changeCandidate(
  trx: Trx,
  reading: string,
  number: number,
  change: { decided?: ProposedTarget; state?: CandidateState; restates?: number | null },
): Promise<void> {
  const { decided, state, restates } = change;
  await trx
    .updateTable('reading_candidate')
    .set({
      ...(decided === undefined ? {} : { decided: JSON.stringify(decided) }),
      ...(state === undefined ? {} : { state }),
      ...(restates === undefined ? {} : { restates }),
    })
    .where('reading', '=', reading)
    .where('number', '=', number)
    .execute();
}
