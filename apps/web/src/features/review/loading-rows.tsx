import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';

/** Rows that are loaded without being asked for: a city's year several times over. */
const AT_ONCE = 2000;

/** Loads further pages until there are enough rows to work with. */
export function useRowsAtOnce<T>(query: UseInfiniteQueryResult<InfiniteData<T>>, loaded: number): void {
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = query;
  const on = loaded > 0 && loaded < AT_ONCE && hasNextPage && !isFetchingNextPage && !error;
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
    <Button size="small" loading={query.isFetchingNextPage} onClick={load}>
      {t('review.loadMore')}
    </Button>
  );
}
