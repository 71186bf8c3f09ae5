import { newKey, now } from './key.ts';
import { readList } from './lists.ts';
import type { Db, Trx } from './open.ts';

/** Many failed sign-ins, or refused requests, within a minute. */
export interface Alarm {
  id: string;
  kind: 'sign-ins' | 'refusals';
  at: string;
  firstAt: string;
  count: number;
  addresses: string[];
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  note: string | null;
}

/** @returns its id */
export async function insertAlarm(
  trx: Trx,
  { kind, firstAt, count, addresses }: Pick<Alarm, 'kind' | 'firstAt' | 'count' | 'addresses'>,
): Promise<string> {
  const id = newKey();
  await trx
    .insertInto('alarm')
    .values({
      id,
      kind,
      at: now(),
      first_at: firstAt,
      count,
      addresses: JSON.stringify(addresses),
      acknowledged_at: null,
      acknowledged_by: null,
      note: null,
    })
    .execute();
  return id;
}

/** The newest alarms, those nobody has seen yet first. */
export async function findAlarms(db: Db, limit: number): Promise<{ items: Alarm[]; total: number }> {
  const rows = await db
    .selectFrom('alarm')
    .selectAll()
    .orderBy(({ eb }) => eb.case().when('acknowledged_at', 'is', null).then(0).else(1).end())
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const { total } = await db
    .selectFrom('alarm')
    .select(({ fn }) => fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  const items = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    at: row.at,
    firstAt: row.first_at,
    count: row.count,
    addresses: readList(row.addresses),
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: row.acknowledged_by,
    note: row.note,
  }));
  return { items, total: Number(total) };
}

/** Notes that somebody has seen an alarm. @returns false where there is none, or somebody was faster */
export async function acknowledgeAlarm(trx: Trx, id: string, by: string, note: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('alarm')
    .set({ acknowledged_at: now(), acknowledged_by: by, note })
    .where('id', '=', id)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}
