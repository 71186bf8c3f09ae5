import type { ThemeName } from '@dabiao/charts/theme';
import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { readTheme } from './url-state.ts';

const DARK = '(prefers-color-scheme: dark)';

function subscribeDark(changed: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

let printing = false;

/** The events, because they come before the sheet is laid out; the media query changes too late. */
function subscribePrinting(changed: () => void): () => void {
  const begin = () => {
    printing = true;
    changed();
  };
  const end = () => {
    printing = false;
    changed();
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** Whether the page is being laid out for paper. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribePrinting, () => printing);

/** The theme in force, for what cannot be coloured by CSS: light on paper, else the asked one, else the system's. */
export function useThemeName(): Extract<ThemeName, 'light' | 'dark'> {
  const [params] = useSearchParams();
  const dark = useSyncExternalStore(subscribeDark, () => window.matchMedia(DARK).matches);
  const paper = usePrinting();
  const asked = readTheme(params);
  if (paper) return 'light';
  if (asked !== 'auto') return asked;
  return dark ? 'dark' : 'light';
}
