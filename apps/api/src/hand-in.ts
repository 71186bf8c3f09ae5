import type { GridBody } from '@dabiao/contract/grid-rows';
import type { Label } from '@dabiao/domain/label';
import type { UploadProblem } from '@dabiao/domain/problem';
import { insertAudit } from '@dabiao/store/audit';
import { findIndicators } from '@dabiao/store/indicators';
import { sha256 } from '@dabiao/store/key';
import type { Db, Trx } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import { findSameFile } from '@dabiao/store/same-file';
import { insertSubmission, type StagedRows } from '@dabiao/store/stage-submission';
import type { ReadingHints } from '@dabiao/store/submission-tables';
import { findSubmissionByKey } from '@dabiao/store/submissions';
import { keepUpload } from '@dabiao/store/uploads';
import type { User } from '@dabiao/store/users';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';
import type { Report } from './progress.ts';
import { readRows } from './read-rows.ts';
import { checkRead, readSubmission } from './read-submission.ts';

/** Something to be staged: the bytes that are kept, and how figures are read from them. */
export interface HandedIn {
  kind: 'file' | 'rows';
  name: string;
  bytes: Buffer;
  hints: ReadingHints;
  /** The label it is handed in with. */
  label: Label;
  read: (db: Db, report: Report) => Promise<StagedRows>;
}

export interface Sender {
  user: User;
  /** Idempotency-Key of the request. */
  key: string | null;
  address: string;
}

/** What rows typed in are called in places. */
const GRID = '填报表';

interface HandingIn {
  user: User;
  thisYear: number;
  label: Label;
}

export function fileHandedIn(
  file: { name: string; bytes: Buffer },
  hints: ReadingHints,
  { user, thisYear, label }: HandingIn,
): HandedIn {
  const read = (db: Db, report: Report) =>
    readSubmission(db, { ...file, hints, region: user.region, corrections: null, thisYear, label }, report);
  return { kind: 'file', name: file.name.slice(0, 200), bytes: file.bytes, hints, label, read };
}

/** Reads rows of a grid and checks them as those of a file are. */
export async function readGrid(
  db: Db,
  rows: GridBody['rows'],
  of: { region: string | null; thisYear: number; label: Label },
  report: Report,
): Promise<StagedRows> {
  const vocabulary = { indicators: await findIndicators(db), regions: await findRegions(db) };
  return checkRead(db, readRows(rows, GRID, vocabulary), of, report);
}

export function rowsHandedIn(body: GridBody, { user, thisYear, label }: HandingIn): HandedIn {
  const read = (db: Db, report: Report) => readGrid(db, body.rows, { region: user.region, thisYear, label }, report);
  const name = body.name ?? '网页填报';
  return { kind: 'rows', name, bytes: Buffer.from(JSON.stringify(body)), hints: {}, label, read };
}

/** Problems of a whole file: there is nothing to look at, so the request fails with that problem's own code. */
const FILE_REFUSALS = [
  'file_type',
  'file_too_large',
  'file_encrypted',
  'file_unreadable',
  'sheet_empty',
  'header_missing',
] as const;

/** The problem of a file that gave nothing at all; null where there is something to look at. */
function refusalOf({ figures, problems }: StagedRows): Problem | null {
  const found = problems.find(
    ({ code, severity }) => severity === 'error' && FILE_REFUSALS.some((one) => one === code),
  );
  if (!found || figures.length > 0) return null;
  const code = FILE_REFUSALS.find((one) => one === found.code) ?? 'file_unreadable';
  const said = ({ message, messageEn }: UploadProblem) => ({ zh: message, en: messageEn ?? message });
  const errors = problems.map((problem) => ({
    field: [problem.sheet, problem.cell].filter(Boolean).join('!'),
    message: said(problem),
  }));
  return new Problem(code, said(found), errors);
}

/**
 * What this would only repeat: the request with the same key, or a submission of the same bytes that is open or
 * released as it stands.
 * @throws Problem key_reused, file_known
 */
async function repeatedBy(
  db: Db,
  { user, key }: Sender,
  { hash, hints, label }: Pick<HandedIn, 'hints' | 'label'> & { hash: string },
): Promise<{ id: string; repeated: boolean } | null> {
  const known = key === null ? null : await findSubmissionByKey(db, user.id, key);
  if (known && known.fileHash !== hash) throw new Problem('key_reused');
  if (known) return { id: known.id, repeated: false };
  const same = await findSameFile(db, {
    hash,
    hints,
    label,
    user: user.id,
    region: user.region,
    clearance: user.clearance,
  });
  if (!same) return null;
  if (same.createdBy === user.id || user.roles.includes('reviewer')) return { id: same.id, repeated: true };
  const when = same.createdAt.slice(0, 10);
  throw new Problem('file_known', {
    zh: `${same.createdByName}已于${when}提交同一文件，填报批次为 ${same.id}，请与其联系。`,
    en: `${same.createdByName} handed in the same file at ${when} as submission ${same.id}; please talk to them.`,
  });
}

async function refuse(deps: Deps, sender: Sender, hash: string, refusal: Problem): Promise<never> {
  await deps.store.transact((trx) =>
    insertAudit(trx, {
      user: sender.user.name,
      action: 'submission.add',
      outcome: 'refused',
      detail: { code: refusal.code, hash },
      address: sender.address,
    }),
  );
  throw refusal;
}

async function stage(trx: Trx, sender: Sender, item: HandedIn & { hash: string }, read: StagedRows, report: Report) {
  const id = await insertSubmission(
    trx,
    {
      ...read,
      kind: item.kind,
      fileName: item.name,
      fileHash: item.hash,
      hints: item.hints,
      idempotencyKey: sender.key,
      createdBy: sender.user.id,
    },
    (done) => report('staging', done, read.figures.length),
  );
  await insertAudit(trx, {
    user: sender.user.name,
    action: 'submission.add',
    object: id,
    detail: { hash: item.hash, label: read.label ?? 'public' },
    address: sender.address,
  });
  return id;
}

/**
 * Stages a file or rows as a draft and keeps the bytes; nothing is published. The same again stores nothing.
 * @returns the submission's id; `repeated` where it is one that was handed in before
 * @throws Problem where the file as a whole is refused (audited), the key was used for other bytes, or somebody else
 *   has handed in the same
 */
export async function handIn(
  deps: Deps,
  config: Config,
  sender: Sender,
  item: HandedIn,
  report: Report,
): Promise<{ id: string; repeated: boolean }> {
  const { store } = deps;
  const hashed = { ...item, hash: sha256(item.bytes) };
  const before = await repeatedBy(store.read, sender, hashed);
  if (before) return before;
  const read = await item.read(store.read, report);
  const refusal = refusalOf(read);
  if (refusal) return refuse(deps, sender, hashed.hash, refusal);
  await keepUpload(config.dataDir, item.bytes);
  return store.transact(async (trx) => {
    // The same may have come twice at once; writing transactions run one after the other.
    const twin = await repeatedBy(trx, sender, hashed);
    return twin ?? { id: await stage(trx, sender, hashed, read, report), repeated: false };
  });
}
