import type { Catalogue } from '@dabiao/domain/catalogue';
import { reassess } from './assessments.ts';
import { insertAudit } from './audit.ts';
import { putCatalogue } from './catalogue.ts';
import { migrate } from './migrate.ts';
import type { Store, Trx } from './open.ts';
import { takenDocuments, takenSentence, withoutDocuments } from './published-documents.ts';
import { claimWorkspace, findSetting, markReleased, putSetting, type WorkspaceKind } from './settings.ts';
import { StoreError } from './store-error.ts';
import { countTargets } from './targets.ts';
import { findUsers, insertUser } from './users.ts';

export interface Preparation {
  /** Read only where `hash` is another than the one the store was seeded with. */
  seeds: { hash: string; read: () => Promise<Catalogue> };
  /** Seeds again even where the hash is the same, and refuses what would overwrite a document published on the page. */
  anew?: boolean;
  kind: WorkspaceKind;
  /** Today's date, YYYY-MM-DD. */
  today: string;
  /** Version of the program: its formulas may have changed. */
  version: string;
}

export interface FirstUser {
  displayName: string;
  name: string;
  /** One-time password, to be told once. */
  password: string;
}

const FIRST_USERS = [
  { name: 'system-admin', displayName: '系统管理员', roles: ['system_admin'] },
  { name: 'security-admin', displayName: '安全管理员', roles: ['security_admin'] },
];

/** The two administrators of a new system, with one-time passwords; none where there are users already. */
export async function addFirstUsers(trx: Trx): Promise<FirstUser[]> {
  if ((await findUsers(trx)).some(({ disabled }) => !disabled)) return [];
  const made: FirstUser[] = [];
  for (const user of FIRST_USERS) {
    const inserted = await insertUser(trx, { ...user, region: null, createdBy: null });
    if (!inserted) continue;
    await insertAudit(trx, { user: null, action: 'user.add', object: user.name, detail: { roles: user.roles } });
    made.push({ displayName: user.displayName, name: user.name, password: inserted.password });
  }
  return made;
}

/** Loads the catalogue beside the documents published on the page, which no document of it overwrites. */
async function loadCatalogue(trx: Trx, seeds: Preparation['seeds'], strict: boolean) {
  const whole = await seeds.read();
  const taken = await takenDocuments(trx, whole);
  const leftOut = taken.map(takenSentence);
  if (strict && taken.length > 0) throw new StoreError(leftOut.join('\n'));
  const catalogue = withoutDocuments(whole, taken);
  const figures = await putCatalogue(trx, catalogue);
  const names = taken.length > 0 ? { leftOut: taken.map(({ document }) => document) } : {};
  const detail = { targets: catalogue.targets.length, figures, ...names };
  await insertAudit(trx, { user: null, action: 'catalogue.seed', detail });
  return { figures, leftOut };
}

/**
 * Makes a store ready: migrations, the catalogue where it changed, judgements where the catalogue, the program or the
 * year changed. Doing it again changes nothing.
 * @returns how many targets the store holds, how many figure versions were appended now, and a sentence for each
 *   document of the catalogue that was left out because one published on the page has its name.
 * @throws StoreError with those sentences where it seeds `anew`; nothing is loaded then.
 */
export async function prepareStore(
  store: Store,
  preparation: Preparation,
): Promise<{ targets: number; figures: number; leftOut: string[] }> {
  const { seeds, anew = false, kind, today, version } = preparation;
  // New tables may hold a part of the catalogue that was not stored before.
  const migrated = (await migrate(store)).length > 0;
  const hash = `${version} ${seeds.hash}`;
  const thisYear = Number(today.slice(0, 4));
  return store.transact(async (trx) => {
    await claimWorkspace(trx, kind);
    let loaded = { figures: 0, leftOut: [] as string[] };
    const isNew = anew || migrated || (await findSetting(trx, 'catalogue_hash')) !== hash;
    if (isNew) {
      loaded = await loadCatalogue(trx, seeds, anew);
      await putSetting(trx, 'catalogue_hash', hash);
    }
    const judgedWith = `${hash} ${thisYear}`;
    if (isNew || (await findSetting(trx, 'assessed_with')) !== judgedWith) {
      await reassess(trx, {}, thisYear);
      await putSetting(trx, 'assessed_with', judgedWith);
      await markReleased(trx);
    }
    return { targets: await countTargets(trx), ...loaded };
  });
}
