import type { Submission, SubmissionsPage, SubmitBody } from '@dabiao/contract/submission';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';
import { type UploadAttempt, uploadFile } from './upload.ts';

/** The submissions this user may see, newest first, page by page. */
export const submissionsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['submissions'],
    queryFn: ({ signal, pageParam }) =>
      request<SubmissionsPage>(`/submissions${queryString({ limit: 20, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** One submission with its rows and problems. */
export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => request<Submission>(`/submissions/${encodeURIComponent(id)}`, { signal }),
  });

/** Hands in a file; nothing is published by it. */
export function useUpload(onProgress: (share: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (attempt: UploadAttempt) => uploadFile(attempt, onProgress),
    onSuccess: async (submission) => {
      client.setQueryData(submissionQuery(submission.id).queryKey, submission);
      await client.invalidateQueries({ queryKey: ['submissions'] });
    },
  });
}

/** What can be done with a submission. */
export type Move = { verb: 'submit' | 'withdraw' | 'approve' | 'return'; body: SubmitBody };

/** Moves a submission on; what was published changes verdicts everywhere, so every answer is asked for anew. */
export function useMoveSubmission(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: Move) =>
      request<Submission>(`/submissions/${encodeURIComponent(id)}/${verb}`, { method: 'POST', body }),
    onSuccess: async (submission) => {
      client.setQueryData(submissionQuery(id).queryKey, submission);
      await client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'submission',
      });
    },
  });
}
