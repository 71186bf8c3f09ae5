import type { DocumentSummary } from '@dabiao/contract/document';
import type { Overview } from '@dabiao/contract/overview';
import type { TargetRow } from '@dabiao/contract/target';
import { isCounted } from '@dabiao/domain/target';

/** What the wall tells of: everything, a region with those below it, or one document. */
export interface WallFacts {
  /** Judged at the end of this year. */
  year: number;
  /** Name of the region or the document; null for everything. */
  about: string | null;
  /** Targets that stand alone, each with its judgement. */
  rows: TargetRow[];
  documents: DocumentSummary[];
}

/**
 * Puts together what the wall shows.
 * @param rows every target of the region or document, restatements among them
 * @param document id of the one document asked for; an unknown one gives facts without targets
 */
export function toWallFacts(overview: Overview, rows: readonly TargetRow[], document: string | null): WallFacts {
  const documents = overview.documents.filter(({ id }) => document === null || id === document);
  const region = overview.regions.find(({ code }) => code === overview.region)?.name ?? null;
  return {
    year: overview.year,
    about: document === null ? region : (documents[0]?.shortTitle ?? document),
    rows: rows.filter((row) => isCounted(row) && (document === null || row.document.id === document)),
    documents,
  };
}
