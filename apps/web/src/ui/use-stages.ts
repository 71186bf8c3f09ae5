import { startTransition, useEffect, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** Path of the page that stands; null before the first one does. */
let standing: string | null = null;

/** Whether the program has just been started by an address, not by coming back to a page or loading it again. */
function isFreshVisit(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'navigate';
}

/**
 * Draws a page that is newly opened piece by piece, from the top: its first screen stands sooner, and a slow machine is
 * never busy for long. A page come back to stands whole at once: it is shown where it was left.
 * @param last the number of the last stage, with which the page is whole
 * @returns the stage to draw, from 0; `last` at once for every page that is not newly opened
 */
export function useStages(last: number): number {
  const { pathname } = useLocation();
  const kind = useNavigationType();
  const [stage, setStage] = useState(() => {
    const opened = standing === null ? isFreshVisit() : kind !== 'POP' && standing !== pathname;
    return opened ? 0 : last;
  });
  useEffect(() => {
    standing = pathname;
    if (stage < last) startTransition(() => setStage(stage + 1));
  }, [stage, last, pathname]);
  return stage;
}
