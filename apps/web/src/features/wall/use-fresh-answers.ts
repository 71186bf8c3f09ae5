import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isDue, LOOK } from './freshness.ts';

/**
 * How the wall's questions are asked: a lost network is a failure at once, not a wait without end, and its return is
 * noticed.
 */
export const LIVE = { networkMode: 'always', refetchOnReconnect: 'always', refetchOnWindowFocus: 'always' } as const;

/**
 * Asks again for everything that is shown, every few minutes and while the page is seen. A request that hangs, as on a
 * network that swallows packets, is given up at the next look; the server answers 304 where nothing changed.
 */
export function useFreshAnswers(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      const now = Date.now();
      void client.refetchQueries({ type: 'active', predicate: ({ state }) => isDue(state, now) });
    };
    const timer = setInterval(look, LOOK);
    return () => clearInterval(timer);
  }, [client]);
}
