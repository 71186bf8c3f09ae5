import type { Db } from './open.ts';

/** The newest release of handed-in figures: when, and of what. */
export interface Release {
  /** UTC, ISO 8601. */
  at: string;
  of: { indicator: string; region: string }[];
}

/** The last time figures that somebody handed in became public; null where that has never been. */
export async function findLastRelease(db: Db): Promise<Release | null> {
  const { at } = await db
    .selectFrom('figure')
    .select(({ fn }) => fn.max('recorded_at').as('at'))
    .where('submission', 'is not', null)
    .executeTakeFirstOrThrow();
  if (at === null) return null;
  const of = await db
    .selectFrom('figure')
    .select(['indicator', 'region'])
    .distinct()
    .where('recorded_at', '=', at)
    .where('submission', 'is not', null)
    .execute();
  return { at, of };
}
