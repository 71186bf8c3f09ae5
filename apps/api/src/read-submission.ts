import { type CheckContext, type SiftedFigures, siftSteps } from '@dabiao/domain/check-figures';
import type { Corrections } from '@dabiao/domain/corrections';
import { highestLabel, type Label, levelOf } from '@dabiao/domain/label';
import type { ReadFigure, UploadProblem } from '@dabiao/domain/problem';
import { regionAndBelow } from '@dabiao/domain/region';
import { readWorkbook } from '@dabiao/ingest/read-workbook';
import { breather } from '@dabiao/store/breathe';
import { publishedFigures, seriesLabel } from '@dabiao/store/figures';
import { findIndicators } from '@dabiao/store/indicators';
import { findLayouts } from '@dabiao/store/layouts';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import type { StagedRows } from '@dabiao/store/stage-submission';
import type { ReadingHints } from '@dabiao/store/submission-tables';
import type { Report } from './progress.ts';

export interface UploadedFile {
  bytes: Uint8Array;
  name: string;
  /** The region whose figures (and those below it) may be handed in; null for all. */
  region: string | null;
  /** Region and year for tables that do not say. */
  hints: ReadingHints;
  /** What its maker says about how it is to be read. */
  corrections: Corrections | null;
  thisYear: number;
  /** The label it is to have at least. */
  label: Label;
}

/**
 * Checks what was read against the catalogue and the published figures, letting others in between. A submission gets at
 * least the label of the series it adds to, and what is said of its figures is said from figures of no higher label:
 * whoever may see the submission may read it.
 */
export async function checkRead(
  db: Db,
  read: { figures: readonly ReadFigure[]; problems: readonly UploadProblem[] },
  of: { region: string | null; thisYear: number; label: Label },
  report: Report = () => {},
): Promise<SiftedFigures & { label: Label }> {
  const label = highestLabel([of.label, await seriesLabel(db, read.figures)]);
  const regions = await findRegions(db);
  const context: CheckContext = {
    indicators: await findIndicators(db),
    regions: of.region === null ? null : regionAndBelow(of.region, regions),
    catalogueRegions: regions,
    earlier: await publishedFigures(
      db,
      read.figures.map(({ indicator }) => indicator),
      levelOf(label),
    ),
  };
  const steps = siftSteps(read, context, of.thisYear);
  const breathe = breather();
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, label };
    report('checking', step.value, read.figures.length);
    await breathe();
  }
}

/** Reads and checks a file against the catalogue and the published figures; stores nothing. */
export async function readSubmission(db: Db, file: UploadedFile, report: Report): Promise<StagedRows> {
  const [indicators, regions] = [await findIndicators(db), await findRegions(db)];
  const remembered = (await findLayouts(db, file.region)).map(({ corrections }) => corrections);
  report('reading');
  const read = await readWorkbook(
    file.bytes,
    file.name,
    { indicators, regions },
    { ...file.hints, remembered, ...(file.corrections === null ? {} : { corrections: file.corrections }) },
  );
  return { ...(await checkRead(db, read, file, report)), sheets: read.sheets };
}
