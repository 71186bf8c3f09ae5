import type { DocumentDetail, DocumentSummary } from '@dabiao/contract/document';
import type { TargetRow } from '@dabiao/contract/target';
import { countVerdicts, groupScore } from '@dabiao/domain/overview';
import { isCounted } from '@dabiao/domain/target';
import { VERDICTS } from '@dabiao/domain/verdict';

/** What is compared: two documents, or two regions. */
export type Of = 'documents' | 'regions';

/** One of the two that are compared. */
export interface Side {
  id: string;
  /** Region of a document, name of a region: short enough for a sentence. */
  place: string;
  name: string;
  /** The page that tells of it alone. */
  page: { to: string; search: Record<string, string> };
  /** Targets that stand alone. */
  rows: TargetRow[];
  total: number;
  counts: DocumentSummary['counts'];
  /** Mean score, −5 … +5, of the `scored` targets that have one; null where none has. */
  score: number | null;
  scored: number;
}

/** A document as a side; counts and score are the server's own. */
export function sideOfDocument({ document, targets }: DocumentDetail): Side {
  const { id, region, shortTitle, total, counts, score, scored } = document;
  return {
    id,
    place: region.name,
    name: shortTitle,
    page: { to: `/documents/${id}`, search: {} },
    rows: targets.filter(isCounted),
    total,
    counts,
    score,
    scored,
  };
}

/**
 * A region as a side: the targets of its own level, of every document; those of the regions below it would be compared
 * twice and are left out.
 * @param targets of the region and, as the server lists them, of those below it
 */
export function sideOfRegion(region: { code: string; name: string }, targets: readonly TargetRow[]): Side {
  const rows = targets.filter((row) => isCounted(row) && row.region.code === region.code);
  const assessments = rows.map(({ assessment }) => assessment);
  const counts = countVerdicts(assessments);
  return {
    id: region.code,
    place: region.name,
    name: region.name,
    page: { to: '/', search: { region: region.code } },
    rows,
    total: rows.length,
    counts: VERDICTS.map((verdict) => ({ verdict, count: counts[verdict] })),
    score: groupScore(assessments),
    scored: assessments.filter(({ score }) => score !== null).length,
  };
}

/** What both sides are called: by their regions where that tells them apart. */
export function callSides(a: Side, b: Side): { a: string; b: string } {
  return a.place === b.place ? { a: a.name, b: b.name } : { a: a.place, b: b.place };
}
