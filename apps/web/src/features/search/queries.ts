import type { SearchAnswer } from '@dabiao/contract/search';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { type Lang, queryString } from '../../ui/url-state.ts';

/** What is asked for; a year of null is the latest. */
interface Asked {
  q: string;
  year: number | null;
  /** Hits of each kind. */
  limit: number;
  lang: Lang;
}

/** Everything that a text finds; the hits before it stay until its own are there. */
export const searchQuery = ({ q, year, limit, lang }: Asked) =>
  queryOptions<SearchAnswer>({
    queryKey: ['search', q, year, limit, lang],
    queryFn: ({ signal }) => request<SearchAnswer>(`/search${queryString({ q, year, limit })}`, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });

/** Ids of the targets that a text finds, pinyin and other names included; not asked for an empty text. */
export const foundTargetsQuery = (q: string | null) =>
  queryOptions<ReadonlySet<string>>({
    queryKey: ['search', 'targets', q],
    queryFn: async ({ signal }) => {
      const query = queryString({ q, kind: 'target', limit: 1, ids: 'true' });
      const { groups } = await request<SearchAnswer>(`/search${query}`, { signal });
      return new Set(groups[0]?.ids ?? []);
    },
    enabled: q !== null,
  });
