import type { Catalogue } from '@dabiao/domain/catalogue';
import { inChunks } from './lists.ts';
import type { Db } from './open.ts';

/** A document published on the page whose short name, or the id of one of whose targets or policy measures, the catalogue uses too. */
export interface TakenDocument {
  /** Short name of the catalogue's document. */
  document: string;
  /** Title of the published document that has the name. */
  title: string;
  /** What both would be called: the short name, or the id of a target or policy measure. */
  name: string;
}

/** Published documents by id; their titles. */
async function publishedTitles(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('reading')
    .innerJoin('document', 'document.id', 'reading.published_as')
    .select(['document.id', 'document.title'])
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** The catalogue's targets or policy measures whose id one of a published document has. */
async function takenIds(
  db: Db,
  table: 'target' | 'measure',
  items: readonly { id: string; document: string }[],
  titles: ReadonlyMap<string, string>,
): Promise<TakenDocument[]> {
  const documents = new Map(items.map(({ id, document }) => [id, document]));
  const found: TakenDocument[] = [];
  for (const ids of inChunks([...documents.keys()])) {
    const rows = await db.selectFrom(table).select(['id', 'document']).where('id', 'in', ids).execute();
    for (const { id, document } of rows) {
      const title = titles.get(document);
      if (title !== undefined) found.push({ document: documents.get(id) ?? '', title, name: id });
    }
  }
  return found;
}

/** The catalogue's documents that would overwrite one published on the page, one entry for each. */
export async function takenDocuments(db: Db, catalogue: Catalogue): Promise<TakenDocument[]> {
  const titles = await publishedTitles(db);
  if (titles.size === 0) return [];
  const byName = catalogue.documents.flatMap(({ id }) => {
    const title = titles.get(id);
    return title === undefined ? [] : [{ document: id, title, name: id }];
  });
  const byId = [
    ...(await takenIds(db, 'measure', catalogue.measures, titles)),
    ...(await takenIds(db, 'target', catalogue.targets, titles)),
  ];
  return [...new Map([...byId, ...byName].map((one) => [one.document, one])).values()];
}

/** The catalogue without these documents, their clauses, targets and measures. */
export function withoutDocuments(catalogue: Catalogue, left: readonly TakenDocument[]): Catalogue {
  const gone = new Set(left.map(({ document }) => document));
  const stays = ({ document }: { document: string }) => !gone.has(document);
  return {
    ...catalogue,
    documents: catalogue.documents.filter(({ id }) => !gone.has(id)),
    clauses: catalogue.clauses.filter(stays),
    targets: catalogue.targets.filter(stays),
    measures: catalogue.measures.filter(stays),
  };
}

/** Why a document of the catalogue is not loaded, and what to do. */
export const takenSentence = ({ document, title, name }: TakenDocument): string =>
  `documents/${document}.yaml：“${name}”已用于在网页上发布的《${title}》，该文件保持原样，目录中的这一份没有装入；` +
  '请在 seeds 中为它另取短名、目标 id 或奖补政策 id，或删去这一份 (a document published on /read has this name; it is kept)';
