import { now } from './key.ts';
import type { Db, Trx } from './open.ts';

export interface StoredBriefing {
  id: string;
  document: string | null;
  documentTitle: string | null;
  year: number;
  title: string;
  createdAt: string;
  createdBy: string | null;
  bytes: number;
}

export interface NewBriefing {
  id: string;
  document: string;
  year: number;
  title: string;
  lang: 'zh' | 'en';
  /** SHA-256 of the kept data and of the PDF made from it. */
  dataHash: string;
  pdfHash: string;
  bytes: number;
  createdBy: string | null;
}

export async function insertBriefing(trx: Trx, briefing: NewBriefing): Promise<void> {
  await trx
    .insertInto('briefing')
    .values({
      id: briefing.id,
      document: briefing.document,
      year: briefing.year,
      title: briefing.title,
      lang: briefing.lang,
      data_hash: briefing.dataHash,
      pdf_hash: briefing.pdfHash,
      bytes: briefing.bytes,
      created_at: now(),
      created_by: briefing.createdBy,
    })
    .execute();
}

const rows = (db: Db) =>
  db
    .selectFrom('briefing')
    .leftJoin('document', 'document.id', 'briefing.document')
    .leftJoin('user', 'user.id', 'briefing.created_by')
    .select([
      'briefing.id',
      'briefing.document',
      'document.short_title as documentTitle',
      'briefing.year',
      'briefing.title',
      'briefing.created_at as createdAt',
      'user.name as createdBy',
      'briefing.bytes',
    ]);

/** Briefings, newest first. */
export async function findBriefings(db: Db, limit: number, before?: string): Promise<StoredBriefing[]> {
  let query = rows(db).orderBy('briefing.id', 'desc').limit(limit);
  if (before !== undefined) query = query.where('briefing.id', '<', before);
  return query.execute();
}

export async function findBriefing(db: Db, id: string): Promise<StoredBriefing | null> {
  return (await rows(db).where('briefing.id', '=', id).executeTakeFirst()) ?? null;
}

export async function countBriefings(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('briefing')
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}
