import { appliedMigration, newestMigration } from '@dabiao/store/migrate';
import client from 'prom-client';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../problem.ts';
import type { App } from './routes.ts';

/** Liveness, readiness and Prometheus text, outside /api. */
export function healthRoutes(app: App, deps: Deps, config: Config): void {
  const registry = new client.Registry();
  client.collectDefaultMetrics({ register: registry });
  const seconds = new client.Histogram({
    name: 'dabiao_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });

  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async () => {
    if ((await appliedMigration(deps.store.read)) !== newestMigration()) throw new Problem('not_ready');
    return { status: 'ready' };
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const { remoteAddress = '' } = request.socket;
    const isLocal =
      /^(127\.|::1$|::ffff:127\.)/.test(remoteAddress) && request.headers['x-forwarded-for'] === undefined;
    if (config.metrics === 'off' || (config.metrics === 'local' && !isLocal)) throw new Problem('not_found');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
