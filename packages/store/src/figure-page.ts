import { asksForNothing, type FigureFilter, type KeptVersion, toVersion, versionQuery } from './figures.ts';
import type { Db } from './open.ts';

/** Those of the versions asked for that count: the newest of each figure, unless it withdrew the figure. */
function countingQuery(db: Db, filter: FigureFilter) {
  return versionQuery(db, filter)
    .where('figure.withdrawn', '=', 0)
    .where(({ exists, not, selectFrom }) => {
      let newer = selectFrom('figure as newer')
        .select('newer.id')
        .whereRef('newer.indicator', '=', 'figure.indicator')
        .whereRef('newer.region', '=', 'figure.region')
        .whereRef('newer.year', '=', 'figure.year')
        .whereRef('newer.version', '>', 'figure.version');
      if (filter.knownAt !== undefined) newer = newer.where('newer.recorded_at', '<=', filter.knownAt);
      return not(exists(newer));
    });
}

/**
 * `limit` figures that count, by indicator, region and year, after the one of the version `cursor`. Only these are read,
 * however many there are.
 * @returns them, the next cursor, and how many there are in all; null where the cursor names no version
 */
export async function findFigurePage(
  db: Db,
  filter: FigureFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: KeptVersion[]; next: string | null; total: number } | null> {
  const after = cursor === undefined ? null : await findKey(db, cursor);
  if (after === undefined) return null;
  if (asksForNothing(filter)) return { items: [], next: null, total: 0 };
  let query = countingQuery(db, filter);
  if (after) {
    const { indicator, region, year } = after;
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('figure.indicator', 'figure.region', 'figure.year'), '>', tuple(indicator, region, year)),
    );
  }
  const rows = await query
    .orderBy('figure.indicator')
    .orderBy('figure.region')
    .orderBy('figure.year')
    .limit(limit + 1)
    .execute();
  const { total } = await countingQuery(db, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  const items = rows.slice(0, limit).map(toVersion);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, total: Number(total) };
}

/** How many figures of each indicator count, by its id; none are read. */
export async function countFigures(db: Db): Promise<Map<string, number>> {
  const rows = await countingQuery(db, {})
    .clearSelect()
    .select(({ fn }) => ['figure.indicator', fn.countAll().as('count')])
    .groupBy('figure.indicator')
    .execute();
  return new Map(rows.map(({ indicator, count }) => [indicator, Number(count)]));
}

const findKey = (db: Db, id: string) =>
  db.selectFrom('figure').select(['indicator', 'region', 'year']).where('id', '=', id).executeTakeFirst();
