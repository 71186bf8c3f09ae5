import type { SheetView } from '@dabiao/domain/sheet-view';
import type { Db } from './open.ts';

/** The sheets of a submission's file as they were understood, in the order of the file; none for rows typed in. */
export async function findSubmissionSheets(db: Db, submission: string): Promise<SheetView[]> {
  const rows = await db
    .selectFrom('submission_sheet')
    .select('view')
    .where('submission', '=', submission)
    .orderBy('position')
    .execute();
  return rows.map(({ view }) => JSON.parse(view) as SheetView);
}
