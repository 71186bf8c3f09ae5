import type {
  NewSecondFactor,
  NewToken,
  OwnSessions,
  RecoveryCodes,
  Session,
  TokenBody,
  TokensPage,
} from '@dabiao/contract/session';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import { sessionQuery } from './queries.ts';

const FACTOR = '/session/second-factor';

/** Begins to set up a second factor; it counts once a code was seen. */
export const useBeginFactor = () =>
  useMutation({
    mutationFn: (password: string) => request<NewSecondFactor>(FACTOR, { method: 'POST', body: { password } }),
  });

export function useConfirmFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => request<Session>(FACTOR, { method: 'PUT', body: { code } }),
    onSuccess: (session) => client.setQueryData(sessionQuery().queryKey, session),
  });
}

export function useRemoveFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => request<Session>(FACTOR, { method: 'DELETE', body: { password } }),
    onSuccess: (session) => client.setQueryData(sessionQuery().queryKey, session),
  });
}

/** Ten new recovery codes; those before are void. */
export function useMakeRecoveryCodes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      request<RecoveryCodes>('/session/recovery-codes', { method: 'POST', body: { password } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery().queryKey }),
  });
}

/** Where whoever is signed in is so; a page that is open sees who comes and goes when it is looked at again. */
export const ownSessionsQuery = () =>
  queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => request<OwnSessions>('/sessions', { signal }) });

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<null>(`/sessions/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

export function useEndOthers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<{ ended: number }>('/session/others', { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

/** The tokens of whoever is signed in. */
export const tokensQuery = () =>
  queryOptions({ queryKey: ['tokens'], queryFn: ({ signal }) => request<TokensPage>('/tokens', { signal }) });

export function useMakeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TokenBody) => request<NewToken>('/tokens', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  });
}

export function useRemoveToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<null>(`/tokens/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  });
}
