import { useEffect } from 'react';
import { speak } from '../locale/start.ts';
import { readTheme } from '../ui/url-state.ts';
import { useUrlState } from '../ui/use-url-state.ts';

/** Makes the page follow the language and the theme that its URL asks for. */
export function useLook(): void {
  const { params, lang } = useUrlState();
  const theme = readTheme(params);
  useEffect(() => void speak(lang), [lang]);
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
