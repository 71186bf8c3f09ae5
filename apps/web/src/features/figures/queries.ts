import type { FigureHistory } from '@dabiao/contract/figure-history';
import type { FigureCorrectionsBody } from '@dabiao/contract/grid-rows';
import type { Submission } from '@dabiao/contract/submission';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { RequestProblem } from '../../ui/problem.ts';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

/** One published figure. */
export interface FigureKey {
  indicator: string;
  region: string;
  year: number;
}

export type Version = FigureHistory['versions'][number];

/** All versions of a figure, the newest first. */
export const figureHistoryQuery = ({ indicator, region, year }: FigureKey) =>
  queryOptions({
    queryKey: ['figure-history', indicator, region, year],
    queryFn: ({ signal }) =>
      request<FigureHistory>(`/figures/history${queryString({ indicator, region, year })}`, { signal }),
  });

/** Whether the figure has a newer version than the one that was looked at. */
export const isOvertaken = (error: unknown): boolean => error instanceof RequestProblem && error.status === 409;

/** Hands in a correction; where there is no review it is published at once, and every answer is asked for anew. */
export function useCorrectFigure() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: FigureCorrectionsBody }) =>
      request<Submission>('/figures/corrections', { method: 'POST', body, headers: { 'Idempotency-Key': key } }),
    onSettled: (_, error) => {
      if (error && !isOvertaken(error)) return;
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}
