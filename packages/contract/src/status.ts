import Type, { type Static } from 'typebox';
import { Nullable, Shape } from './schema.ts';

/** How the system is, for its administrators; sizes in bytes. */
export const SystemStatus = Shape({
  version: Type.String(),
  node: Type.String(),
  migration: Type.Integer(),
  startedAt: Type.String(),
  disk: Shape({ free: Type.Number(), total: Type.Number() }),
  database: Shape({ bytes: Type.Number(), log: Type.Number() }),
  lastBackup: Nullable(Shape({ at: Type.String(), bytes: Type.Number(), file: Type.String() })),
  backupsEveryHours: Nullable(Type.Integer()),
  /** What keeps what is sent from being read on the way; `plain`: nothing does. */
  transport: Type.Enum(['tls', 'proxy', 'loopback', 'plain']),
  /** Whether the virus scanner answered when it was last asked; null where none is set. */
  scanner: Nullable(Shape({ answers: Nullable(Type.Boolean()), at: Nullable(Type.String()) })),
  waitingReleases: Type.Integer(),
  /** Of the last 24 hours. */
  failedSignIns: Type.Integer(),
  lockedNames: Type.Integer(),
  refusals: Type.Integer(),
  auditLines: Type.Integer(),
});
export type SystemStatus = Static<typeof SystemStatus>;
