import type { AuditPage, UserBody, UserRow } from '@dabiao/contract/session';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';

interface NewUser {
  user: UserRow;
  /** One-time password, told this once. */
  password: string;
}

/** Every user, for the security administrator. */
export const usersQuery = () =>
  queryOptions({
    queryKey: ['users'],
    queryFn: ({ signal }) => request<{ items: UserRow[] }>('/users', { signal }),
  });

/** What was done, newest first, for the auditor. */
export const auditQuery = () =>
  infiniteQueryOptions({
    queryKey: ['audit'],
    queryFn: ({ signal, pageParam }) =>
      request<AuditPage>(`/audit${queryString({ limit: 100, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export function useAddUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: UserBody) => request<NewUser>('/users', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}
