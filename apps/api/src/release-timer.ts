import { nextRelease, releaseDue } from '@dabiao/store/release';
import { type Deps, momentNow, thisYear } from './deps.ts';
import { repeatedly } from './repeatedly.ts';
import type { App } from './routes/routes.ts';

/** How often is looked for releases: another process may have approved one. */
const LOOK_MS = 2000;

/**
 * Publishes approved submissions when their time has come: all that fell due while the server was down before it
 * answers its first request, then by a timer. A release that fails is logged and tried again.
 */
export function installReleases(app: App, deps: Deps): void {
  const look = async (): Promise<void> => {
    const now = momentNow(deps);
    const next = await nextRelease(deps.store.read);
    if (next !== null && next <= now) await releaseDue(deps.store, now, thisYear(deps));
  };
  repeatedly(app, { everyMs: LOOK_MS, from: 'onReady', look, failed: 'release failed' });
}
