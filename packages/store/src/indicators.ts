import { type Indicator, NARRATIVE_INDICATOR } from '@dabiao/domain/indicator';
import type { Selectable } from 'kysely';
import { readList } from './lists.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

const toIndicator = (row: Selectable<Tables['indicator']>): Indicator => ({
  id: row.id,
  name: row.name,
  nameEn: row.name_en,
  unit: row.unit,
  direction: row.direction,
  measure: row.measure,
  definition: row.definition,
  aliases: readList(row.aliases),
  naturalLimit: row.natural_limit === null ? null : Number(row.natural_limit),
});

/** All indicators that something is measured by, by name; the one that narrative targets stand on is not. */
export async function findIndicators(db: Db): Promise<Indicator[]> {
  return [...(await findTargetIndicators(db)).values()].filter(({ id }) => id !== NARRATIVE_INDICATOR.id);
}

/** Every indicator that a target may have, by id, in order of their names. */
export async function findTargetIndicators(db: Db): Promise<Map<string, Indicator>> {
  const rows = await db.selectFrom('indicator').selectAll().orderBy('name').orderBy('id').execute();
  return new Map(rows.map((row) => [row.id, toIndicator(row)]));
}

export async function findIndicator(db: Db, id: string): Promise<Indicator | null> {
  const row = await db.selectFrom('indicator').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toIndicator(row) : null;
}
