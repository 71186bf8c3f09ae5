import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { insertAudit } from '@dabiao/store/audit';
import { addAnchor, anchorFile } from '@dabiao/store/audit-anchor';
import { backupName, findBackups, type KeptBackup, pruneBackups } from '@dabiao/store/backup-folder';
import type { Config } from './config.ts';
import { type Deps, momentNow } from './deps.ts';
import { repeatedly } from './repeatedly.ts';
import type { App } from './routes/routes.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('@dabiao/store/backup-program'));
const LOOK_MS = 60_000;
const HOUR_MS = 3_600_000;
const run = promisify(execFile);

type Settings = NonNullable<Config['backups']>;

/**
 * Makes one backup in a process of its own, writes it into the audit and removes the oldest ones.
 * @param by user name; null for the timer
 * @throws where it could not be made; that is audited too
 */
export async function makeBackup(
  deps: Deps,
  config: Config,
  settings: Settings,
  by: { user: string | null; address: string | null },
): Promise<KeptBackup> {
  const object = backupName(new Date(momentNow(deps)));
  const line = { ...by, action: 'backup.add', object };
  try {
    await run(process.execPath, [PROGRAM, config.dataDir, join(settings.folder, object)]);
  } catch (error) {
    const detail = { message: String((error as { stderr?: string }).stderr ?? error).slice(0, 300) };
    await deps.store.transact((trx) => insertAudit(trx, { ...line, outcome: 'failed', detail }));
    throw error;
  }
  const removed = await pruneBackups(settings.folder, settings.keep);
  await deps.store.transact((trx) => insertAudit(trx, { ...line, detail: { removed } }));
  await addAnchor(deps.store.read, anchorFile(config.dataDir));
  const [newest] = await findBackups(settings.folder);
  if (!newest) throw new Error('the backup is not where it was written');
  return newest;
}

/** Makes backups by the clock, and notes where the audit stands; one that fails is logged and tried again. */
export function installBackups(app: App, deps: Deps, config: Config): void {
  const anchor = (): Promise<void> => addAnchor(deps.store.read, anchorFile(config.dataDir));
  const look = async (): Promise<void> => {
    await anchor();
    if (!config.backups) return;
    const [newest] = await findBackups(config.backups.folder);
    const due = newest ? Date.parse(newest.at) + config.backups.everyHours * HOUR_MS : 0;
    if (due <= Date.parse(momentNow(deps))) {
      await makeBackup(deps, config, config.backups, { user: null, address: null });
    }
  };
  const last = (): Promise<void> => anchor().catch(() => undefined);
  repeatedly(app, { everyMs: LOOK_MS, from: 'onListen', look, failed: 'backup failed', last });
}
