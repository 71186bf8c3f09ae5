import { stat, statfs } from 'node:fs/promises';
import { SystemStatus } from '@dabiao/contract/status';
import { findBackups } from '@dabiao/store/backup-folder';
import { appliedMigration } from '@dabiao/store/migrate';
import { databaseFile } from '@dabiao/store/place';
import { findWatch } from '@dabiao/store/system-status';
import Type from 'typebox';
import { makeBackup } from '../backups.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { transportOf } from '../transport.ts';
import type { Routes } from './routes.ts';

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** How the system is, and a backup at once, for its administrators. */
export const statusRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const startedAt = new Date().toISOString();

  app.get(
    '/status',
    { onRequest: needs(store, 'system_admin', 'security_admin'), schema: { response: { 200: SystemStatus } } },
    async (_request, reply) => {
      const { bavail, blocks, bsize } = await statfs(config.dataDir);
      const database = databaseFile(config.dataDir);
      const [lastBackup = null] = config.backups ? await findBackups(config.backups.folder) : [];
      reply.header('cache-control', 'no-store');
      return {
        version: deps.version,
        node: process.versions.node,
        migration: await appliedMigration(store.read),
        startedAt,
        disk: { free: bavail * bsize, total: blocks * bsize },
        database: { bytes: await sizeOf(database), log: await sizeOf(`${database}-wal`) },
        lastBackup,
        backupsEveryHours: config.backups?.everyHours ?? null,
        transport: transportOf(config),
        scanner: app.scanning.state(),
        ...(await findWatch(store.read)),
      };
    },
  );

  app.post(
    '/backups',
    {
      onRequest: needs(store, 'system_admin'),
      schema: {
        response: { 201: Type.Object({ file: Type.String(), at: Type.String(), bytes: Type.Number() }) },
      },
      config: { rateLimit: { max: 5, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      if (!config.backups) throw new Problem('not_found', { zh: '没有设置 BACKUP_DIR', en: 'BACKUP_DIR is not set' });
      const by = { user: signedIn(request).name, address: request.ip };
      return reply.code(201).send(await makeBackup(deps, config, config.backups, by));
    },
  );
};
