import { type RefObject, useEffect, useState } from 'react';
import { chosenPlace } from './selected-span.ts';

/** The place that is chosen in the text, as it moves; null where none is. */
export function usePlace(pane: RefObject<HTMLElement | null>): number | null {
  const [place, setPlace] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setPlace(pane.current ? chosenPlace(pane.current) : null);
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [pane]);
  return place;
}
