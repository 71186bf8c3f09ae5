import { now } from './key.ts';
import type { Db, Trx } from './open.ts';

/** Stands for every indicator, or every region, in the table. */
const ALL = '*';

/** When the figures of a year are to be handed in: for one indicator or all (null), one region or all (null). */
export interface DueDate {
  year: number;
  indicator: string | null;
  region: string | null;
  /** ISO date, the last day. */
  dueOn: string;
  setBy: string;
  setAt: string;
}

/** The due dates of a year: the one for all first, then by indicator and region. */
export async function findDueDates(db: Db, year: number): Promise<DueDate[]> {
  const rows = await db
    .selectFrom('due_date')
    .innerJoin('user', 'user.id', 'due_date.set_by')
    .selectAll('due_date')
    .select('user.display_name')
    .where('year', '=', year)
    .orderBy('indicator')
    .orderBy('region')
    .execute();
  return rows.map((row) => ({
    year: row.year,
    indicator: row.indicator === ALL ? null : row.indicator,
    region: row.region === ALL ? null : row.region,
    dueOn: row.due_on,
    setBy: row.display_name,
    setAt: row.set_at,
  }));
}

/** Sets a due date, or takes it away where `dueOn` is null. */
export async function putDueDate(
  trx: Trx,
  due: { year: number; indicator: string | null; region: string | null; dueOn: string | null; by: string },
): Promise<void> {
  const [indicator, region] = [due.indicator ?? ALL, due.region ?? ALL];
  await trx
    .deleteFrom('due_date')
    .where('year', '=', due.year)
    .where('indicator', '=', indicator)
    .where('region', '=', region)
    .execute();
  if (due.dueOn === null) return;
  await trx
    .insertInto('due_date')
    .values({ year: due.year, indicator, region, due_on: due.dueOn, set_at: now(), set_by: due.by })
    .execute();
}

/** Finds the due date of a cell: the most exact one counts, an indicator's before a region's. */
export function dueDateOf(dates: readonly DueDate[]): (indicator: string, region: string) => string | null {
  const found = new Map(dates.map((due) => [`${due.indicator ?? ALL} ${due.region ?? ALL}`, due.dueOn]));
  return (indicator, region) => {
    const keys = [`${indicator} ${region}`, `${indicator} ${ALL}`, `${ALL} ${region}`, `${ALL} ${ALL}`];
    return keys.map((key) => found.get(key)).find((due) => due !== undefined) ?? null;
  };
}
