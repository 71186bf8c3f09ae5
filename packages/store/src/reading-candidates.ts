import type { ProposedMeasure } from '@dabiao/domain/measure';
import type { ProposedTarget } from '@dabiao/domain/proposal';
import type { Selectable } from 'kysely';
import { inChunks } from './lists.ts';
import type { Db, Trx } from './open.ts';
import type { CandidateOrigin, CandidateSort, CandidateState } from './reading-tables.ts';
import type { Tables } from './tables.ts';

/** What is proposed of a text: a target or a policy measure, `Fields` being which. */
interface NewEntry<Fields> {
  /** Place in the text, from `start` to before `end`. */
  start: number;
  end: number;
  origin: CandidateOrigin;
  /** Numbers of the candidates it was made of. */
  cameFrom: number[];
  confidence: number;
  reasons: string[];
  proposed: Fields;
  /** Place in the same list, or number of a stored candidate, that it says again; always null for a measure. */
  restates: number | null;
}
export type NewCandidate = NewEntry<ProposedTarget>;
export type NewMeasure = NewEntry<ProposedMeasure>;

interface StoredEntry<Fields> extends NewEntry<Fields> {
  /** Its name within the reading; targets and measures are numbered together. */
  number: number;
  /** As a person decided; what was proposed until somebody edits it. */
  decided: Fields;
  state: CandidateState;
}
export type StoredCandidate = StoredEntry<ProposedTarget>;
/** A policy measure found in a text. */
export type StoredMeasure = StoredEntry<ProposedMeasure>;

async function nextNumber(trx: Trx, reading: string): Promise<number> {
  const { last } = await trx
    .selectFrom('reading_candidate')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('reading', '=', reading)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last) + 1;
}

async function insertEntries(
  trx: Trx,
  reading: string,
  sort: CandidateSort,
  candidates: readonly NewEntry<ProposedTarget | ProposedMeasure>[],
): Promise<number[]> {
  const first = await nextNumber(trx, reading);
  const rows = candidates.map((one, at) => ({
    reading,
    number: first + at,
    sort,
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

/** Adds targets, open, numbered on from what there is. @returns their numbers */
export const insertCandidates = (trx: Trx, reading: string, candidates: readonly NewCandidate[]): Promise<number[]> =>
  insertEntries(trx, reading, 'target', candidates);

/** Adds policy measures, as targets are added. */
export const insertReadMeasures = (trx: Trx, reading: string, measures: readonly NewMeasure[]): Promise<number[]> =>
  insertEntries(trx, reading, 'measure', measures);

type Row = Selectable<Tables['reading_candidate']>;

const toEntry = <Fields>(row: Row): StoredEntry<Fields> => ({
  number: row.number,
  start: row.start_at,
  end: row.end_at,
  origin: row.origin,
  cameFrom: JSON.parse(row.came_from) as number[],
  confidence: Number(row.confidence),
  reasons: JSON.parse(row.reasons) as string[],
  proposed: JSON.parse(row.proposed) as Fields,
  decided: JSON.parse(row.decided) as Fields,
  restates: row.restates,
  state: row.state,
});

async function findRows(db: Db, reading: string, sort: CandidateSort, replaced: boolean): Promise<Row[]> {
  let query = db
    .selectFrom('reading_candidate')
    .selectAll()
    .where('reading', '=', reading)
    .where('sort', '=', sort)
    .orderBy('start_at')
    .orderBy('end_at')
    .orderBy('number');
  if (!replaced) query = query.where('state', '!=', 'replaced');
  return query.execute();
}

/** Targets in the order of the text; those that were split or merged are left out unless asked for. */
export const findCandidates = async (db: Db, reading: string, replaced = false): Promise<StoredCandidate[]> =>
  (await findRows(db, reading, 'target', replaced)).map((row) => toEntry<ProposedTarget>(row));

/** Policy measures in the order of the text. */
export const findReadMeasures = async (db: Db, reading: string): Promise<StoredMeasure[]> =>
  (await findRows(db, reading, 'measure', false)).map((row) => toEntry<ProposedMeasure>(row));

const findRow = (db: Db, reading: string, number: number, sort: CandidateSort): Promise<Row | undefined> =>
  db
    .selectFrom('reading_candidate')
    .selectAll()
    .where('reading', '=', reading)
    .where('number', '=', number)
    .where('sort', '=', sort)
    .executeTakeFirst();

/** The target of this number; null where there is none, or a measure has it. */
export async function findCandidate(db: Db, reading: string, number: number): Promise<StoredCandidate | null> {
  const row = await findRow(db, reading, number, 'target');
  return row ? toEntry<ProposedTarget>(row) : null;
}

/** The measure of this number; null where there is none, or a target has it. */
export async function findReadMeasure(db: Db, reading: string, number: number): Promise<StoredMeasure | null> {
  const row = await findRow(db, reading, number, 'measure');
  return row ? toEntry<ProposedMeasure>(row) : null;
}

/** Changes what is decided of a candidate. */
export async function changeCandidate(
  trx: Trx,
  reading: string,
  number: number,
  change: { decided?: ProposedTarget | ProposedMeasure; state?: CandidateState; restates?: number | null },
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
