import type { Selectable } from 'kysely';
import { now, sha256 } from './key.ts';
import type { Db, Trx } from './open.ts';
import type { Tables } from './tables.ts';

export interface AuditEntry {
  /** User name, null before sign-in and for the program itself. */
  user: string | null;
  /** noun.verb, e.g. submission.approve. */
  action: string;
  object?: string | null;
  outcome?: 'done' | 'refused' | 'failed';
  detail?: Record<string, unknown> | null;
  address?: string | null;
}

export type AuditLine = Omit<Selectable<Tables['audit']>, 'previous_hash' | 'hash'>;

const START = '0'.repeat(64);

const chained = (line: AuditLine, previous: string): string =>
  sha256(
    JSON.stringify([
      previous,
      line.seq,
      line.at,
      line.user,
      line.action,
      line.object,
      line.outcome,
      line.detail,
      line.address,
    ]),
  );

/**
 * Writes one line of the audit, chained by hash to the line before. It belongs in the transaction of the change it
 * records: where the line cannot be written, the change does not happen.
 */
export async function insertAudit(trx: Trx, entry: AuditEntry): Promise<void> {
  const last = await trx.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const line: AuditLine = {
    seq: (last?.seq ?? 0) + 1,
    at: now(),
    user: entry.user,
    action: entry.action,
    object: entry.object ?? null,
    outcome: entry.outcome ?? 'done',
    detail: entry.detail ? JSON.stringify(entry.detail) : null,
    address: entry.address ?? null,
  };
  const previous = last?.hash ?? START;
  await trx
    .insertInto('audit')
    .values({ ...line, previous_hash: previous, hash: chained(line, previous) })
    .execute();
}

/** Lines before `before` (all when absent), newest first. */
export async function findAudit(db: Db, limit: number, before?: number): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit')
    .select(['seq', 'at', 'user', 'action', 'object', 'outcome', 'detail', 'address'])
    .orderBy('seq', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('seq', '<', before);
  return query.execute();
}

export async function countAudit(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The number of the first line that does not fit the chain (altered, missing or reordered); null where all fit. */
export async function firstBrokenAuditLine(db: Db): Promise<number | null> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('seq').execute();
  let previous = START;
  let seq = 0;
  for (const row of rows) {
    seq += 1;
    if (row.seq !== seq || row.previous_hash !== previous || row.hash !== chained(row, previous)) return row.seq;
    previous = row.hash;
  }
  return null;
}
