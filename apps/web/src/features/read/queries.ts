import type {
  PublishedReading,
  Reading,
  ReadingChange,
  ReadingCheck,
  ReadingStepsPage,
  ReadingsPage,
} from '@dabiao/contract/reading';
import type { Progress } from '@dabiao/contract/submission';
import type { ProposedDocument } from '@dabiao/domain/proposal';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { sendDocument, type TextAttempt } from './hand-in.ts';
import { mergeChange } from './merge-change.ts';

const at = (id: string, rest = '') => `/readings/${encodeURIComponent(id)}${rest}`;

/** The latest readings, without their texts. */
export const readingsQuery = () =>
  queryOptions({
    queryKey: ['readings', 'list'],
    queryFn: ({ signal }) => request<ReadingsPage>('/readings?limit=200', { signal }),
  });

/** One reading whole, with its text. Decisions are put into it as they are made. */
export const readingQuery = (id: string) =>
  queryOptions({
    queryKey: ['readings', 'one', id],
    queryFn: ({ signal }) => request<Reading>(at(id), { signal }),
    refetchOnWindowFocus: false,
  });

/** The last two hundred lines of the decision log, newest first. */
export const stepsQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['readings', 'steps', id, revision],
    queryFn: ({ signal }) => request<ReadingStepsPage>(at(id, '/steps?limit=200'), { signal }),
  });

/** What publishing would meet now. */
export const checkQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['readings', 'check', id, revision],
    queryFn: ({ signal }) => request<ReadingCheck>(at(id, '/check'), { signal }),
    staleTime: 0,
  });

/** How far the reading of a file is; asked for once a second without keeping the session alive. */
export const readProgressQuery = (key: string) =>
  queryOptions({
    queryKey: ['readings', 'progress', key],
    queryFn: ({ signal }) =>
      request<Progress>(`/submissions/progress/${encodeURIComponent(key)}`, { signal, headers: { 'x-passive': '1' } }),
    refetchInterval: 1000,
    gcTime: 0,
    retry: false,
  });

/** Hands a file or text in; the answer is kept as that reading. */
export function useHandInText() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (attempt: TextAttempt) => sendDocument(attempt),
    onSuccess: (reading) => {
      client.setQueryData(readingQuery(reading.id).queryKey, reading);
      void client.invalidateQueries({ queryKey: ['readings', 'list'] });
    },
  });
}

/** A decision on candidates: where it is sent, and what. */
export interface Decision {
  method: 'POST' | 'PATCH';
  /** Below `/readings/{id}/candidates`. */
  path: string;
  body: object;
}

/** Decides on candidates; the answer changes what is shown at once. */
export function useDecide(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Decision) =>
      request<ReadingChange>(at(id, `/candidates${path}`), { method, body }),
    onSuccess: (change) => {
      client.setQueryData(readingQuery(id).queryKey, (old) => (old ? mergeChange(old, change) : old));
    },
    onError: () => void client.invalidateQueries({ queryKey: readingQuery(id).queryKey }),
  });
}

/** Keeps what a person says of the document. */
export function useSaveDocument(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (document: ProposedDocument) => request<Reading>(at(id), { method: 'PATCH', body: document }),
    onSuccess: (reading) => client.setQueryData(readingQuery(id).queryKey, reading),
  });
}

/** Publishes; everything readers see may be another now. */
export function usePublish(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (revision: number) =>
      request<PublishedReading>(at(id, '/publish'), { method: 'POST', body: { revision } }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
}

export function useDrop(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<Reading>(at(id, '/drop'), { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['readings'] }),
  });
}

/** Abandons a correction as it was looked at; where it is another now, that is fetched. */
export function useAbandon(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (revision: number) => request<Reading>(at(id, '/abandon'), { method: 'POST', body: { revision } }),
    onSuccess: (reading) => {
      client.setQueryData(readingQuery(id).queryKey, reading);
      void client.invalidateQueries({ queryKey: ['readings', 'list'] });
    },
    onError: () => void client.invalidateQueries({ queryKey: readingQuery(id).queryKey }),
  });
}

/** Opens a published document to be corrected. */
export function useCorrect(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => request<Reading>(at(id, '/correct'), { method: 'POST', body: { reason } }),
    onSuccess: (reading) => {
      client.setQueryData(readingQuery(id).queryKey, reading);
      void client.invalidateQueries({ queryKey: ['readings', 'list'] });
    },
  });
}
