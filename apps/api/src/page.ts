import { Problem } from './problem.ts';

/**
 * One page of a list that is held whole: `limit` items after the one the cursor names.
 * @throws Problem cursor_invalid where the named item is not in the list.
 */
export function pageOf<T extends { id: string }>(
  items: readonly T[],
  query: { limit?: number; cursor?: string },
): { items: T[]; next: string | null; total: number } {
  const limit = query.limit ?? 100;
  const after = query.cursor === undefined ? -1 : items.findIndex(({ id }) => id === query.cursor);
  if (query.cursor !== undefined && after < 0) throw new Problem('cursor_invalid');
  const page = items.slice(after + 1, after + 1 + limit);
  const more = after + 1 + limit < items.length;
  return { items: page, next: more ? (page.at(-1)?.id ?? null) : null, total: items.length };
}

/** The next cursor of a list that the store pages by key: the last item's, where the page is full. */
export const nextKey = <T>(items: readonly T[], limit: number, key: (item: T) => string): string | null => {
  const last = items.at(-1);
  return items.length === limit && last !== undefined ? key(last) : null;
};
