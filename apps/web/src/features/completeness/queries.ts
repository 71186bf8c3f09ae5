import type { Completeness, DueDateBody, DueDates } from '@dabiao/contract/completeness';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';
import type { ReportingFilter } from './reporting.ts';

/** Cells asked for at once. */
const PAGE = 500;

/** How far the figures of a year have come, page by page; the counts are of the whole year. */
export const completenessQuery = ({ year, region, state }: ReportingFilter) =>
  infiniteQueryOptions({
    queryKey: ['completeness', year, region, state],
    queryFn: ({ signal, pageParam }) =>
      request<Completeness>(`/completeness${queryString({ year, region, state, limit: PAGE, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** The due dates of a year. */
export const dueDatesQuery = (year: number) =>
  queryOptions({
    queryKey: ['due-dates', year],
    queryFn: ({ signal }) => request<DueDates>(`/completeness/due-dates${queryString({ year })}`, { signal }),
  });

/** Sets a due date or takes it away; what is overdue is asked for anew. */
export function useSetDueDate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DueDateBody) => request<DueDates>('/completeness/due-dates', { method: 'PUT', body }),
    onSuccess: async (dates) => {
      client.setQueryData(dueDatesQuery(dates.year).queryKey, dates);
      await client.invalidateQueries({ queryKey: ['completeness'] });
    },
  });
}
