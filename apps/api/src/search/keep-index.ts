import type { Label } from '@dabiao/domain/label';
import { findClauses, findDocuments, highestDocumentLabel } from '@dabiao/store/documents';
import { findTargetIndicators } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import { catalogueMark } from '@dabiao/store/settings';
import { findTargets } from '@dabiao/store/targets';
import type { SearchIndex } from './find.ts';

/** Reads the catalogue and makes it ready; the dictionary of readings is loaded here, not at every start. */
async function buildIndex(db: Db): Promise<SearchIndex> {
  const { toEntries } = await import('./entries.ts');
  const { toIndex } = await import('./find.ts');
  const documents = await findDocuments(db);
  const clauses = [];
  for (const { id } of documents) clauses.push(...(await findClauses(db, id)));
  return toIndex(
    toEntries({
      documents,
      clauses,
      regions: await findRegions(db),
      indicators: await findTargetIndicators(db),
      targets: await findTargets(db),
    }),
  );
}

/**
 * The index of what a reader may see now, kept until the catalogue is another. Readers who see the same documents share
 * one, and they do where the highest label they see is the same.
 */
export function keepIndex(db: Db): () => Promise<SearchIndex> {
  const kept = new Map<Label, { catalogue: string; index: Promise<SearchIndex> }>();
  return async () => {
    const [label, catalogue] = [await highestDocumentLabel(db), await catalogueMark(db)];
    const known = kept.get(label);
    if (known?.catalogue === catalogue) return known.index;
    const index = buildIndex(db);
    const mine = { catalogue, index };
    kept.set(label, mine);
    // One that failed is tried again at the next question.
    index.catch(() => {
      if (kept.get(label) === mine) kept.delete(label);
    });
    return index;
  };
}
