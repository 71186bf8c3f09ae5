import type { TargetRow, TargetsPage } from '@dabiao/contract/target';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

/** The first page fills the screen; the others are as large as the server gives. */
const FIRST = 100;
const OTHERS = 500;

const targetPagesQuery = (year: number | null) =>
  infiniteQueryOptions({
    queryKey: ['targets', 'pages', year],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = queryString({ year, limit: cursor === null ? FIRST : OTHERS, cursor });
      return request<TargetsPage>(`/targets${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** Targets as far as they have come. */
export interface LoadedTargets {
  /** Undefined before the first page. */
  rows: readonly TargetRow[] | undefined;
  /** How many there are; 0 before the first page. */
  total: number;
  /** What went wrong with the latest page asked for. */
  error: Error | null;
  retry: () => void;
}

/** Every target there is, judged at the end of `year` (null: the latest), page after page without being asked. */
export function useLoadedTargets(year: number | null): LoadedTargets {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery(targetPagesQuery(year));
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  return {
    rows,
    total: data?.pages.at(-1)?.total ?? 0,
    error,
    retry: () => void (hasNextPage ? fetchNextPage() : refetch()),
  };
}
