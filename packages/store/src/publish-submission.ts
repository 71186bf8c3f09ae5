import { type Level, levelOf } from '@dabiao/domain/label';
import { reassess } from './assessments.ts';
import { breather } from './breathe.ts';
import { type ComparedRow, compareRows, hasMovedOn, isUnchanged } from './compare-rows.ts';
import { insertVersions, type NewVersion } from './figures.ts';
import { now } from './key.ts';
import { inChunks, listText } from './lists.ts';
import type { Trx } from './open.ts';
import { markReleased } from './settings.ts';
import { latestReason } from './submission-steps.ts';
import { findSubmission, type StoredSubmission } from './submissions.ts';

/** Thrown where a published figure is no longer the version that a row was compared with; nothing is published then. */
export class FigureMovedOn extends Error {
  /** Sheet and cell of the row. */
  readonly place: string;

  constructor(place: string) {
    super(`figure moved on: ${place}`);
    this.place = place;
  }
}

export interface Publication {
  /** Who publishes: a user's id. */
  by: string;
  thisYear: number;
  /** ISO 8601 UTC; absent for now. */
  at?: string;
  /** Told how far it is: rows stored, then targets judged. */
  onProgress?: (step: 'publishing' | 'judging', done: number, total: number) => void;
}

/** Targets that are judged before others are let in. */
const TARGETS = 5;

function toVersion(
  { row, latest }: ComparedRow,
  submission: StoredSubmission,
  of: { by: string; reason: string | null },
): NewVersion {
  // A correction mends the value; that it is a part-year figure, say, stays true.
  const corrected = submission.kind === 'correction' ? latest : null;
  return {
    indicator: row.indicator,
    region: row.region,
    year: row.year,
    version: row.earlier_version + 1,
    value: row.value,
    status: row.status,
    caveats: corrected?.caveats ?? listText([]),
    note: corrected?.note ?? null,
    source_title: `${submission.fileName} ${row.sheet}!${row.cell}`,
    source_publisher: submission.createdByName,
    source_date: submission.createdAt.slice(0, 10),
    source_address: null,
    quote: null,
    submission: submission.id,
    recorded_by: of.by,
    withdrawn: row.withdrawn,
    reason: of.reason,
    // A new version is never below the one before: only the security administrator lowers a label.
    label: Math.max(levelOf(submission.label), latest?.label ?? 0) as Level,
  };
}

/** The versions a submission adds. @throws FigureMovedOn */
async function newVersions(trx: Trx, submission: StoredSubmission, by: string): Promise<NewVersion[]> {
  const reason = await latestReason(trx, submission.id, ['add', 'submit']);
  const news: NewVersion[] = [];
  for await (const page of compareRows(trx, submission.id)) {
    for (const compared of page) {
      if (hasMovedOn(compared)) throw new FigureMovedOn(`${compared.row.sheet}!${compared.row.cell}`);
      const raised = (compared.latest?.label ?? 0) < levelOf(submission.label);
      if (!raised && isUnchanged(compared, submission.kind === 'correction')) continue;
      news.push(toVersion(compared, submission, { by, reason }));
    }
  }
  return news;
}

/** Ids of the targets that are judged by some of the figures. */
async function targetsOf(trx: Trx, versions: readonly Pick<NewVersion, 'indicator' | 'region'>[]): Promise<string[]> {
  const touched = new Set(versions.map(({ indicator, region }) => `${indicator} ${region}`));
  const found: string[] = [];
  for (const chunk of inChunks([...new Set(versions.map(({ indicator }) => indicator))])) {
    const targets = await trx
      .selectFrom('target')
      .select(['id', 'indicator', 'region'])
      .where('indicator', 'in', chunk)
      .orderBy('id')
      .execute();
    for (const { id, indicator, region } of targets) if (touched.has(`${indicator} ${region}`)) found.push(id);
  }
  return found;
}

/**
 * Publishes a submission's figures as new versions and judges the targets they touch anew, in the caller's
 * transaction. A figure handed in with the value and status already published adds no version. Gives way to other
 * requests in between.
 * @returns how many versions were added, and ids of the targets whose judged state changed.
 * @throws FigureMovedOn where somebody has published another version since a row was read
 */
export async function publishSubmission(
  trx: Trx,
  id: string,
  { by, thisYear, at = now(), onProgress = () => {} }: Publication,
): Promise<{ appended: number; targets: string[] }> {
  const submission = await findSubmission(trx, id);
  if (!submission) throw new Error(`no submission ${id}`);
  const news = await newVersions(trx, submission, by);
  await insertVersions(trx, news, at, (done) => onProgress('publishing', done, news.length));
  const touched = await targetsOf(trx, news);
  const targets: string[] = [];
  const breathe = breather();
  let judged = 0;
  for (const ids of inChunks(touched, TARGETS)) {
    targets.push(...(await reassess(trx, { ids }, thisYear)));
    judged += ids.length;
    onProgress('judging', judged, touched.length);
    await breathe();
  }
  await trx
    .updateTable('submission')
    .set({ targets_touched: listText(targets), released_at: at })
    .where('id', '=', id)
    .execute();
  await markReleased(trx);
  return { appended: news.length, targets };
}
