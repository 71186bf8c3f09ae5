import type { ShapeCorrections } from '@dabiao/domain/corrections';
import { newKey, now } from './key.ts';
import type { Db, Trx } from './open.ts';

/** The office of users who may hand in for every region. */
const EVERYWHERE = '*';

const officeOf = (region: string | null): string => region ?? EVERYWHERE;

/** How sheets of one shape are read in an office, as somebody there once said. */
export interface RememberedLayout {
  corrections: ShapeCorrections;
  by: string;
  at: string;
}

/**
 * What the office of a region remembers, one entry a shape, the newest first; what was forgotten is left out.
 * @param region the region its users hand in for; null for all regions
 */
export async function findLayouts(db: Db, region: string | null): Promise<RememberedLayout[]> {
  const rows = await db
    .selectFrom('layout_correction')
    .innerJoin('user', 'user.id', 'layout_correction.by')
    .select(['layout_correction.shape', 'layout_correction.corrections', 'layout_correction.at', 'user.display_name'])
    .where('office', '=', officeOf(region))
    .orderBy('layout_correction.id', 'desc')
    .execute();
  const seen = new Set<string>();
  return rows.flatMap(({ shape, corrections, at, display_name }) => {
    if (seen.has(shape)) return [];
    seen.add(shape);
    if (corrections === null) return [];
    return [{ corrections: JSON.parse(corrections) as ShapeCorrections, by: display_name, at }];
  });
}

/** Remembers how sheets of a shape are to be read from now on; `null` forgets it. Earlier entries stay readable. */
export async function rememberLayout(
  trx: Trx,
  layout: { region: string | null; shape: string; corrections: ShapeCorrections | null; by: string },
): Promise<void> {
  await trx
    .insertInto('layout_correction')
    .values({
      id: newKey(),
      office: officeOf(layout.region),
      shape: layout.shape,
      corrections: layout.corrections === null ? null : JSON.stringify(layout.corrections),
      at: now(),
      by: layout.by,
    })
    .execute();
}
