import type { Catalogue } from '@dabiao/domain/catalogue';
import { type Level, levelOf } from '@dabiao/domain/label';
import { judgedYears, reassess } from './assessments.ts';
import { insertTarget, putDocument, putIndicators, putRegions } from './catalogue.ts';
import { findDocument } from './documents.ts';
import { inChunks, listText } from './lists.ts';
import { insertMeasure } from './measures.ts';
import type { Db, Trx } from './open.ts';
import { endReading } from './readings.ts';
import { markCatalogue, markReleased } from './settings.ts';

/** Thrown where a document of this short name, or a target or policy measure of this id, is there already; nothing is stored then. */
export class DocumentExists extends Error {}

/** Documents made from readings stand behind those of `seeds/`, however many these come to be. */
const FIRST_POSITION = 100_000;

type Addition = Pick<Catalogue, 'regions' | 'indicators' | 'documents' | 'clauses' | 'targets' | 'measures'>;

/** What of a document has ids of its own. */
type Named = Record<'targets' | 'measures', readonly { id: string }[]>;

export interface ReadingPublication {
  reading: string;
  /** The revision that was checked. */
  seen: number;
  /** Who publishes: a user's id. */
  by: string;
  thisYear: number;
}

/** The place of a document among all: the one it has, or behind the last. */
async function positionOf(trx: Trx, id: string): Promise<number> {
  const known = await trx.selectFrom('document').select('position').where('id', '=', id).executeTakeFirst();
  if (known) return known.position;
  const { last } = await trx
    .selectFrom('document')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  return Math.max(FIRST_POSITION, Number(last ?? 0) + 1);
}

/** The first of these ids that another document than `own` has; null where none is taken. */
async function takenId(
  db: Db,
  table: 'target' | 'measure',
  items: readonly { id: string }[],
  own: string | null,
): Promise<string | null> {
  for (const ids of inChunks(items.map(({ id }) => id))) {
    const one = await db
      .selectFrom(table)
      .select('id')
      .where('id', 'in', ids)
      .where('document', '!=', own ?? '')
      .executeTakeFirst();
    if (one) return one.id;
  }
  return null;
}

/**
 * What is in the way of a document of this short name with these targets and policy measures, as a sentence; null where
 * nothing is. What bears a label above `upTo` is not named. A document `a-1` calls its targets as a document `a` may call
 * a target's parts, and `seeds/` may call a measure anything.
 * @param own the document that is to be replaced, which is in nobody's way and keeps its name
 */
export async function nameTaken(
  db: Db,
  id: string,
  { targets, measures }: Named,
  upTo: Level = 2,
  own: string | null = null,
): Promise<string | null> {
  const other = id === own ? null : await findDocument(db, id);
  if (own !== null && id !== own) return `这份文件已发布为“${own}”，更正时短名不能改`;
  if (other && levelOf(other.label ?? 'public') > upTo) return `短名“${id}”已被占用，请另取一个`;
  if (other) return `短名“${id}”已用于《${other.title}》，请另取一个`;
  const target = await takenId(db, 'target', targets, own);
  if (target !== null) return `短名“${id}”会使目标“${target}”与另一文件的目标同名，请另取一个`;
  const measure = await takenId(db, 'measure', measures, own);
  if (measure !== null) return `短名“${id}”会使奖补政策“${measure}”与另一文件的奖补政策同名，请另取一个`;
  return null;
}

async function addDocument(trx: Trx, addition: Addition, label: Level, own: string | null): Promise<string> {
  const document = addition.documents[0];
  if (!document) throw new Error('a reading makes one document');
  const taken = await nameTaken(trx, document.id, addition, label, own);
  if (taken !== null) throw new DocumentExists(taken);
  await putRegions(trx, addition.regions);
  await putIndicators(trx, addition.indicators);
  await putDocument(trx, document, await positionOf(trx, document.id));
  await trx.updateTable('document').set({ label }).where('id', '=', document.id).execute();
  const clauses = new Map<string, string>();
  for (const clause of addition.clauses) {
    const id = `${document.id}#${clause.position}`;
    clauses.set(listText(clause.path), id);
    await trx
      .insertInto('clause')
      .values({ id, document: document.id, position: clause.position, path: listText(clause.path) })
      .execute();
  }
  const clauseOf = (item: { id: string; clause: readonly string[] }): string => {
    const clause = clauses.get(listText(item.clause));
    if (clause === undefined) throw new Error(`${item.id}: clause not in the outline`);
    return clause;
  };
  for (const [position, target] of addition.targets.entries()) {
    await insertTarget(trx, target, position, clauseOf(target));
  }
  for (const [position, measure] of addition.measures.entries()) {
    await insertMeasure(trx, measure, position, clauseOf(measure));
  }
  return document.id;
}

/**
 * Makes a checked reading a document of the catalogue, with its outline, targets, policy measures and new indicators, and judges the
 * targets, in the caller's transaction. Loading `seeds/` again leaves such a document as it is. A reading that was
 * published before replaces the document it became.
 * @returns the document's id.
 * @throws DocumentExists, ReadingMovedOn
 */
export async function publishReading(trx: Trx, addition: Addition, of: ReadingPublication): Promise<string> {
  const before = await judgedYears(trx, of.thisYear);
  const { label, published_as: own } = await trx
    .selectFrom('reading')
    .select(['label', 'published_as'])
    .where('id', '=', of.reading)
    .executeTakeFirstOrThrow();
  const document = await addDocument(trx, addition, label, own);
  const after = await judgedYears(trx, of.thisYear);
  // A document that looks further back or ahead than all others widens the years that every target is judged in.
  const wider = before.join() !== after.join();
  await reassess(trx, wider ? {} : { documents: [document] }, of.thisYear);
  await endReading(trx, of.reading, { state: 'published', by: of.by, publishedAs: document, seen: of.seen });
  await markCatalogue(trx);
  await markReleased(trx);
  return document;
}
