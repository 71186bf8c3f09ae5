import type { PolicyInForce, SecurityPolicy } from '@dabiao/contract/security-policy';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';

const PATH = '/security-policy';

/** What holds for everybody who signs in. */
export const policyQuery = () =>
  queryOptions({
    queryKey: ['security-policy'],
    queryFn: ({ signal }) => request<PolicyInForce>(PATH, { signal }),
  });

export function useSetPolicy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SecurityPolicy) => request<PolicyInForce>(PATH, { method: 'PUT', body }),
    onSuccess: async (answer) => {
      client.setQueryData(policyQuery().queryKey, answer);
      // What a password must be is told with the session.
      await client.invalidateQueries({ queryKey: ['session'] });
    },
  });
}
