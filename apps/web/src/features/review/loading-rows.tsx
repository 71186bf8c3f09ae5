import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';

/** Rows that are loaded without being asked for: a city's year several times over. */
const AT_ONCE = 2000;
/** Rows that are loaded in search of those asked for. */
const IN_SEARCH = 10_000;

/**
 * Loads further pages until there are enough rows to work with; in search of some, more of them.
 * @param searching the rows asked for are not all here yet
 */
export function useRowsAtOnce<T>(
  query: UseInfiniteQueryResult<InfiniteData<T>>,
  loaded: number,
  searching: boolean,
): void {
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = query;
  const enough = loaded >= (searching ? IN_SEARCH : AT_ONCE);
  const on = loaded > 0 && !enough && hasNextPage && !isFetchingNextPage && !error;
  useEffect(() => {
    if (on) void fetchNextPage();
  }, [on, fetchNextPage]);
}

/** Loads the next page of rows; says why where it could not be had. */
export function MoreRows<T>({ query }: { query: UseInfiniteQueryResult<InfiniteData<T>> }) {
  const { t } = useTranslation();
  const load = () => void query.fetchNextPage();
  if (query.error) return <ProblemMessage error={query.error} onRetry={load} />;
  if (!query.hasNextPage) return null;
  return (
    <button type="button" className="button" disabled={query.isFetchingNextPage} onClick={load}>
      {t(query.isFetchingNextPage ? 'state.pending' : 'review.loadMore')}
    </button>
  );
}
