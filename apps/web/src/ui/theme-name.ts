import type { ThemeName } from '@dabiao/charts/theme';
import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { readTheme } from './url-state.ts';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The theme in force, for what cannot be coloured by CSS: the asked one, else the system's. */
export function useThemeName(): Extract<ThemeName, 'light' | 'dark'> {
  const [params] = useSearchParams();
  const dark = useSyncExternalStore(subscribe, () => window.matchMedia(DARK).matches);
  const asked = readTheme(params);
  if (asked !== 'auto') return asked;
  return dark ? 'dark' : 'light';
}
