import type { ThemeName } from '@dabiao/charts/theme';
import { useCallback, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { readTheme } from './url-state.ts';

/** Follows a media query. */
function useMedia(media: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const query = window.matchMedia(media);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(media).matches);
}

/** The theme in force, for what cannot be coloured by CSS: light on paper, else the asked one, else the system's. */
export function useThemeName(): Extract<ThemeName, 'light' | 'dark'> {
  const [params] = useSearchParams();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const paper = useMedia('print');
  const asked = readTheme(params);
  if (paper) return 'light';
  if (asked !== 'auto') return asked;
  return dark ? 'dark' : 'light';
}
