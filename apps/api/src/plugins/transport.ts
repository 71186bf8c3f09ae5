import type { Config } from '../config.ts';
import type { App } from '../routes/routes.ts';
import { PLAIN, transportOf } from '../transport.ts';

/** Says in the log that what is sent can be read on the way, at every start. */
export function installTransport(app: App, config: Config): void {
  app.addHook('onReady', async () => {
    if (transportOf(config) === 'plain') app.log.warn({ host: config.host }, PLAIN);
  });
}
