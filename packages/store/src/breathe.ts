import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work may hold the one thread before others are let in. */
const SLICE_MS = 12;

/**
 * For long work in pieces: call it between two pieces, and every 12 ms it lets waiting requests be answered. The engine
 * answers without giving way, so that awaiting a query alone lets nobody in.
 */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await nextTurn();
    since = performance.now();
  };
}
