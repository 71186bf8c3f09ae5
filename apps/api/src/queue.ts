import { Problem } from './problem.ts';

/**
 * Runs `work` at most `atOnce` at a time; up to `waiting` more wait their turn.
 * @throws Problem busy, at once, for a call beyond that.
 */
export function queued<In, Out>(work: (input: In) => Promise<Out>, limits: { atOnce: number; waiting: number }) {
  let running = 0;
  const waiters: (() => void)[] = [];
  return async (input: In): Promise<Out> => {
    if (running >= limits.atOnce) {
      if (waiters.length >= limits.waiting) throw new Problem('busy');
      await new Promise<void>((go) => waiters.push(go));
    }
    running += 1;
    try {
      return await work(input);
    } finally {
      running -= 1;
      waiters.shift()?.();
    }
  };
}
