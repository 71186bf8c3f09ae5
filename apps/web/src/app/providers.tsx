import { QueryClientProvider } from '@tanstack/react-query';

import { queryClient } from './query-client.ts';
import { Router } from './router.tsx';

/** What every page stands in: the cache of answers and the router. */
export function Providers() {
  return (
    <QueryClientProvider client={queryClient}>
      <Router />
    </QueryClientProvider>
  );
}
