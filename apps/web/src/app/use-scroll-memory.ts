import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Location, useLocation, useNavigationType } from 'react-router';

const STORE = 'scroll-places';
/** Milliseconds for which a page that is come back to may grow to where it was left. */
const PATIENCE = 1500;

type Places = Record<string, number>;

function storedPlaces(): Places {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? '{}') as Places;
  } catch {
    return {};
  }
}

function storePlaces(places: Places): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(places));
  } catch {
    // Without storage a page loaded again starts at its top.
  }
}

/** Scrolls to `top` as soon as the page is long enough. @returns the end of the attempt */
function scrollBack(top: number): () => void {
  const reach = () => {
    window.scrollTo(0, top);
    if (Math.abs(window.scrollY - top) < 2) end();
  };
  const growth = new ResizeObserver(reach);
  const patience = setTimeout(end, PATIENCE);
  function end() {
    growth.disconnect();
    clearTimeout(patience);
    for (const input of ['wheel', 'touchstart', 'keydown'] as const) window.removeEventListener(input, end);
  }
  for (const input of ['wheel', 'touchstart', 'keydown'] as const) window.addEventListener(input, end, { once: true });
  growth.observe(document.documentElement);
  reach();
  return end;
}

/**
 * A page opened by a link starts at its top; one that is come back to, or loaded again, where it was left. The data
 * router of the library does this too, but is a sixth of all the script of the first page.
 */
export function useScrollMemory(): void {
  const location = useLocation();
  const kind = useNavigationType();
  const places = useRef<Places | null>(null);
  places.current ??= storedPlaces();
  const before = useRef<Location | null>(null);

  useLayoutEffect(() => {
    const from = before.current;
    before.current = location;
    const known = places.current?.[location.key];
    if (kind === 'POP') return known === undefined ? undefined : scrollBack(known);
    if (from?.pathname !== location.pathname) window.scrollTo(0, 0);
    return undefined;
  }, [location, kind]);

  useEffect(() => {
    window.history.scrollRestoration = 'manual';
    const note = () => {
      if (before.current && places.current) places.current[before.current.key] = window.scrollY;
    };
    const store = () => storePlaces(places.current ?? {});
    window.addEventListener('scroll', note, { passive: true });
    window.addEventListener('pagehide', store);
    return () => {
      window.removeEventListener('scroll', note);
      window.removeEventListener('pagehide', store);
    };
  }, []);
}
