import type { TargetRow } from '@dabiao/contract/target';
import { useEffect } from 'react';
import { prepareSearch } from './list-filter.ts';

/** Milliseconds of an idle moment that are left to the browser. */
const SPARED = 2;

/** Makes thousands of rows ready to be searched while the reader does nothing, so that the first letter is as quick as the rest. */
export function usePreparedSearch(rows: readonly TargetRow[]): void {
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return undefined;
    let ready = 0;
    const work = (idle: IdleDeadline) => {
      ready = prepareSearch(rows, ready, () => idle.timeRemaining() > SPARED);
      if (ready < rows.length) task = window.requestIdleCallback(work);
    };
    let task = window.requestIdleCallback(work);
    return () => window.cancelIdleCallback(task);
  }, [rows]);
}
