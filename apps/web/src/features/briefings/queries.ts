import type { Briefing, BriefingBody, BriefingsPage } from '@dabiao/contract/briefing';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { API, request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

/** The kept briefings, newest first, page by page. */
export const briefingsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['briefings'],
    queryFn: ({ signal, pageParam }) =>
      request<BriefingsPage>(`/briefings${queryString({ limit: 50, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** Makes a briefing; it is kept and appears in the list. */
export function useMakeBriefing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BriefingBody) => request<Briefing>('/briefings', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['briefings'] }),
  });
}

/** Where a briefing's PDF is. */
export const briefingAddress = (id: string): string => `${API}/briefings/${encodeURIComponent(id)}.pdf`;
