import type { CaveatKind, FigureVersion } from '@dabiao/domain/figure';
import { highestLabel, labelAt } from '@dabiao/domain/label';
import { type ComparedRow, compareRows } from './compare-rows.ts';
import { figureKey } from './figures.ts';
import { readList } from './lists.ts';
import type { Db } from './open.ts';
import { type StoredSubmission, toStoredFigure } from './submissions.ts';

function candidate({ row, latest }: ComparedRow, submission: StoredSubmission): FigureVersion {
  const { value, decimals } = toStoredFigure(row);
  const { indicator, region, year, status } = row;
  const kept = submission.kind === 'correction' ? latest : null;
  return {
    id: `${submission.id}-${row.position}`,
    ...{ indicator, region, year, value, decimals, status },
    caveats: readList<CaveatKind>(kept?.caveats ?? '[]'),
    note: kept?.note ?? null,
    version: (latest?.version ?? 0) + 1,
    source: { title: `${submission.fileName}（未发布）`, publisher: null, date: null, address: null },
    quote: null,
    submission: submission.id,
    recordedAt: submission.createdAt,
    recordedBy: null,
    demo: false,
    label: highestLabel([submission.label, labelAt(latest?.label ?? 0)]),
  };
}

/**
 * The figures of one indicator and region as they would be if a submission were published now, by year; null where
 * it says nothing of that place.
 */
export async function unreleasedFigures(
  db: Db,
  submission: StoredSubmission,
): Promise<(published: readonly FigureVersion[], place: string) => FigureVersion[] | null> {
  const byPlace = new Map<string, ComparedRow[]>();
  for await (const page of compareRows(db, submission.id)) {
    for (const compared of page) {
      const place = `${compared.row.indicator} ${compared.row.region}`;
      const rows = byPlace.get(place);
      if (rows) rows.push(compared);
      else byPlace.set(place, [compared]);
    }
  }
  return (published, place) => {
    const changed = byPlace.get(place);
    if (!changed) return null;
    const figures = new Map(published.map((figure) => [figureKey(figure), figure]));
    for (const compared of changed) {
      if (compared.row.withdrawn === 1) figures.delete(figureKey(compared.row));
      else figures.set(figureKey(compared.row), candidate(compared, submission));
    }
    return [...figures.values()].toSorted((a, b) => a.year - b.year);
  };
}
