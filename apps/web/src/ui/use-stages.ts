import { startTransition, useEffect, useState } from 'react';

let stands = false;

/** A page that is come back to or loaded again stands whole at once: its scroll position must be there. */
function isFreshVisit(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'navigate' && window.location.hash === '';
}

/**
 * Draws the first page after the start of the program piece by piece, from the top: a slow machine shows its first
 * screen sooner and is never busy for long.
 * @param last the number of the last stage, with which the page is whole
 * @returns the stage to draw, from 0; `last` at once on every page but the first
 */
export function useStages(last: number): number {
  const [stage, setStage] = useState(() => (!stands && isFreshVisit() ? 0 : last));
  useEffect(() => {
    stands = true;
    if (stage < last) startTransition(() => setStage(stage + 1));
  }, [stage, last]);
  return stage;
}
