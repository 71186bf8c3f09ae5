import type { Level } from '@dabiao/domain/label';
import { breather } from './breathe.ts';
import type { Db } from './open.ts';
import { type SubmissionState, stillOpen } from './submissions.ts';

/** A row of a submission whose figure stands in another open submission too. */
export interface Rival {
  position: number;
  sheet: string;
  cell: string;
  row: number;
  /** The other submission, who made it and when. */
  submission: string;
  by: string;
  createdAt: string;
  state: Exclude<SubmissionState, 'withdrawn'>;
}

/** Another open submission with some of the same figures. */
export interface RivalSubmission extends Pick<Rival, 'submission' | 'by' | 'state'> {
  figures: number;
}

/** Positions that one query looks at. */
const PAGE = 5000;

/**
 * Rows whose figures somebody else has in an open submission, or the same person in one that was handed on already; in
 * the order of the file.
 * @param upTo the highest label of submissions that are told of
 * @returns the first `limit` of them, how many there are, and the submissions they stand in
 */
export async function findRivals(
  db: Db,
  submission: string,
  limit: number,
  upTo: Level = 2,
): Promise<{ rows: Rival[]; count: number; submissions: RivalSubmission[] }> {
  const own = await db
    .selectFrom('submission')
    .select(['created_by', 'row_count'])
    .where('id', '=', submission)
    .executeTakeFirst();
  const breathe = breather();
  const found: Rival[] = [];
  const submissions = new Map<string, RivalSubmission>();
  let count = 0;
  for (let from = 0; own && from < own.row_count; from += PAGE) {
    const rows = await db
      .selectFrom('submission_figure as mine')
      .innerJoin('submission_figure as theirs', (join) =>
        join
          .onRef('theirs.year', '=', 'mine.year')
          .onRef('theirs.indicator', '=', 'mine.indicator')
          .onRef('theirs.region', '=', 'mine.region')
          .onRef('theirs.submission', '!=', 'mine.submission'),
      )
      .innerJoin('submission', 'submission.id', 'theirs.submission')
      .innerJoin('user', 'user.id', 'submission.created_by')
      .select(['mine.position', 'mine.sheet', 'mine.cell', 'mine.row_number as row'])
      .select(['submission.id as submission', 'submission.state', 'submission.created_at as createdAt'])
      .select('user.display_name as by')
      .where('mine.submission', '=', submission)
      .where('mine.position', '>=', from)
      .where('mine.position', '<', from + PAGE)
      .where((eb) => stillOpen(eb))
      .where('submission.label', '<=', upTo)
      .where((eb) =>
        eb.or([
          eb('submission.created_by', '!=', own.created_by),
          eb('submission.state', 'in', ['submitted', 'approved']),
        ]),
      )
      .orderBy('mine.position')
      .orderBy('submission.id')
      .execute();
    for (const { state, ...row } of rows) {
      if (state === 'withdrawn') continue;
      count += 1;
      if (found.length < limit) found.push({ ...row, state });
      const known = submissions.get(row.submission) ?? { submission: row.submission, by: row.by, state, figures: 0 };
      submissions.set(row.submission, { ...known, figures: known.figures + 1 });
    }
    await breathe();
  }
  return { rows: found, count, submissions: [...submissions.values()] };
}
