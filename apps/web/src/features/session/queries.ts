import type { ProviderAddress } from '@dabiao/contract/provider';
import type { PasswordBody, Session, SignInBody } from '@dabiao/contract/session';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';

/** Who is signed in, and what kind of workspace this is. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => request<Session>('/session', { signal }),
    staleTime: 60_000,
  });

/** Signs in; everything shown is asked for anew, because rights decide what is seen. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInBody) => request<Session>('/session', { method: 'POST', body }),
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery().queryKey, session);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<ProviderAddress | null>('/session', { method: 'DELETE' }),
    // A session from a sign-in provider goes on to sign out there, where that is wanted.
    onSuccess: (there) => (there ? window.location.assign(there.address) : client.resetQueries()),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PasswordBody) => request<Session>('/session/password', { method: 'PUT', body }),
    onSuccess: (session) => {
      client.setQueryData(sessionQuery().queryKey, session);
      return client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
}
