import { reassess } from './assessments.ts';
import { appendFigures, figureKey, findFigures, type NewFigure } from './figures.ts';
import { now } from './key.ts';
import { listText } from './lists.ts';
import type { Trx } from './open.ts';
import { markReleased } from './settings.ts';
import type { StoredSubmission } from './submissions.ts';

/**
 * Publishes a submission's figures as new versions and judges the targets they touch anew, in the caller's
 * transaction. A figure handed in with the value and status already published adds no version.
 * @returns ids of the targets whose judged state changed.
 */
export async function publishSubmission(
  trx: Trx,
  submission: StoredSubmission,
  by: string,
  thisYear: number,
): Promise<{ appended: number; targets: string[] }> {
  const indicators = [...new Set(submission.figures.map(({ indicator }) => indicator))];
  const latest = new Map((await findFigures(trx, { indicators })).map((figure) => [figureKey(figure), figure]));
  const news: NewFigure[] = [];
  for (const figure of submission.figures) {
    const known = latest.get(figureKey(figure));
    const same =
      known?.value === figure.value &&
      known.status === figure.status &&
      known.decimals === figure.decimals &&
      known.caveats.length === 0;
    if (same) continue;
    news.push({
      indicator: figure.indicator,
      region: figure.region,
      year: figure.year,
      value: figure.value,
      decimals: figure.decimals,
      status: figure.status,
      caveats: [],
      note: null,
      source: {
        title: `${submission.fileName} ${figure.sheet}!${figure.cell}`,
        publisher: submission.createdByName,
        date: submission.createdAt.slice(0, 10),
        address: null,
      },
      submission: submission.id,
      recordedBy: by,
    });
  }
  await appendFigures(trx, news, now());
  const targets: string[] = [];
  for (const indicator of new Set(news.map((figure) => figure.indicator))) {
    const regions = [...new Set(news.filter((figure) => figure.indicator === indicator).map(({ region }) => region))];
    targets.push(...(await reassess(trx, { indicator, regions }, thisYear)));
  }
  await trx
    .updateTable('submission')
    .set({ targets_touched: listText(targets) })
    .where('id', '=', submission.id)
    .execute();
  await markReleased(trx);
  return { appended: news.length, targets };
}
