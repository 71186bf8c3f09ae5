import type { IndicatorDetail, IndicatorSummary, IndicatorsPage } from '@dabiao/contract/indicator';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

async function everyIndicator(signal: AbortSignal): Promise<IndicatorSummary[]> {
  const all: IndicatorSummary[] = [];
  let cursor: string | null = null;
  do {
    const page: IndicatorsPage = await request<IndicatorsPage>(`/indicators${queryString({ limit: 200, cursor })}`, {
      signal,
    });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

/** Every indicator of the catalogue. */
export const indicatorsQuery = () =>
  queryOptions({ queryKey: ['indicators'], queryFn: ({ signal }) => everyIndicator(signal) });

/** One indicator across regions and documents, as of `year` (null: the latest). */
export const indicatorQuery = (id: string, year: number | null) =>
  queryOptions({
    queryKey: ['indicator', id, year],
    queryFn: ({ signal }) =>
      request<IndicatorDetail>(`/indicators/${encodeURIComponent(id)}${queryString({ year })}`, { signal }),
  });
