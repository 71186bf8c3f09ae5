import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { readLang, readRegion, readYear, withParams } from './url-state.ts';

/** The page's state as the URL has it, and the one way to change it. */
export function useUrlState() {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: Readonly<Record<string, string | number | null>>, replace = false) => {
      // From the address itself: what was drawn last may not know yet of a change just made.
      const now = new URLSearchParams(window.location.search);
      setParams(withParams(now, changes), { replace });
    },
    [setParams],
  );
  return { params, change, lang: readLang(params), year: readYear(params), region: readRegion(params) };
}
