import { type Magnitude, writeIn } from '@dabiao/domain/magnitude';
import { useEffect } from 'react';
import { speak } from '../locale/start.ts';
import { readMagnitude, readTheme } from '../ui/url-state.ts';
import { useUrlState } from '../ui/use-url-state.ts';

/**
 * Makes the page follow the language, the theme and the way of writing numbers that its URL asks for.
 * @returns the last, by which what was drawn with another must be drawn anew
 */
export function useLook(): Magnitude {
  const { params, lang } = useUrlState();
  const theme = readTheme(params);
  const magnitude = readMagnitude(params);
  // Before anything below is drawn, and the same however often: numbers are written while drawing.
  writeIn(magnitude);
  useEffect(() => void speak(lang), [lang]);
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return magnitude;
}
