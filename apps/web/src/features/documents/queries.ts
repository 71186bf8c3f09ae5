import type { DocumentDetail } from '@dabiao/contract/document';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

/** One document with its outline and its targets as judged at the end of `year` (null: the latest). */
export const documentQuery = (id: string, year: number | null) =>
  queryOptions<DocumentDetail>({
    queryKey: ['document', id, year],
    queryFn: ({ signal }) =>
      request<DocumentDetail>(`/documents/${encodeURIComponent(id)}${queryString({ year })}`, { signal }),
    placeholderData: (previous) => (previous?.document.id === id ? previous : undefined),
  });
