import type { Selectable } from 'kysely';
import { breather } from './breathe.ts';
import { figureKey, type LatestVersion, latestVersions } from './figures.ts';
import type { Db } from './open.ts';
import { type StoredFigure, toStoredFigure } from './submissions.ts';
import type { Tables } from './tables.ts';

export type StagedRow = Selectable<Tables['submission_figure']>;

/** A staged row with the newest published version of its figure; null where there is none. */
export interface ComparedRow {
  row: StagedRow;
  latest: LatestVersion | null;
}

/** Rows that are read at once. */
const PAGE = 2000;

async function distinct(db: Db, id: string, column: 'indicator' | 'region'): Promise<string[]> {
  const rows = await db
    .selectFrom('submission_figure')
    .select(column)
    .distinct()
    .where('submission', '=', id)
    .execute();
  return (rows as { indicator?: string; region?: string }[]).map((row) => row[column] ?? '');
}

/** Codes of the regions that the figures of a submission are of. */
export const regionsOfSubmission = (db: Db, id: string): Promise<string[]> => distinct(db, id, 'region');

/**
 * The rows of a submission in the order of the file, each with the version that is published now: page by page, giving
 * way to other requests in between.
 */
export async function* compareRows(db: Db, id: string): AsyncGenerator<ComparedRow[]> {
  const latest = await latestVersions(db, await distinct(db, id, 'indicator'), await distinct(db, id, 'region'));
  const breathe = breather();
  for (let from = 0; ; from += PAGE) {
    const rows = await db
      .selectFrom('submission_figure')
      .selectAll()
      .where('submission', '=', id)
      .where('position', '>=', from)
      .orderBy('position')
      .limit(PAGE)
      .execute();
    if (rows.length > 0) yield rows.map((row) => ({ row, latest: latest.get(figureKey(row)) ?? null }));
    if (rows.length < PAGE) return;
    await breathe();
  }
}

/**
 * Whether somebody has published another version since the row was read. Versions count up, and a reader may not see
 * the newest one.
 */
export const hasMovedOn = ({ row, latest }: ComparedRow): boolean => (latest?.version ?? 0) > row.earlier_version;

/** Whether publishing the row would add nothing. A handed-in figure has no caveats, a corrected one keeps them. */
export function isUnchanged({ row, latest }: ComparedRow, keepsCaveats: boolean): boolean {
  if (!latest) return row.withdrawn === 1;
  if (latest.withdrawn === 1 || row.withdrawn === 1) return latest.withdrawn === row.withdrawn;
  const same = latest.value === row.value && latest.status === row.status;
  return same && (keepsCaveats || latest.caveats === '[]');
}

/** Figures whose published version is no longer the one that was compared; at most `limit`. */
export async function figuresMovedOn(db: Db, id: string, limit = 10): Promise<StoredFigure[]> {
  const late: StoredFigure[] = [];
  for await (const page of compareRows(db, id)) {
    for (const compared of page) if (hasMovedOn(compared)) late.push(toStoredFigure(compared.row));
    if (late.length >= limit) break;
  }
  return late.slice(0, limit);
}

/** Whether publishing a submission would add no version at all. */
export async function addsNothing(db: Db, id: string): Promise<boolean> {
  for await (const page of compareRows(db, id)) {
    if (page.some((compared) => !isUnchanged(compared, false))) return false;
  }
  return true;
}
