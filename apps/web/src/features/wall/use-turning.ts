import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useUrlState } from '../../ui/use-url-state.ts';
import { placeOf, type Screen } from './screens.ts';
import { actionOfKey, actionOfSwipe, placeAfter, readSeconds, USUAL_SECONDS, type WallAction } from './turning.ts';
import { useVisible } from './use-visible.ts';

export interface Turning {
  place: number;
  /** Turns by itself. */
  playing: boolean;
  seconds: number;
  act: (action: WallAction) => void;
  /** For the element that is swiped over. */
  swipe: { onPointerDown: (event: PointerEvent) => void; onPointerUp: (event: PointerEvent) => void };
}

function toggleFullscreen(): void {
  // Refused in frames that may not: nothing is lost.
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => null);
}

/** Which screen is shown: turned by time, keys, swipes and buttons; kept in the URL as `screen`. */
export function useTurning(screens: readonly Screen[]): Turning {
  const { params, change } = useUrlState();
  const visible = useVisible();
  const asked = readSeconds(params);
  const seconds = asked > 0 ? asked : USUAL_SECONDS;
  const [paused, setPaused] = useState(asked === 0);
  const from = useRef<{ x: number; y: number } | null>(null);
  const place = placeOf(params.get('screen'), screens);
  const playing = !paused && screens.length > 1;
  const key = screens[place]?.key;

  const act = (action: WallAction) => {
    if (action === 'fullscreen') toggleFullscreen();
    else if (action === 'toggle') setPaused((now) => !now);
    else if (screens.length > 1) {
      // From where the URL is: what is drawn may be one quick key press behind.
      const here = placeOf(new URLSearchParams(window.location.search).get('screen'), screens);
      change({ screen: screens[placeAfter(action, here, screens.length)]?.key ?? null }, true);
    }
  };
  const turn = useEffectEvent(() => act('next'));
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOfKey(event, event.target instanceof Element && event.target.closest('button, a') !== null);
    if (!action) return;
    event.preventDefault();
    act(action);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: each screen has its own full time
  useEffect(() => {
    if (!playing || !visible) return;
    const timer = setTimeout(turn, seconds * 1000);
    return () => clearTimeout(timer);
  }, [key, playing, visible, seconds]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const onPointerDown = (event: PointerEvent) => {
    from.current = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY };
  };
  const onPointerUp = (event: PointerEvent) => {
    const start = from.current;
    from.current = null;
    const action = start && actionOfSwipe(event.clientX - start.x, event.clientY - start.y);
    if (action) act(action);
  };
  return { place, playing, seconds, act, swipe: { onPointerDown, onPointerUp } };
}
