import type { GridBody } from '@dabiao/contract/grid-rows';
import type {
  Progress,
  Submission,
  SubmissionSheets,
  SubmissionsPage,
  SubmitBody,
  SubmittedFiguresPage,
} from '@dabiao/contract/submission';
import type { Corrections } from '@dabiao/domain/corrections';
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { RequestProblem } from '../../ui/problem.ts';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';
import { remember } from './tab-memory.ts';
import { type Attempt, sendAttempt } from './upload.ts';

/** The submissions this user may see, newest first, page by page. */
export const submissionsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['submissions'],
    queryFn: ({ signal, pageParam }) =>
      request<SubmissionsPage>(`/submissions${queryString({ limit: 20, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** Submissions in one state, the newest ten. */
export const submissionsInQuery = (state: Submission['state']) =>
  queryOptions({
    queryKey: ['submissions', state],
    queryFn: ({ signal }) => request<SubmissionsPage>(`/submissions${queryString({ state, limit: 10 })}`, { signal }),
  });

const pathOf = (id: string, rest = ''): string => `/submissions/${encodeURIComponent(id)}${rest}`;

/** One submission with its problems; its figures are asked for page by page. */
export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => request<Submission>(pathOf(id, '?rows=0'), { signal }),
  });

/** The figures of a submission, page by page. */
export const submittedFiguresQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['submission', id, 'figures'],
    queryFn: ({ signal, pageParam }) =>
      request<SubmittedFiguresPage>(pathOf(id, `/figures${queryString({ limit: 100, cursor: pageParam })}`), {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** The sheets of a file with what was understood of them. */
export const sheetsQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id, 'sheets'],
    queryFn: ({ signal }) => request<SubmissionSheets>(pathOf(id, '/sheets'), { signal }),
  });

/** The rows that were typed in, as they were sent. */
export const typedRowsQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id, 'rows'],
    queryFn: ({ signal }) => request<GridBody>(pathOf(id, '/file'), { signal }),
  });

/** How far a run is, asked once a second while it goes on; null before it began and long after. */
export const progressQuery = (key: string) =>
  queryOptions({
    queryKey: ['progress', key],
    queryFn: async ({ signal }) => {
      const path = `/submissions/progress/${encodeURIComponent(key)}`;
      try {
        return await request<Progress>(path, { headers: { 'X-Passive': '1' }, signal });
      } catch (error) {
        if (error instanceof RequestProblem && error.status === 404) return null;
        throw error;
      }
    },
    // Also after an end: it may be that of the run before.
    refetchInterval: 1000,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });

/** What is sent and not yet answered, kept over a reload. */
export const RUNNING = 'running';

/** Hands in a file or rows; nothing is published by it. */
export function useHandIn(onSent: (share: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (attempt: Attempt) => {
      remember(RUNNING, { key: attempt.key, name: attempt.name });
      return sendAttempt(attempt, onSent);
    },
    // Where no answer came the server may have it all the same: after a reload it is looked for.
    onError: (error) => worthAsking(error) || remember(RUNNING, null),
    onSuccess: (submission) => {
      remember(RUNNING, null);
      return showAnew(client, submission);
    },
  });
}

const worthAsking = (error: unknown): boolean => error instanceof RequestProblem && error.status === 0;

/** Shows a submission as the server just answered it; its sheets, rows and the lists are asked for anew. */
async function showAnew(client: QueryClient, submission: Submission): Promise<void> {
  const { queryKey } = submissionQuery(submission.id);
  client.setQueryData(queryKey, submission);
  await Promise.all([
    client.invalidateQueries({ queryKey: ['submissions'] }),
    client.invalidateQueries({
      predicate: (query) => query.queryKey[1] === submission.id && query.queryKey.length > 2,
    }),
  ]);
}

/** What can be done with a submission. */
export type Move = { verb: 'submit' | 'withdraw' | 'approve' | 'return'; body: SubmitBody };

/** Moves a submission on; what was published changes verdicts everywhere, so every answer is asked for anew. */
export function useMoveSubmission(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: Move) => request<Submission>(pathOf(id, `/${verb}?rows=0`), { method: 'POST', body }),
    onSuccess: async (submission) => {
      client.setQueryData(submissionQuery(id).queryKey, submission);
      await client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'submission',
      });
    },
  });
}

/** Has a file read again in another way. */
export function useCorrect(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Corrections) => request<Submission>(pathOf(id, '/corrections?rows=0'), { method: 'POST', body }),
    onSuccess: (submission) => showAnew(client, submission),
  });
}

/** Reads and checks again, against what is published and catalogued now. */
export function useRecheck(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<Submission>(pathOf(id, '/recheck?rows=0'), { method: 'POST', body: {} }),
    onSuccess: (submission) => showAnew(client, submission),
  });
}
