import { QueryClient } from '@tanstack/react-query';
import { overviewQuery } from '../features/overview/queries.ts';
import { sessionQuery } from '../features/session/queries.ts';
import { worthRetrying } from '../ui/problem.ts';
import { readRegion, readYear } from '../ui/url-state.ts';

/** The cache of answers. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && worthRetrying(error),
    },
    mutations: { retry: false },
  },
});

/** Milliseconds the first drawing waits at most to learn what kind of workspace this is. */
const PATIENCE = 1000;

/**
 * Asks for what the first page shown will need, before anything is drawn; what fails is asked again by the page.
 * @returns done when the frame can be drawn as it will stay: a band above it that came later would move everything
 */
export async function askAhead({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Promise<void> {
  const params = new URLSearchParams(search);
  if (pathname === '/') void queryClient.prefetchQuery(overviewQuery(readYear(params), readRegion(params)));
  if (pathname === '/wall' || pathname.startsWith('/embed/')) return;
  const late = new Promise<void>((done) => setTimeout(done, PATIENCE));
  await Promise.race([queryClient.prefetchQuery(sessionQuery()), late]);
}
