import type { Region } from '@dabiao/domain/region';
import { regionAndBelow } from '@dabiao/domain/region';
import { readList } from './lists.ts';
import type { Db } from './open.ts';

/** All regions, by code. */
export async function findRegions(db: Db): Promise<Region[]> {
  const rows = await db.selectFrom('region').selectAll().orderBy('code').execute();
  return rows.map((row) => ({ ...row, aliases: readList(row.aliases) }));
}

/** The codes of a region and of every region below it. */
export async function regionsWithin(db: Db, code: string): Promise<Set<string>> {
  return regionAndBelow(code, await db.selectFrom('region').select(['code', 'parent']).execute());
}
