import type { Selectable } from 'kysely';
import { auditContext } from './audit-context.ts';
import { now, sha256 } from './key.ts';
import type { Db, Trx } from './open.ts';
import { findSetting, putSetting } from './settings.ts';
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
      // Lines written before these were recorded keep the hash they had.
      ...(line.roles === null && line.request === null ? [] : [line.roles, line.request]),
    ]),
  );

/**
 * Writes one line of the audit, chained by hash to the line before. It belongs in the transaction of the change it
 * records: where the line cannot be written, the change does not happen.
 */
export async function insertAudit(trx: Trx, entry: AuditEntry): Promise<void> {
  const asked = auditContext.getStore();
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
    roles: asked?.roles ?? null,
    request: asked?.request ?? null,
  };
  const previous = last?.hash ?? START;
  const hash = chained(line, previous);
  await trx
    .insertInto('audit')
    .values({ ...line, previous_hash: previous, hash })
    .execute();
  // Kept apart from the lines, so that cutting off the last ones shows.
  await putSetting(trx, 'audit_head', `${line.seq} ${hash}`);
}

/** What to look for; everything given must hold. Times are ISO 8601, `to` excluded. */
export interface AuditSearch {
  user?: string | undefined;
  /** An action, or the noun of several: `submission`. */
  action?: string | undefined;
  object?: string | undefined;
  outcome?: AuditLine['outcome'] | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

function matching(db: Db, search: AuditSearch) {
  const { user, action, object, outcome, from, to } = search;
  let query = db.selectFrom('audit');
  if (user !== undefined) query = query.where('user', '=', user);
  if (action?.includes('.')) query = query.where('action', '=', action);
  // The noun and a dot: what lies between `noun.` and the next sign after the dot.
  else if (action !== undefined) query = query.where('action', '>=', `${action}.`).where('action', '<', `${action}/`);
  if (object !== undefined) query = query.where('object', '=', object);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (from !== undefined) query = query.where('at', '>=', from);
  return to === undefined ? query : query.where('at', '<', to);
}

const SHOWN = ['seq', 'at', 'user', 'action', 'object', 'outcome', 'detail', 'address', 'roles', 'request'] as const;

/** Matching lines before `before` (all when absent), newest first. */
export async function findAudit(
  db: Db,
  limit: number,
  before?: number,
  search: AuditSearch = {},
): Promise<AuditLine[]> {
  let query = matching(db, search).select(SHOWN).orderBy('seq', 'desc').limit(limit);
  if (before !== undefined) query = query.where('seq', '<', before);
  return query.execute();
}

/** Lines after a number with their hashes, in order: what a program collects, and can go on from wherever it stopped. */
export async function findAuditAfter(
  db: Db,
  after: number,
  limit: number,
): Promise<(AuditLine & { previous_hash: string; hash: string })[]> {
  return db
    .selectFrom('audit')
    .select([...SHOWN, 'previous_hash', 'hash'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function countAudit(db: Db, search: AuditSearch = {}): Promise<number> {
  const { count } = await matching(db, search)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The number and hash of the last line; line 0 before there is any. */
export async function auditHead(db: Db): Promise<{ seq: number; hash: string }> {
  const last = await db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return last ?? { seq: 0, hash: START };
}

/** The hash of one line; null where there is none. */
export async function auditHashAt(db: Db, seq: number): Promise<string | null> {
  if (seq === 0) return START;
  const row = await db.selectFrom('audit').select('hash').where('seq', '=', seq).executeTakeFirst();
  return row?.hash ?? null;
}

const CHUNK = 5000;

/**
 * The number of the first line that does not fit the chain: altered, reordered, or the one after a missing one. Where
 * lines were cut off the end, the first that is missing. @returns null where all fit.
 */
export async function firstBrokenAuditLine(db: Db): Promise<number | null> {
  let previous = START;
  let seq = 0;
  for (;;) {
    const rows = await db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(CHUNK).execute();
    for (const row of rows) {
      seq += 1;
      if (row.seq !== seq || row.previous_hash !== previous || row.hash !== chained(row, previous)) return row.seq;
      previous = row.hash;
    }
    if (rows.length < CHUNK) break;
  }
  const head = await findSetting(db, 'audit_head');
  return head === null || head === `${seq} ${previous}` ? null : seq + 1;
}
