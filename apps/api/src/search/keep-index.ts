import { findClauses, findDocuments } from '@dabiao/store/documents';
import { findTargetIndicators } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import { findSetting } from '@dabiao/store/settings';
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

/** The index of what the store holds now, kept until the catalogue is another. */
export function keepIndex(db: Db): () => Promise<SearchIndex> {
  let kept: { catalogue: string | null; index: Promise<SearchIndex> } | undefined;
  return async () => {
    const catalogue = await findSetting(db, 'catalogue_hash');
    if (kept?.catalogue === catalogue) return kept.index;
    const index = buildIndex(db);
    const mine = { catalogue, index };
    kept = mine;
    // One that failed is tried again at the next question.
    index.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return index;
  };
}
