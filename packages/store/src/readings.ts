import { type Label, labelAt, levelOf } from '@dabiao/domain/label';
import type { ProposedDocument } from '@dabiao/domain/proposal';
import type { Selectable } from 'kysely';
import { newKey, now } from './key.ts';
import type { Db, Trx } from './open.ts';
import { insertCandidates, insertReadMeasures, type NewCandidate, type NewMeasure } from './reading-candidates.ts';
import { insertReadingStep } from './reading-steps.ts';
import type { ReadingState } from './reading-tables.ts';
import type { Tables } from './tables.ts';

/**
 * What stands beside the targets in a text: a quantity that is no target, and why; in readings from before measures were
 * candidates, a favour it grants.
 */
export interface BesideTarget {
  kind: 'measure' | 'left_out';
  start: number;
  end: number;
  /** Why it is no target; empty for a favour. */
  reason: string;
}

export interface StoredReading {
  id: string;
  fileName: string;
  fileHash: string;
  text: string;
  document: ProposedDocument;
  outline: string[][];
  beside: BesideTarget[];
  state: ReadingState;
  /** Counts up with every change. */
  revision: number;
  /** Id of the document it became. */
  publishedAs: string | null;
  createdAt: string;
  createdBy: string;
  createdByName: string;
  /** Who may see it; the document it becomes gets this label. */
  label: Label;
  /** The region whose people work on it: the document's, where the catalogue has it, else its maker's; null for none. */
  region: string | null;
}

/** Whose readings somebody sees: their own, and those of some regions. */
export interface ReadingReach {
  user: string;
  regions: ReadonlySet<string>;
}

export interface NewReading {
  fileName: string;
  fileHash: string;
  text: string;
  document: ProposedDocument;
  outline: string[][];
  beside: BesideTarget[];
  candidates: readonly NewCandidate[];
  /** Policy measures; absent: none. */
  measures?: readonly NewMeasure[];
  /** Id of a user. */
  createdBy: string;
  /** Absent: 公开. */
  label?: Label;
}

/** Stores a reading with its candidates, all open. @returns its id */
export async function insertReading(trx: Trx, reading: NewReading): Promise<string> {
  const id = newKey();
  await trx
    .insertInto('reading')
    .values({
      id,
      file_name: reading.fileName,
      file_hash: reading.fileHash,
      text: reading.text,
      document: JSON.stringify(reading.document),
      outline: JSON.stringify(reading.outline),
      beside: JSON.stringify(reading.beside),
      state: 'open',
      revision: 0,
      published_as: null,
      created_at: now(),
      created_by: reading.createdBy,
      decided_at: null,
      decided_by: null,
      label: levelOf(reading.label ?? 'public'),
      region: reading.document.region || null,
    })
    .execute();
  const { candidates, measures = [] } = reading;
  await insertCandidates(trx, id, candidates);
  await insertReadMeasures(trx, id, measures);
  const after = { candidates: candidates.length, measures: measures.length };
  await insertReadingStep(trx, id, { action: 'add', by: reading.createdBy, after });
  return id;
}

type Row = Selectable<Tables['reading']> & { display_name: string; of_region: string | null };

const toReading = (row: Row): StoredReading => ({
  id: row.id,
  fileName: row.file_name,
  fileHash: row.file_hash,
  text: row.text,
  document: JSON.parse(row.document) as ProposedDocument,
  outline: JSON.parse(row.outline) as string[][],
  beside: JSON.parse(row.beside) as BesideTarget[],
  state: row.state,
  revision: row.revision,
  publishedAs: row.published_as,
  createdAt: row.created_at,
  createdBy: row.created_by,
  createdByName: row.display_name,
  label: labelAt(row.label),
  region: row.of_region,
});

/** Readings with their makers and the regions they are of; of those somebody's rights reach, where that is given. */
function from(db: Db, reach?: ReadingReach) {
  const query = db
    .selectFrom('reading')
    .innerJoin('user', 'user.id', 'reading.created_by')
    .leftJoin('region', 'region.code', 'reading.region');
  if (reach === undefined) return query;
  return query.where(({ eb, fn, or }) =>
    or([
      eb('reading.created_by', '=', reach.user),
      eb(fn.coalesce('region.code', 'user.region'), 'in', [...reach.regions]),
    ]),
  );
}

const whole = (db: Db) =>
  from(db)
    .selectAll('reading')
    .select(({ fn }) => ['user.display_name', fn.coalesce('region.code', 'user.region').as('of_region')]);

export async function findReading(db: Db, id: string): Promise<StoredReading | null> {
  const row = await whole(db).where('reading.id', '=', id).executeTakeFirst();
  return row ? toReading(row) : null;
}

/** The open reading of the same bytes with a label in between, among those that are reached; null where there is none. */
export async function findOpenReading(
  db: Db,
  fileHash: string,
  labels: { from: Label; to: Label },
  reach?: ReadingReach,
): Promise<string | null> {
  const row = await from(db, reach)
    .select('reading.id')
    .where('file_hash', '=', fileHash)
    .where('state', '=', 'open')
    .where('label', '>=', levelOf(labels.from))
    .where('label', '<=', levelOf(labels.to))
    .orderBy('reading.id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface ReadingSummary {
  id: string;
  fileName: string;
  title: string;
  state: ReadingState;
  publishedAs: string | null;
  createdAt: string;
  createdByName: string;
  label: Label;
  counts: { open: number; accepted: number; rejected: number };
}

/** Readings from the newest on, without their texts; `before` is the id of the last one of the page before. */
export async function findReadings(
  db: Db,
  { limit, before, state, reach }: { limit: number; before?: string; state?: ReadingState; reach?: ReadingReach },
): Promise<ReadingSummary[]> {
  let query = from(db, reach)
    .select(['reading.id', 'file_name', 'document', 'state', 'published_as', 'reading.created_at', 'display_name'])
    .select('label')
    .orderBy('reading.id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('reading.id', '<', before);
  if (state !== undefined) query = query.where('state', '=', state);
  const rows = await query.execute();
  const counts = await countsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    title: (JSON.parse(row.document) as ProposedDocument).title,
    state: row.state,
    publishedAs: row.published_as,
    createdAt: row.created_at,
    createdByName: row.display_name,
    label: labelAt(row.label),
    counts: counts.get(row.id) ?? { open: 0, accepted: 0, rejected: 0 },
  }));
}

async function countsOf(db: Db, ids: readonly string[]): Promise<Map<string, ReadingSummary['counts']>> {
  const found = new Map<string, ReadingSummary['counts']>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('reading_candidate')
    .select(({ fn }) => ['reading', 'state', fn.countAll().as('n')])
    .where('reading', 'in', ids)
    .groupBy(['reading', 'state'])
    .execute();
  for (const { reading, state, n } of rows) {
    const counts = found.get(reading) ?? { open: 0, accepted: 0, rejected: 0 };
    if (state !== 'replaced') counts[state] = Number(n);
    found.set(reading, counts);
  }
  return found;
}

export async function countReadings(db: Db, state?: ReadingState, reach?: ReadingReach): Promise<number> {
  let query = from(db, reach).select(({ fn }) => fn.countAll().as('n'));
  if (state !== undefined) query = query.where('state', '=', state);
  return Number((await query.executeTakeFirstOrThrow()).n);
}

/** Thrown where a reading is no longer open, or not as it was looked at; nothing is stored then. */
export class ReadingMovedOn extends Error {}

/**
 * Counts the reading's revision up.
 * @param seen the revision that was looked at; absent where any will do
 * @throws ReadingMovedOn
 */
export async function touchReading(trx: Trx, id: string, seen?: number): Promise<number> {
  let update = trx
    .updateTable('reading')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open');
  if (seen !== undefined) update = update.where('revision', '=', seen);
  const row = await update.returning('revision').executeTakeFirst();
  if (!row) throw new ReadingMovedOn(id);
  return row.revision;
}

/** Keeps what a person says of the document. @throws ReadingMovedOn */
export async function changeDocument(trx: Trx, id: string, document: ProposedDocument, by: string): Promise<void> {
  await touchReading(trx, id);
  const { document: before } = await trx
    .selectFrom('reading')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('reading')
    .set({ document: JSON.stringify(document), region: document.region || null })
    .where('id', '=', id)
    .execute();
  await insertReadingStep(trx, id, { action: 'document', by, before: JSON.parse(before), after: document });
}

/** Ends a reading. @throws ReadingMovedOn */
export async function endReading(
  trx: Trx,
  id: string,
  end: { state: 'published' | 'dropped'; by: string; publishedAs: string | null; seen?: number },
): Promise<void> {
  await touchReading(trx, id, end.seen);
  await trx
    .updateTable('reading')
    .set({ state: end.state, published_as: end.publishedAs, decided_at: now(), decided_by: end.by })
    .where('id', '=', id)
    .execute();
  const after = end.publishedAs === null ? null : { document: end.publishedAs };
  await insertReadingStep(trx, id, { action: end.state === 'published' ? 'publish' : 'drop', by: end.by, after });
}

/**
 * Opens a published reading again, so that what it became can be corrected; the document stays as it is until the
 * reading is published anew.
 * @throws ReadingMovedOn where it is not published, or the document is no longer there
 */
export async function correctReading(trx: Trx, id: string, { by, reason }: { by: string; reason: string }) {
  const row = await trx
    .updateTable('reading')
    .set((eb) => ({ state: 'open' as const, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'published')
    .where('published_as', 'is not', null)
    .returning('published_as')
    .executeTakeFirst();
  if (!row) throw new ReadingMovedOn(id);
  await insertReadingStep(trx, id, {
    action: 'correct',
    by,
    before: { document: row.published_as },
    after: { reason },
  });
}
