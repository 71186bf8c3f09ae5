import type { LabelBody, LabelRow } from '@dabiao/contract/label';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';

/** Sets a label; everything shown is asked for anew, because labels decide what is seen. */
export function usePutLabel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: LabelBody) => request<LabelRow>('/labels', { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
}
