import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { readLang, readRegion, readYear, withParams } from './url-state.ts';

type Changes = Readonly<Record<string, string | number | null>>;

/**
 * The page's state as the URL has it, and the one way to change it: `change` takes what is to be set, or a function that
 * makes it from the parameters that stand at that moment (what was drawn last may not know of a change just made).
 */
export function useUrlState() {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: Changes | ((now: URLSearchParams) => Changes), replace = false) => {
      const now = new URLSearchParams(window.location.search);
      setParams(withParams(now, typeof changes === 'function' ? changes(now) : changes), { replace });
    },
    [setParams],
  );
  return { params, change, lang: readLang(params), year: readYear(params), region: readRegion(params) };
}
