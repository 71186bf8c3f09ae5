import { type Label, levelOf } from '@dabiao/domain/label';
import { addsNothing } from './compare-rows.ts';
import type { Db } from './open.ts';
import { hintsText } from './stage-submission.ts';
import type { ReadingHints } from './submission-tables.ts';
import type { SubmissionState } from './submissions.ts';

export interface SameFile {
  id: string;
  state: SubmissionState;
  createdAt: string;
  createdBy: string;
  createdByName: string;
}

/**
 * A submission of the same bytes, read with the same hints, by this user or by someone who may hand in for the same
 * regions, that is still open or whose figures are all published as they stand in it: handing the file in again would
 * change nothing. The user's own comes first, the newest first; null where there is none.
 */
export async function findSameFile(
  db: Db,
  file: {
    hash: string;
    hints: ReadingHints;
    user: string;
    region: string | null;
    /** The label it is handed in with (absent: 公开), and the highest one its maker may see (absent: all). */
    label?: Label;
    clearance?: Label;
  },
): Promise<SameFile | null> {
  const rows = await db
    .selectFrom('submission')
    .innerJoin('user', 'user.id', 'submission.created_by')
    .select(['submission.id', 'submission.state', 'submission.created_at', 'submission.created_by'])
    .select(['submission.released_at', 'user.display_name', 'user.region'])
    .where('submission.file_hash', '=', file.hash)
    .where('submission.hints', '=', hintsText(file.hints))
    .where('submission.state', '!=', 'withdrawn')
    .where('submission.kind', '!=', 'correction')
    .where('submission.label', '>=', levelOf(file.label ?? 'public'))
    .where('submission.label', '<=', levelOf(file.clearance ?? 'sensitive'))
    .orderBy('submission.id', 'desc')
    .execute();
  const own = rows.filter((row) => row.created_by === file.user);
  const alike = rows.filter((row) => row.created_by !== file.user && row.region === file.region);
  for (const row of [...own, ...alike]) {
    if (row.released_at !== null && !(await addsNothing(db, row.id))) continue;
    return {
      id: row.id,
      state: row.state,
      createdAt: row.created_at,
      createdBy: row.created_by,
      createdByName: row.display_name,
    };
  }
  return null;
}
