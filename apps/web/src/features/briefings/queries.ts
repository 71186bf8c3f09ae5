import type {
  Briefing,
  BriefingBatchBody,
  BriefingBody,
  BriefingChoices,
  BriefingJob,
  BriefingJobs,
  BriefingPreview,
  BriefingsPage,
} from '@dabiao/contract/briefing';
import type { SubmissionsPage } from '@dabiao/contract/submission';
import type { TargetsPage } from '@dabiao/contract/target';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { API, request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

/** Which kept briefings are asked for. */
export interface BriefingFilter {
  scope: string | null;
  year: string | null;
  by: string | null;
  q: string | null;
}

/** The kept briefings, newest first, page by page. */
export const briefingsQuery = (filter: BriefingFilter) =>
  infiniteQueryOptions({
    queryKey: ['briefings', filter],
    queryFn: ({ signal, pageParam }) =>
      request<BriefingsPage>(`/briefings${queryString({ ...filter, limit: 50, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** What a briefing can be of. */
export const choicesQuery = () =>
  queryOptions({
    queryKey: ['briefing-choices'],
    queryFn: ({ signal }) => request<BriefingChoices>('/briefings/choices', { signal }),
  });

/** Targets to pick from, as of a year. */
export const pickableQuery = (year: number) =>
  queryOptions({
    queryKey: ['briefing-targets', year],
    queryFn: ({ signal }) => request<TargetsPage>(`/targets${queryString({ year, limit: 500 })}`, { signal }),
  });

/** Submissions the user may see whose figures are not released. */
export const unreleasedQuery = () =>
  queryOptions({
    queryKey: ['briefing-submissions'],
    queryFn: ({ signal }) => request<SubmissionsPage>('/submissions?limit=100', { signal }),
    select: ({ items }) =>
      items.filter(({ state, releasedAt }) => state === 'submitted' || (state === 'approved' && releasedAt === null)),
  });

/** How a briefing would look. */
export const previewQuery = (body: BriefingBody | null) =>
  queryOptions({
    queryKey: ['briefing-preview', body],
    queryFn: ({ signal }) => request<BriefingPreview>('/briefings/previews', { method: 'POST', body, signal }),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    retry: false,
  });

/** How often a page that waits looks again, in milliseconds. */
const LOOK_AGAIN = 700;

/** What the user asked for in the last minutes and how far it is. */
export const jobsQuery = () =>
  queryOptions({
    queryKey: ['briefing-jobs'],
    queryFn: ({ signal }) => request<BriefingJobs>('/briefings/jobs', { signal, headers: { 'x-passive': '1' } }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((job) => job.state === 'waiting' || job.state === 'making') ? LOOK_AGAIN : false,
  });

/** Makes a briefing and waits for it; it is kept and appears in the list. */
export function useMakeBriefing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BriefingBody) => request<Briefing>('/briefings', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['briefings'] }),
  });
}

/** Asks for a briefing, or for a batch, and does not wait: the list of what is being made shows it. */
export function useAskForBriefing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: { one: BriefingBody } | { batch: BriefingBatchBody }) =>
      'one' in asked
        ? request<BriefingJob>('/briefings', {
            method: 'POST',
            body: asked.one,
            headers: { prefer: 'respond-async' },
          })
        : request<BriefingJob>('/briefings/batches', { method: 'POST', body: asked.batch }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['briefing-jobs'] }),
  });
}

/** Where a briefing's file is. */
export const briefingAddress = (id: string, ending: 'pdf' | 'docx' | 'xlsx' = 'pdf'): string =>
  `${API}/briefings/${encodeURIComponent(id)}.${ending}`;

/** Where the archive of a batch is. */
export const batchAddress = (id: string): string => `${API}/briefings/batches/${encodeURIComponent(id)}.zip`;
