import { accessSync, constants, existsSync, readFileSync, rmSync } from 'node:fs';
import { findAudit, insertAudit } from '@dabiao/store/audit';
import { appliedMigration } from '@dabiao/store/migrate';
import type { Store } from '@dabiao/store/open';
import { databaseFile, restoreMark } from '@dabiao/store/place';
import { StoreError, toStoreError } from '@dabiao/store/store-error';
import { damageOf } from '@dabiao/store/verify';

/** Refuses a folder that cannot be written, and a damaged database before anything is written to it. @throws StoreError */
export async function checkWhole(store: Store, dataDir: string): Promise<void> {
  try {
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw toStoreError(error, dataDir) ?? error;
  }
  const file = databaseFile(dataDir);
  const damage = await damageOf(store.read, true).catch((error: unknown) => {
    throw toStoreError(error, file) ?? error;
  });
  if (damage.length === 0) return;
  throw new StoreError(
    `${file}：数据库已损坏，未作任何改动；请用 dabiao restore 从备份恢复到新的目录 (the database is damaged; nothing was changed; restore a backup into a new folder)\n${damage.join('\n')}`,
  );
}

/** Writes into the audit that this folder was restored from a backup, once. */
export async function noteRestore(store: Store, dataDir: string): Promise<void> {
  const mark = restoreMark(dataDir);
  if (!existsSync(mark)) return;
  const detail = JSON.parse(readFileSync(mark, 'utf8')) as Record<string, unknown>;
  await store.transact((trx) => insertAudit(trx, { user: null, action: 'backup.restore', detail }));
  rmSync(mark);
}

/** How far a clock may be behind the last audit line before somebody is told. */
const BEHIND_MS = 60_000;

/** Says, and writes down, that the clock was set back; the order of the audit does not depend on it. */
export async function warnOfClock(store: Store): Promise<void> {
  if ((await appliedMigration(store.read)) === 0) return;
  const [last] = await findAudit(store.read, 1);
  if (!last || Date.parse(last.at) <= Date.now() + BEHIND_MS) return;
  console.warn(
    `系统时间早于最后一条审计记录（${last.at}），请校准时钟 (the clock is behind the last audit line; set it right)`,
  );
  await store.transact((trx) => insertAudit(trx, { user: null, action: 'clock.behind', detail: { last: last.at } }));
}
