import { findFigureVersions, type KeptVersion } from './figures.ts';
import { inChunks } from './lists.ts';
import type { Db } from './open.ts';
import type { SubmissionKind } from './submissions.ts';

/** The cell a version was read from. */
export interface CellOfFile {
  submission: string;
  kind: SubmissionKind;
  fileName: string;
  /** Id of the submission's maker. */
  maker: string;
  makerName: string;
  makerRegion: string | null;
  sheet: string;
  cell: string;
  raw: string;
  rawUnit: string | null;
}

/** A version with who handed it in and from where; null for the catalogue's own. */
export interface HistoricVersion extends KeptVersion {
  file: CellOfFile | null;
}

/** Every version of one figure, the newest first, with the cell each was read from. */
export async function findFigureHistory(
  db: Db,
  { indicator, region, year }: { indicator: string; region: string; year: number },
): Promise<HistoricVersion[]> {
  const versions = await findFigureVersions(db, { indicator, region, from: year, to: year });
  const submissions = versions.flatMap(({ submission }) => submission ?? []);
  const files = new Map<string, CellOfFile>();
  for (const chunk of inChunks(submissions)) {
    const rows = await db
      .selectFrom('submission_figure as row')
      .innerJoin('submission', 'submission.id', 'row.submission')
      .innerJoin('user', 'user.id', 'submission.created_by')
      .select(['submission.id as submission', 'submission.kind', 'submission.file_name as fileName'])
      .select(['submission.created_by as maker', 'user.display_name as makerName', 'user.region as makerRegion'])
      .select(['row.sheet', 'row.cell', 'row.raw', 'row.raw_unit as rawUnit'])
      .where('submission.id', 'in', chunk)
      .where('row.indicator', '=', indicator)
      .where('row.region', '=', region)
      .where('row.year', '=', year)
      .execute();
    for (const row of rows) files.set(row.submission, row);
  }
  return versions.map((version) => ({
    ...version,
    file: version.submission === null ? null : (files.get(version.submission) ?? null),
  }));
}
