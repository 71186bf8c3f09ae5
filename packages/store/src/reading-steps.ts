import { now } from './key.ts';
import type { Db, Trx } from './open.ts';
import type { ReadingAction } from './reading-tables.ts';

/** One line of a reading's decision log; lines are only ever added. */
export interface ReadingStep {
  action: ReadingAction;
  /** Id of a user. */
  by: string;
  candidate?: number | null;
  before?: unknown;
  after?: unknown;
}

const asText = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);

/** Writes down who did what, in the transaction of the change. */
export async function insertReadingStep(trx: Trx, reading: string, step: ReadingStep): Promise<void> {
  const { last } = await trx
    .selectFrom('reading_step')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('reading', '=', reading)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('reading_step')
    .values({
      reading,
      position: last === null ? 0 : Number(last) + 1,
      at: now(),
      by: step.by,
      action: step.action,
      candidate: step.candidate ?? null,
      before: asText(step.before),
      after: asText(step.after),
    })
    .execute();
}

export interface StoredReadingStep {
  position: number;
  at: string;
  by: string;
  action: ReadingAction;
  candidate: number | null;
  before: unknown;
  after: unknown;
}

const read = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** The log from its newest line on; `before` is the position of the last one of the page before. */
export async function findReadingSteps(
  db: Db,
  reading: string,
  { limit, before }: { limit: number; before?: number },
): Promise<StoredReadingStep[]> {
  let query = db
    .selectFrom('reading_step')
    .innerJoin('user', 'user.id', 'reading_step.by')
    .select(['position', 'at', 'display_name', 'action', 'candidate', 'before', 'after'])
    .where('reading', '=', reading)
    .orderBy('position', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('position', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({
    position: row.position,
    at: row.at,
    by: row.display_name,
    action: row.action,
    candidate: row.candidate,
    before: read(row.before),
    after: read(row.after),
  }));
}

/** The whole log, oldest line first. */
export async function findWholeLog(
  db: Db,
  reading: string,
): Promise<Pick<StoredReadingStep, 'action' | 'candidate' | 'before' | 'after'>[]> {
  const rows = await db
    .selectFrom('reading_step')
    .select(['action', 'candidate', 'before', 'after'])
    .where('reading', '=', reading)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, before: read(row.before), after: read(row.after) }));
}

export async function countReadingSteps(db: Db, reading: string): Promise<number> {
  const { n } = await db
    .selectFrom('reading_step')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('reading', '=', reading)
    .executeTakeFirstOrThrow();
  return Number(n);
}
