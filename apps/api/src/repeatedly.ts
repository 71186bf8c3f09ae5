import type { App } from './routes/routes.ts';

export interface Repetition {
  /** Milliseconds between the end of one look and the next. */
  everyMs: number;
  /** When the first look is: `onReady` before the first request is answered, `onListen` beside it. */
  from: 'onReady' | 'onListen';
  /** What is done, one look after the other. */
  look: () => Promise<void>;
  /** What is logged of a look that fails; it is done again the next time. */
  failed: string;
  /** What is done at the end, after the last look. */
  last?: () => Promise<void>;
}

/** Does something again and again while the application is open; closing waits for the look that is running. */
export function repeatedly(app: App, { everyMs, from, look, failed, last }: Repetition): void {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  const lookOnce = (): Promise<void> => look().catch((error: unknown) => app.log.error({ err: error }, failed));
  const later = (): void => {
    if (closed) return;
    timer = setTimeout(() => {
      running = lookOnce().finally(later);
    }, everyMs);
    timer.unref();
  };
  app.addHook(from, async () => {
    running = lookOnce().finally(later);
    if (from === 'onReady') await running;
  });
  app.addHook('onClose', async () => {
    closed = true;
    if (timer) clearTimeout(timer);
    await running;
    await last?.();
  });
}
