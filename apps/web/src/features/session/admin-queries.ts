import type { LabelBody, LabelRow, LabelsPage } from '@dabiao/contract/label';
import type { AuditPage, RolesBody, UserBody, UserRow } from '@dabiao/contract/session';
import type { SystemStatus } from '@dabiao/contract/status';
import type { Label } from '@dabiao/domain/label';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';
import type { AuditFilter } from './audit-filter.ts';

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
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ signal, pageParam }) =>
      request<AuditPage>(`/audit${queryString({ ...filter, limit: 100, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** How the system is, for its administrators. */
export const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => request<SystemStatus>('/status', { signal }),
  });

export function useAddUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: UserBody) => request<NewUser>('/users', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}

/** What can be done with an account by one word. */
export type AccountVerb = 'password' | 'disable' | 'enable' | 'unlock' | 'remove-code';

export function useActOnUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, verb }: { id: string; verb: AccountVerb }) =>
      request<NewUser | null>(`/users/${id}/${verb}`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}

export function useSetRoles() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: RolesBody & { id: string }) =>
      request<null>(`/users/${id}/roles`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}

/** Ties an account to an identity at the sign-in provider; null unties it. */
export function useSetIdentity() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, subject }: { id: string; subject: string | null }) =>
      request<null>(
        `/users/${id}/identity`,
        subject === null ? { method: 'DELETE' } : { method: 'PUT', body: { subject } },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}

/** Sets the highest label a user may read. */
export function useSetClearance() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, clearance }: { id: string; clearance: Label }) =>
      request<null>(`/users/${id}/clearance`, { method: 'PUT', body: { clearance } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}

export function useBackUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<{ file: string }>('/backups', { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['status'] }),
  });
}

/** Every document and what else is labelled, for the security administrator. */
export const labelsQuery = () =>
  queryOptions({
    queryKey: ['labels'],
    queryFn: ({ signal }) => request<LabelsPage>('/labels', { signal }),
  });

/** Sets a label; everything shown is asked for anew, because labels decide what is seen. */
export function usePutLabel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: LabelBody) => request<LabelRow>('/labels', { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
}
