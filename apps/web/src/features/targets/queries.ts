import type { TargetDetail, TargetRow, TargetsPage } from '@dabiao/contract/target';
import type { Verdict } from '@dabiao/domain/verdict';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

/** Which targets are asked for; null does not narrow. */
export interface TargetsAsked {
  year: number | null;
  verdict?: Verdict | null;
  department?: string | null;
  document?: string | null;
  region?: string | null;
  q?: string | null;
}

const PAGE = 200;

/** All pages of a list, one after the other. */
async function everyTarget(asked: TargetsAsked, signal: AbortSignal): Promise<TargetRow[]> {
  const rows: TargetRow[] = [];
  let cursor: string | null = null;
  do {
    const query: string = queryString({ ...asked, limit: PAGE, cursor });
    const page: TargetsPage = await request<TargetsPage>(`/targets${query}`, { signal });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}

/** Every target asked for, with its judgement. */
export const targetsQuery = (asked: TargetsAsked) =>
  queryOptions({
    queryKey: ['targets', asked],
    queryFn: ({ signal }) => everyTarget(asked, signal),
    placeholderData: keepPreviousData,
  });

/** Everything about one target, judged at the end of `year` (null: the latest). */
export const targetQuery = (id: string, year: number | null) =>
  queryOptions<TargetDetail>({
    queryKey: ['target', id, year],
    queryFn: ({ signal }) =>
      request<TargetDetail>(`/targets/${encodeURIComponent(id)}${queryString({ year })}`, { signal }),
    placeholderData: (previous) => (previous?.row.id === id ? previous : undefined),
  });
