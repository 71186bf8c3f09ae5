import type { AlarmsPage } from '@dabiao/contract/alarm';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../ui/request.ts';

/** What may have been attacks, the open ones first. */
export const alarmsQuery = () =>
  queryOptions({ queryKey: ['alarms'], queryFn: ({ signal }) => request<AlarmsPage>('/alarms', { signal }) });

export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) =>
      request<null>(`/alarms/${id}/acknowledge`, { method: 'POST', body: { note } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['alarms'] }),
  });
}
