import type { Db, Trx } from './open.ts';
import { StoreError } from './store-error.ts';

/** Names of the settings the system keeps for itself. */
export type SettingKey =
  | 'workspace'
  | 'catalogue_hash'
  | 'catalogue_changes'
  | 'assessed_with'
  | 'released'
  | 'audit_head'
  | 'secret_key'
  | 'security_policy';

/** The value of a setting; null where it was never set. */
export async function findSetting(db: Db, key: SettingKey): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function putSetting(trx: Trx, key: SettingKey, value: string): Promise<void> {
  await trx
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** Counts up each time released data changes: what ETags are made of. 0 before anything was released. */
export async function releasedCount(db: Db): Promise<number> {
  return Number((await findSetting(db, 'released')) ?? 0);
}

/** To be called in every transaction that changes what readers see. */
export async function markReleased(trx: Trx): Promise<void> {
  await putSetting(trx, 'released', String((await releasedCount(trx)) + 1));
}

/** What the catalogue that readers see is known by: another text whenever a document comes, goes or is labelled. */
export async function catalogueMark(db: Db): Promise<string> {
  return `${await findSetting(db, 'catalogue_hash')} ${await findSetting(db, 'catalogue_changes')}`;
}

/** To be called in every transaction that adds a document or labels one. */
export async function markCatalogue(trx: Trx): Promise<void> {
  await putSetting(trx, 'catalogue_changes', String(Number((await findSetting(trx, 'catalogue_changes')) ?? 0) + 1));
}

export type WorkspaceKind = 'real' | 'demo';

/** Whether this store holds real or made-up figures; null before it was decided. */
export async function findWorkspaceKind(db: Db): Promise<WorkspaceKind | null> {
  const value = await findSetting(db, 'workspace');
  return value === 'real' || value === 'demo' ? value : null;
}

/**
 * Decides once and for all whether a store holds real or made-up figures.
 * @throws where the store is already of the other kind: the two never mix.
 */
export async function claimWorkspace(trx: Trx, kind: WorkspaceKind): Promise<void> {
  const known = await findWorkspaceKind(trx);
  if (known === null) await putSetting(trx, 'workspace', kind);
  else if (known !== kind) {
    throw new StoreError(
      known === 'demo'
        ? '这个数据目录是演示数据，不能当作真实数据使用；请换一个 DATA_DIR (this folder holds demonstration figures)'
        : '这个数据目录是真实数据，不能写入演示数据；请换一个 DATA_DIR (this folder holds real figures)',
    );
  }
}
