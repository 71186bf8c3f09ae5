import type { SearchAnswer, SearchHit, SearchKind } from '@dabiao/contract/search';
import { clauseLine } from '@dabiao/domain/document';

type Group = SearchAnswer['groups'][number];

/** Where a hit leads: a path and the parameters of that page. */
export interface Place {
  to: string;
  search?: Readonly<Record<string, string>>;
}

/** The page of what was found. */
export function placeOf(kind: SearchKind, { id, document, clause }: SearchHit): Place {
  switch (kind) {
    case 'target':
    case 'goal':
      return { to: `/targets/${id}` };
    case 'indicator':
      return { to: `/indicators/${id}` };
    case 'document':
      return { to: `/documents/${id}` };
    case 'clause':
      return { to: `/documents/${document?.id}`, search: { clause: clauseLine(clause) } };
    case 'department':
      return { to: '/targets', search: { department: id } };
  }
}

/** What can be chosen: a hit, all targets in their list, or more hits of a kind. */
export type SearchOption =
  | { id: string; type: 'hit'; hit: SearchHit; place: Place }
  | { id: string; type: 'all'; place: Place }
  | { id: string; type: 'more' };

export interface OptionGroup {
  kind: SearchKind;
  total: number;
  options: SearchOption[];
}

/** The groups of an answer as they are offered; `q` is what was searched. */
export function toOptionGroups(groups: readonly Group[], q: string): OptionGroup[] {
  return groups.map(({ kind, total, hits }) => ({
    kind,
    total,
    options: [
      ...hits.map((hit, at) => ({
        id: `${kind}-${at}`,
        type: 'hit' as const,
        hit,
        place: placeOf(kind, hit),
      })),
      ...(total > hits.length ? [moreOf(kind, q)] : []),
    ],
  }));
}

function moreOf(kind: SearchKind, q: string): SearchOption {
  const id = `${kind}-more`;
  return kind === 'target' ? { id, type: 'all', place: { to: '/targets', search: { q } } } : { id, type: 'more' };
}

/**
 * Which option a key leads to from the one at `at`, of `count`; round the ends. Null where the key is not about options
 * or there are none.
 */
export function nextOption(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'PageDown') return count - 1;
  if (key === 'PageUp') return 0;
  return null;
}
