import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { auditHead, firstBrokenAuditLine } from './audit.ts';
import { type Anchor, firstLostAnchor } from './audit-anchor.ts';
import type { Db } from './open.ts';
import { uploadPath } from './uploads.ts';

/** What a check of everything found; all empty or null where nothing is wrong. */
export interface Verification {
  /** What the engine says of the file. */
  database: string[];
  /** The first audit line that was altered, is missing or stands elsewhere. */
  audit: number | null;
  anchor: Anchor | null;
  /** Files that are gone or no longer the ones that were kept, by their place in the data folder. */
  files: { file: string; what: 'missing' | 'altered' }[];
  /** How many audit lines there are. */
  lines: number;
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return null;
  }
  return hash.digest('hex');
}

async function expectedFiles(db: Db, dataDir: string): Promise<{ path: string; hash: string; name: string }[]> {
  const briefings = await db.selectFrom('briefing').select(['id', 'data_hash', 'pdf_hash']).execute();
  const submissions = await db.selectFrom('submission').select('file_hash').distinct().execute();
  return [
    ...submissions.map(({ file_hash }) => ({
      path: uploadPath(dataDir, file_hash),
      hash: file_hash,
      name: `uploads/${file_hash}`,
    })),
    ...briefings.flatMap(({ id, data_hash, pdf_hash }) =>
      [
        { name: `briefings/${id}.pdf`, hash: pdf_hash },
        { name: `briefings/${id}.json`, hash: data_hash },
      ].map((one) => ({ ...one, path: join(dataDir, one.name) })),
    ),
  ];
}

async function wrongFiles(db: Db, dataDir: string): Promise<Verification['files']> {
  const wrong: Verification['files'] = [];
  for (const { path, hash, name } of await expectedFiles(db, dataDir)) {
    const found = await hashOf(path);
    if (found === null) wrong.push({ file: name, what: 'missing' });
    else if (found !== hash) wrong.push({ file: name, what: 'altered' });
  }
  return wrong;
}

/** What the engine says is wrong with the file; empty where it is whole. `quick` does not look into the indexes. */
export async function damageOf(db: Db, quick: boolean): Promise<string[]> {
  const { rows } = await sql
    .raw<Record<string, string>>(quick ? 'pragma quick_check(10)' : 'pragma integrity_check(100)')
    .execute(db);
  const words = rows.flatMap((row) => Object.values(row)).filter((word) => word !== 'ok');
  if (quick) return words;
  const loose = await sql.raw<{ table: string }>('pragma foreign_key_check').execute(db);
  return [...words, ...loose.rows.map(({ table }) => `foreign key: ${table}`)];
}

/** Checks database, audit chain, anchors and every kept file. */
export async function verifyStore(db: Db, dataDir: string, anchors: string): Promise<Verification> {
  const database = await damageOf(db, false);
  return {
    database,
    audit: await firstBrokenAuditLine(db),
    anchor: await firstLostAnchor(db, anchors),
    files: await wrongFiles(db, dataDir),
    lines: (await auditHead(db)).seq,
  };
}

/** Whether the check found nothing wrong. */
export const isWhole = ({ database, audit, anchor, files }: Verification): boolean =>
  database.length === 0 && audit === null && anchor === null && files.length === 0;
