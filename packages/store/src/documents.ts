import type { Clause, PolicyDocument } from '@dabiao/domain/document';
import { type Label, labelAt } from '@dabiao/domain/label';
import type { ScheduleCuts } from '@dabiao/domain/target';
import type { Selectable } from 'kysely';
import { readList } from './lists.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** The cuts as stored with a document; both or none. */
export function readScheduleCuts(
  row: Pick<Selectable<Tables['document']>, 'schedule_yellow' | 'schedule_red'>,
): ScheduleCuts | null {
  if (row.schedule_yellow === null || row.schedule_red === null) return null;
  return { yellow: Number(row.schedule_yellow), red: Number(row.schedule_red) };
}

const toDocument = (row: Selectable<Tables['document']>): PolicyDocument => ({
  id: row.id,
  title: row.title,
  shortTitle: row.short_title,
  number: row.number,
  issuer: row.issuer,
  region: row.region,
  issuedOn: row.issued_on,
  effectiveFrom: row.effective_from,
  validTo: row.valid_to,
  period: { from: row.period_from, to: row.period_to },
  draft: row.draft === 1,
  notes: row.notes,
  scheduleCuts: readScheduleCuts(row),
  label: labelAt(row.label),
});

/** All documents in the order of the catalogue. */
export async function findDocuments(db: Db): Promise<PolicyDocument[]> {
  const rows = await db.selectFrom('document').selectAll().orderBy('position').orderBy('id').execute();
  return rows.map(toDocument);
}

/** The highest label among the documents that the reader of `db` may see. */
export async function highestDocumentLabel(db: Db): Promise<Label> {
  const { label } = await db
    .selectFrom('document')
    .select(({ fn }) => fn.max('label').as('label'))
    .executeTakeFirstOrThrow();
  return labelAt(Number(label ?? 0));
}

export async function findDocument(db: Db, id: string): Promise<PolicyDocument | null> {
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toDocument(row) : null;
}

/** The outline of a document, in the order of its text. */
export async function findClauses(db: Db, document: string): Promise<Clause[]> {
  const rows = await db.selectFrom('clause').selectAll().where('document', '=', document).orderBy('position').execute();
  return rows.map((row) => ({ document: row.document, position: row.position, path: readList(row.path) }));
}
