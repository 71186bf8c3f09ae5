import type { SearchAnswer, SearchQuery } from '@dabiao/contract/search';
import { findStates } from '@dabiao/store/assessments';
import type { Db } from '@dabiao/store/open';
import type { Static } from 'typebox';
import { findEntries, type SearchIndex } from './find.ts';
import { toHit } from './hit.ts';

interface Asked extends Static<typeof SearchQuery> {
  year: number;
  lang: 'zh' | 'en';
}

/** What a search finds, with the verdicts of the targets shown as of the year asked for. */
export async function answerSearch(db: Db, index: SearchIndex, asked: Asked): Promise<SearchAnswer> {
  const { q, limit = 6, year, kind, ids = false, lang } = asked;
  const groups = findEntries(index, q)
    .filter((group) => kind === undefined || group.kind === kind)
    .map((group) => ({ ...group, shown: group.found.slice(0, limit) }));
  const targets = groups.find((group) => group.kind === 'target')?.shown ?? [];
  const states = await findStates(
    db,
    targets.map(({ entry }) => entry.id),
    year,
  );
  return {
    year,
    groups: groups.map((group) => ({
      kind: group.kind,
      total: group.found.length,
      hits: group.shown.map((one) => toHit(one, lang, states.get(one.entry.id))),
      ...(ids ? { ids: group.found.map(({ entry }) => entry.id) } : {}),
    })),
  };
}
