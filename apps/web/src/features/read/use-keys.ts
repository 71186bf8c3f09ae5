import { useEffect, useLayoutEffect, useRef } from 'react';
import type { DeskAction } from './use-desk.ts';

/** The keys, in the order in which the legend shows them. */
export const KEYS: Readonly<Record<string, DeskAction>> = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  r: 'reject',
  e: 'edit',
  s: 'split',
  x: 'splitHere',
  m: 'merge',
};

/** Whether keys go to something that is typed in or chosen with. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

/** Listens for the keys of the desk anywhere on the page but where somebody types. */
export function useKeys(act: (action: DeskAction) => void): void {
  // a key acts on what is on the screen: effects may run some time after it was drawn
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
      if (!action || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      latest.current(action);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
