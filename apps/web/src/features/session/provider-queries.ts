import type { ProviderAddress, ProviderStep } from '@dabiao/contract/provider';
import type { Session } from '@dabiao/contract/session';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';
import type { Lang } from '../../ui/url-state.ts';
import { sessionQuery } from './queries.ts';

const PROVIDER = '/session/provider';

/** Leaves for the provider's own page; this page is gone when it answers. */
const leave = ({ address }: ProviderAddress): void => window.location.assign(address);

/** Begins to sign in at the provider. */
export const useProviderSignIn = () =>
  useMutation({
    mutationFn: (body: { next: string; lang: Lang }) => request<ProviderAddress>(PROVIDER, { method: 'POST', body }),
    onSuccess: leave,
  });

/** Begins to tie one's own account to an identity at the provider. */
export const useProviderLink = () =>
  useMutation({
    mutationFn: (body: { password: string; lang: Lang }) =>
      request<ProviderAddress>(`${PROVIDER}/link`, { method: 'POST', body }),
    onSuccess: leave,
  });

/** Whom the provider named, where this browser is half-way in. */
export const providerStepQuery = () =>
  queryOptions({
    queryKey: ['provider-step'],
    queryFn: ({ signal }) => request<ProviderStep>(PROVIDER, { signal }),
  });

/** Pays the code of the second factor, for whom the provider named. */
export function useProviderCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => request<Session>(`${PROVIDER}/code`, { method: 'POST', body: { code } }),
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery().queryKey, session);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}

/** Unties one's own account. */
export function useProviderUnlink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => request<Session>('/session/identity', { method: 'DELETE', body: { password } }),
    onSuccess: (session) => client.setQueryData(sessionQuery().queryKey, session),
  });
}
