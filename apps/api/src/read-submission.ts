import { siftFigures } from '@dabiao/domain/check-figures';
import type { ReadFigure, UploadProblem } from '@dabiao/domain/problem';
import { regionAndBelow } from '@dabiao/domain/region';
import { readWorkbook } from '@dabiao/ingest/read-workbook';
import { publishedFigures } from '@dabiao/store/figures';
import { findIndicators } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';

export interface UploadedFile {
  bytes: Uint8Array;
  name: string;
  /** The region whose figures (and those below it) may be handed in; null for all. */
  region: string | null;
  /** Region and year for tables that do not say. */
  hints: { region?: string; year?: number };
  thisYear: number;
}

/** Reads and checks a file against the catalogue and the published figures; stores nothing. */
export async function readSubmission(
  db: Db,
  file: UploadedFile,
): Promise<{ figures: ReadFigure[]; problems: UploadProblem[] }> {
  const [indicators, regions] = [await findIndicators(db), await findRegions(db)];
  const read = await readWorkbook(file.bytes, file.name, { indicators, regions }, file.hints);
  const context = {
    indicators,
    regions: file.region === null ? null : regionAndBelow(file.region, regions),
    earlier: await publishedFigures(
      db,
      read.figures.map(({ indicator }) => indicator),
    ),
  };
  return siftFigures(read, context, file.thisYear);
}
