import type { MeasureRow, MeasuresPage } from '@dabiao/contract/measure';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

/** Which measures are asked for; null does not narrow. */
export interface MeasuresAsked {
  document: string | null;
  q: string | null;
}

async function everyMeasure(asked: MeasuresAsked, signal: AbortSignal): Promise<MeasureRow[]> {
  const rows: MeasureRow[] = [];
  let cursor: string | null = null;
  do {
    const query: string = queryString({ ...asked, limit: 200, cursor });
    const page: MeasuresPage = await request<MeasuresPage>(`/measures${query}`, { signal });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}

/** Every policy measure asked for, in the order of the documents. */
export const measuresQuery = (asked: MeasuresAsked) =>
  queryOptions({
    queryKey: ['measures', asked],
    queryFn: ({ signal }) => everyMeasure(asked, signal),
    placeholderData: keepPreviousData,
  });
