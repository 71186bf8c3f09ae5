import { nextRelease, releaseDue } from '@dabiao/store/release';
import { type Deps, momentNow, thisYear } from './deps.ts';
import type { App } from './routes/routes.ts';

/** How often is looked for releases: another process may have approved one. */
const LOOK_MS = 2000;

/**
 * Publishes approved submissions when their time has come: all that fell due while the server was down before it
 * answers its first request, then by a timer. A release that fails is logged and tried again.
 */
export function installReleases(app: App, deps: Deps): void {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  const look = async (): Promise<void> => {
    try {
      const now = momentNow(deps);
      const next = await nextRelease(deps.store.read);
      if (next !== null && next <= now) await releaseDue(deps.store, now, thisYear(deps));
    } catch (error) {
      app.log.error({ err: error }, 'release failed');
    }
  };
  const later = (): void => {
    if (closed) return;
    timer = setTimeout(() => {
      running = look().finally(later);
    }, LOOK_MS);
    timer.unref();
  };

  app.addHook('onReady', async () => {
    await look();
    later();
  });
  app.addHook('onClose', async () => {
    closed = true;
    if (timer) clearTimeout(timer);
    await running;
  });
}
