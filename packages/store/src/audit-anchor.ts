import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { auditHashAt, auditHead } from './audit.ts';
import { now } from './key.ts';
import type { Db } from './open.ts';

/** Number and hash of the last audit line at a time: kept outside the database, best on another machine. */
export interface Anchor {
  at: string;
  seq: number;
  hash: string;
}

export const anchorFile = (dataDir: string): string => join(dataDir, 'audit-anchors.jsonl');

async function readAnchors(file: string): Promise<Anchor[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as Anchor];
    } catch {
      // The last line of a file that a power loss cut short.
      return [];
    }
  });
}

/** Adds where the audit stands to the file, unless that stands there already. */
export async function addAnchor(db: Db, file: string): Promise<void> {
  const head = await auditHead(db);
  const last = (await readAnchors(file)).at(-1);
  if (head.seq === 0 || (last?.seq === head.seq && last.hash === head.hash)) return;
  await mkdir(dirname(file), { recursive: true });
  const anchor: Anchor = { at: now(), ...head };
  await appendFile(file, `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
}

/** The first anchor whose line is gone or another one: then the record was rewritten. @returns null where all hold. */
export async function firstLostAnchor(db: Db, file: string): Promise<Anchor | null> {
  for (const anchor of await readAnchors(file)) {
    if ((await auditHashAt(db, anchor.seq)) !== anchor.hash) return anchor;
  }
  return null;
}
