import { proposeDocument, proposeTarget } from '@dabiao/catalogue/propose';
import { MAX_READING_LETTERS } from '@dabiao/contract/reading';
import type { Label } from '@dabiao/domain/label';
import { readFileText } from '@dabiao/reader/read-file';
import type { Reading } from '@dabiao/reader/reading';
import { insertAudit } from '@dabiao/store/audit';
import { findIndicators } from '@dabiao/store/indicators';
import { sha256 } from '@dabiao/store/key';
import type { Db } from '@dabiao/store/open';
import { findOpenReading, insertReading, type NewReading } from '@dabiao/store/readings';
import { findRegions } from '@dabiao/store/regions';
import type { User } from '@dabiao/store/users';
import type { Deps } from './deps.ts';
import { freeDocumentName } from './document-name.ts';
import { toNewMeasure } from './new-measure.ts';
import { Problem } from './problem.ts';
import type { Report } from './progress.ts';
import { readText } from './read-text.ts';
import { readingReach } from './region-rights.ts';

/** A policy document on its way in. */
export interface HandedText {
  name: string;
  bytes: Buffer;
  /** Whether the bytes are a file of some kind, or text somebody pasted. */
  pasted: boolean;
  /** The label it is handed in with. */
  label: Label;
}

/** More targets and measures than any document has; what has more is no document. */
const MAX_CANDIDATES = 2000;

async function textOf(item: HandedText, report: Report): Promise<string> {
  if (item.pasted) return item.bytes.toString('utf8');
  const answer = await readFileText(item.bytes, (done, all) => report('reading', done, all));
  if ('refusal' in answer) {
    const { code, message, messageEn } = answer.refusal;
    throw new Problem(code, { zh: message, en: messageEn });
  }
  return answer.text;
}

function checkLength(text: string): void {
  if (text.trim() === '') throw new Problem('file_empty');
  if (text.length <= MAX_READING_LETTERS) return;
  throw new Problem('file_too_large', {
    zh: `网页上最多读${MAX_READING_LETTERS / 10_000}万字，这份文件有${text.length}字；请只保留正文，或用命令 dabiao read 读取。`,
    en: `The page reads ${MAX_READING_LETTERS} letters at most, and this text has ${text.length}; keep only the body, or read it with the command dabiao read.`,
  });
}

/** Quantities that are no targets; what a measure pays is told by the measure. */
const besideTargets = ({ leftOut, measures }: Reading): NewReading['beside'] =>
  leftOut
    .filter(({ start, end }) => !measures.some((one) => one.start <= start && end <= one.end))
    .map(({ start, end, reason }) => ({ kind: 'left_out', start, end, reason }));

async function toNewReading(
  db: Db,
  item: HandedText,
  text: string,
  read: Reading,
): Promise<Omit<NewReading, 'createdBy'>> {
  if (read.candidates.length + read.measures.length > MAX_CANDIDATES) {
    throw new Problem('file_too_large', {
      zh: `读出的目标和奖补政策超过${MAX_CANDIDATES}项，不像一份政策文件；请只保留正文再读。`,
      en: `More than ${MAX_CANDIDATES} targets and measures were read: this does not look like a policy document; keep only the body.`,
    });
  }
  const [indicators, regions] = [await findIndicators(db), await findRegions(db)];
  const id = await freeDocumentName(db, read.document, read.document.region);
  return {
    fileName: item.name,
    fileHash: sha256(item.bytes),
    text,
    document: proposeDocument(read.document, regions, id),
    outline: read.outline,
    label: item.label,
    beside: besideTargets(read),
    candidates: read.candidates.map((one) => ({
      start: one.start,
      end: one.end,
      origin: 'reader' as const,
      cameFrom: [],
      confidence: one.confidence,
      reasons: one.reasons,
      proposed: proposeTarget(one, indicators),
      restates: one.restates ?? null,
    })),
    measures: read.measures.map((one) => toNewMeasure(one, 'reader')),
  };
}

/**
 * Reads a policy document and keeps what was found, all of it open; nothing is published. The same bytes again, while
 * they are open, lead to the reading there is.
 * @throws Problem where the file is refused
 */
export async function handInText(
  deps: Deps,
  sender: { user: User; address: string },
  item: HandedText,
  report: Report,
): Promise<{ id: string; repeated: boolean }> {
  const { store } = deps;
  const labels = { from: item.label, to: sender.user.clearance };
  const reach = await readingReach(store.read, sender.user);
  const before = await findOpenReading(store.read, sha256(item.bytes), labels, reach);
  if (before) return { id: before, repeated: true };
  report('reading');
  const text = await textOf(item, report);
  checkLength(text);
  report('checking');
  const reading = await toNewReading(store.read, item, text, await readText(text));
  return store.transact(async (trx) => {
    const twin = await findOpenReading(trx, reading.fileHash, labels, reach);
    if (twin) return { id: twin, repeated: true };
    const id = await insertReading(trx, { ...reading, createdBy: sender.user.id });
    const [candidates, measures] = [reading.candidates.length, reading.measures?.length ?? 0];
    const detail = { hash: reading.fileHash, candidates, measures, label: item.label };
    await insertAudit(trx, {
      user: sender.user.name,
      action: 'reading.add',
      object: id,
      detail,
      address: sender.address,
    });
    return { id, repeated: false };
  });
}
