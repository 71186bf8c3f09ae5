import { type Label, labelAt, levelOf } from '@dabiao/domain/label';
import type { Selectable } from 'kysely';
import { now } from './key.ts';
import { inChunks } from './lists.ts';
import type { Db, Trx } from './open.ts';
import type { Tables } from './tables.ts';

export type BriefingScope = Tables['briefing']['scope'];

/** A briefing that was made; it never changes. */
export interface StoredBriefing {
  id: string;
  /** What it is of, and the short name, code or name of that; null for a list and for the whole. */
  scope: BriefingScope;
  scopeValue: string | null;
  scopeName: string | null;
  document: string | null;
  documentTitle: string | null;
  year: number;
  title: string;
  lang: 'zh' | 'en';
  /** JSON of what was asked for. */
  options: string;
  /** SHA-256 of the kept data and of the PDF made from it. */
  dataHash: string;
  pdfHash: string;
  bytes: number;
  pages: number | null;
  /** How many figures it was made from, and when the newest of them was recorded. */
  figures: number;
  dataAt: string | null;
  /** What drew it; null for one of an earlier program. */
  engine: string | null;
  /** Shared by those made in one go. */
  batch: string | null;
  /** Submission whose unreleased figures it was made of: a draft. */
  submission: string | null;
  createdAt: string;
  createdBy: string | null;
  /** Who may see it: the highest label of what is in it. */
  label: Label;
}

export type NewBriefing = Omit<StoredBriefing, 'documentTitle' | 'createdAt' | 'createdBy'> & {
  /** Key of the user. */
  createdBy: string | null;
  /** Ids of the documents it speaks of, and its series: indicator and region. */
  sources: { documents: readonly string[]; series: readonly string[] };
};

async function insertSources(trx: Trx, briefing: string, { documents, series }: NewBriefing['sources']): Promise<void> {
  const objects = [
    ...[...new Set(documents)].map((object) => ({ briefing, kind: 'document' as const, object })),
    ...[...new Set(series)].map((object) => ({ briefing, kind: 'series' as const, object })),
  ];
  for (const rows of inChunks(objects, 200)) await trx.insertInto('briefing_source').values(rows).execute();
}

export async function insertBriefing(trx: Trx, briefing: NewBriefing): Promise<void> {
  const { dataHash, pdfHash, scopeValue, scopeName, dataAt, createdBy, label, sources, ...same } = briefing;
  await trx
    .insertInto('briefing')
    .values({
      ...same,
      data_hash: dataHash,
      pdf_hash: pdfHash,
      scope_value: scopeValue,
      scope_name: scopeName,
      data_at: dataAt,
      created_at: now(),
      created_by: createdBy,
      label: levelOf(label),
    })
    .execute();
  await insertSources(trx, briefing.id, sources);
}

/** Whose briefings are asked for: drafts are seen by their makers, and by those who review. */
export interface BriefingReader {
  user: string | null;
  reviews: boolean;
  /** The regions whose drafts are reviewed; null for all. */
  regions: readonly string[] | null;
}

/** Which briefings are asked for; an absent field asks for all. */
export interface BriefingFilter {
  scope?: BriefingScope;
  scopeValue?: string;
  year?: number;
  /** Sign-in name of the maker. */
  by?: string;
  batch?: string;
  /** Words of the title or of what it is of. */
  q?: string;
}

const rows = (db: Db) =>
  db
    .selectFrom('briefing')
    .leftJoin('document', 'document.id', 'briefing.document')
    .leftJoin('user', 'user.id', 'briefing.created_by')
    .selectAll('briefing')
    .select(['document.short_title as documentTitle', 'user.name as maker']);

function visible(db: Db, reader: BriefingReader) {
  const query = rows(db);
  const { regions } = reader;
  if (reader.reviews && regions === null) return query;
  return query.where((or) =>
    or.or([
      or('briefing.submission', 'is', null),
      ...(reader.reviews && regions !== null
        ? [
            or.exists(
              or
                .selectFrom('submission')
                .innerJoin('user as handed', 'handed.id', 'submission.created_by')
                .select('submission.id')
                .whereRef('submission.id', '=', 'briefing.submission')
                .where('handed.region', 'in', regions),
            ),
          ]
        : []),
      ...(reader.user === null ? [] : [or('briefing.created_by', '=', reader.user)]),
    ]),
  );
}

function filtered(db: Db, reader: BriefingReader, { scope, scopeValue, year, by, batch, q }: BriefingFilter) {
  let query = visible(db, reader);
  if (scope !== undefined) query = query.where('briefing.scope', '=', scope);
  if (scopeValue !== undefined) query = query.where('briefing.scope_value', '=', scopeValue);
  if (year !== undefined) query = query.where('briefing.year', '=', year);
  if (by !== undefined) query = query.where('user.name', '=', by);
  if (batch !== undefined) query = query.where('briefing.batch', '=', batch);
  if (q !== undefined) {
    // Wildcards asked for stand for any one character: SQL engines differ in how they are escaped.
    const like = `%${q.replace(/[\\%_]/g, '_')}%`;
    query = query.where((or) =>
      or.or([or('briefing.title', 'like', like), or('briefing.scope_name', 'like', like), or('briefing.id', '=', q)]),
    );
  }
  return query;
}

type Row = Selectable<Tables['briefing']> & { documentTitle: string | null; maker: string | null };

function toBriefing(row: Row): StoredBriefing {
  const { id, scope, document, documentTitle, year, title, lang, options, bytes, pages, figures, engine } = row;
  return {
    ...{ id, scope, document, documentTitle, year, title, lang, options, bytes, pages, figures, engine },
    scopeValue: row.scope_value,
    scopeName: row.scope_name ?? documentTitle,
    dataHash: row.data_hash,
    pdfHash: row.pdf_hash,
    dataAt: row.data_at,
    batch: row.batch,
    submission: row.submission,
    createdAt: row.created_at,
    createdBy: row.maker,
    label: labelAt(row.label),
  };
}

/** Briefings that a reader may see, newest first. */
export async function findBriefings(
  db: Db,
  reader: BriefingReader,
  filter: BriefingFilter,
  page: { limit: number; before?: string },
): Promise<StoredBriefing[]> {
  let query = filtered(db, reader, filter).orderBy('briefing.id', 'desc').limit(page.limit);
  if (page.before !== undefined) query = query.where('briefing.id', '<', page.before);
  return (await query.execute()).map(toBriefing);
}

/** One briefing; null where there is none or the reader may not see it. */
export async function findBriefing(db: Db, id: string, reader: BriefingReader): Promise<StoredBriefing | null> {
  const row = await visible(db, reader).where('briefing.id', '=', id).executeTakeFirst();
  return row ? toBriefing(row) : null;
}

export async function countBriefings(db: Db, reader: BriefingReader, filter: BriefingFilter): Promise<number> {
  const { n } = await filtered(db, reader, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Sign-in names of those who made one, by name. */
export async function findBriefingMakers(db: Db): Promise<string[]> {
  const makers = await db
    .selectFrom('briefing')
    .innerJoin('user', 'user.id', 'briefing.created_by')
    .select('user.name')
    .distinct()
    .orderBy('user.name')
    .execute();
  return makers.map(({ name }) => name);
}

/** How many were issued since a time, each batch counted once: the next one's number is one more. */
export async function countIssued(db: Db, since: string): Promise<number> {
  const issued = await db
    .selectFrom('briefing')
    .select(['id', 'batch'])
    .where('created_at', '>=', since)
    .where('submission', 'is', null)
    .execute();
  return new Set(issued.map(({ id, batch }) => batch ?? id)).size;
}
