import type {
  ApproveBody,
  Progress,
  ReasonBody,
  Submission,
  SubmissionsPage,
  SubmittedFiguresPage,
} from '@dabiao/contract/submission';
import type { SubmissionEffects } from '@dabiao/contract/submission-effects';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { RequestProblem } from '../../ui/problem.ts';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';
import type { Asked } from './list-filter.ts';

const at = (id: string, rest = '') => `/submissions/${encodeURIComponent(id)}${rest}`;

/** Submissions in one stage, newest first, page by page. */
export const reviewListQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['review', 'list', asked.state, asked.released],
    queryFn: ({ signal, pageParam }) =>
      request<SubmissionsPage>(`/submissions${queryString({ ...asked, limit: 100, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** Everything about a submission but its figures. */
export const reviewedQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', 'submission', id],
    queryFn: ({ signal }) => request<Submission>(at(id, '?rows=0'), { signal }),
  });

/** What releasing it would do, figure by figure and target by target. Never taken from the cache: others work too. */
export const effectsQuery = (id: string, revision: number) =>
  infiniteQueryOptions({
    queryKey: ['review', 'effects', id, revision],
    queryFn: ({ signal, pageParam }) =>
      request<SubmissionEffects>(at(id, `/effects${queryString({ limit: 500, cursor: pageParam })}`), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.figures.next,
    staleTime: 0,
    // Every page would be worked out again.
    refetchOnWindowFocus: false,
  });

/** Its figures with what was published when they were read. */
export const figuresQuery = (id: string, revision: number) =>
  infiniteQueryOptions({
    queryKey: ['review', 'figures', id, revision],
    queryFn: ({ signal, pageParam }) =>
      request<SubmittedFiguresPage>(at(id, `/figures${queryString({ limit: 500, cursor: pageParam })}`), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** How far a running publication is; asked for once a second while `running`, without keeping the session alive. */
export const progressQuery = (id: string, running: boolean) =>
  queryOptions({
    queryKey: ['review', 'progress', id],
    queryFn: ({ signal }) =>
      request<Progress>(`/submissions/progress/${encodeURIComponent(id)}`, { signal, headers: { 'x-passive': '1' } }),
    enabled: running,
    refetchInterval: 1000,
    gcTime: 0,
    retry: false,
  });

/** A reviewer's step. */
export type Move =
  | { verb: 'approve'; body: ApproveBody }
  | { verb: 'return'; body: ReasonBody }
  | { verb: 'withdraw'; body: ReasonBody };

/** Whether somebody else was quicker, so that what is shown is no longer so. */
export const isOvertaken = (error: unknown): boolean => error instanceof RequestProblem && error.status === 409;

/**
 * Takes a step. What is published changes verdicts everywhere, so every answer is asked for anew; after a refusal
 * because somebody was quicker, too.
 */
export function useReviewMove(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: Move) => request<Submission>(at(id, `/${verb}?rows=0`), { method: 'POST', body }),
    onSuccess: (submission) => {
      client.setQueryData(reviewedQuery(id).queryKey, submission);
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey.join() !== reviewedQuery(id).queryKey.join(),
      });
    },
    onError: async (error) => {
      if (isOvertaken(error)) await client.invalidateQueries({ queryKey: ['review'] });
    },
  });
}
