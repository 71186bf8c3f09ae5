import type { Overview } from '@dabiao/contract/overview';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

/** How things stand as of a year (the latest one where null), everywhere or in a region and those below it. */
export const overviewQuery = (year: number | null, region: string | null) =>
  queryOptions({
    queryKey: ['overview', year, region],
    queryFn: ({ signal }) => request<Overview>(`/overview${queryString({ year, region })}`, { signal }),
    placeholderData: keepPreviousData,
  });
