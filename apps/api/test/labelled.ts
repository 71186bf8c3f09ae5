import type { Label, Level } from '@dabiao/domain/label';
import { reassess } from '@dabiao/store/assessments';
import { putLabel } from '@dabiao/store/labels';
import type { Trx } from '@dabiao/store/open';
import { markCatalogue } from '@dabiao/store/settings';
import { setClearance } from '@dabiao/store/users';
import type { Running } from './running-app.ts';

export const THIS_YEAR = 2026;

/** Labels of documents by id and of figures by `indicator region year`. */
export interface Labels {
  documents: Record<string, Label>;
  figures: Record<string, Label>;
}

/** Gives labels as the administrator would. */
export async function putLabels(running: Running, { documents, figures }: Labels): Promise<void> {
  await running.store.transact(async (trx) => {
    for (const [id, label] of Object.entries(documents))
      await putLabel(trx, { kind: 'document', id }, label, THIS_YEAR);
    for (const [id, label] of Object.entries(figures)) await putLabel(trx, { kind: 'figure', id }, label, THIS_YEAR);
  });
}

async function withoutDocuments(trx: Trx, above: Level): Promise<void> {
  const gone = (await trx.selectFrom('document').select('id').where('label', '>', above).execute()).map(({ id }) => id);
  if (gone.length === 0) return;
  const touched = await trx.selectFrom('target').select('indicator').distinct().where('document', 'in', gone).execute();
  const targets = trx.selectFrom('target').select('id').where('document', 'in', gone);
  for (const table of ['assessment', 'milestone', 'target_department'] as const) {
    await trx.deleteFrom(table).where('target', 'in', targets).execute();
  }
  for (const table of ['measure', 'target', 'clause'] as const) {
    await trx.deleteFrom(table).where('document', 'in', gone).execute();
  }
  await trx.deleteFrom('document').where('id', 'in', gone).execute();
  const named = trx.selectFrom('target_department').select('department');
  await trx.deleteFrom('department').where('id', 'not in', named).execute();
  for (const { indicator } of touched) {
    const still = async (table: 'target' | 'figure') =>
      trx.selectFrom(table).select('id').where('indicator', '=', indicator).executeTakeFirst();
    if ((await still('target')) || (await still('figure'))) continue;
    await trx.deleteFrom('indicator').where('id', '=', indicator).execute();
  }
}

/** Takes out of a store all that bears a label above `above`, as if it had never been. */
export async function takeOut(running: Running, above: Level): Promise<void> {
  await running.store.transact(async (trx) => {
    await trx.deleteFrom('figure').where('label', '>', above).execute();
    await withoutDocuments(trx, above);
    await reassess(trx, {}, THIS_YEAR);
    await markCatalogue(trx);
  });
}

/** Signs in with a clearance of one's own. @returns the cookie header. */
export async function signInAs(
  running: Running,
  { name, roles, clearance, region }: { name: string; roles: string[]; clearance: Label; region?: string },
): Promise<{ cookie: string; id: string }> {
  const { cookie } = await running.signIn(name, roles, region);
  const { id } = await running.store.read
    .selectFrom('user')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  await running.store.transact((trx) => setClearance(trx, id, clearance));
  return { cookie, id };
}
