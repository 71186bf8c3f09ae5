import type { Overview } from '@dabiao/contract/overview';
import { readText } from '../../ui/url-state.ts';
import type { Of } from './sides.ts';

/** One entry of a picker; `below` says how many levels it stands under the first one. */
export interface Option {
  id: string;
  label: string;
}

/** What the URL asks to be compared; a side that cannot be chosen is null. */
export interface Choice {
  of: Of;
  options: Option[];
  a: string | null;
  b: string | null;
}

/** What may be chosen, those with most targets first among the defaults. */
function optionsOf(of: Of, { documents, regions }: Overview): { options: Option[]; preferred: string[] } {
  if (of === 'documents') {
    const bySize = [...documents].sort((x, y) => y.total - x.total);
    return {
      options: documents.map(({ id, shortTitle }) => ({ id, label: shortTitle })),
      preferred: bySize.map(({ id }) => id),
    };
  }
  const targets = (code: string) =>
    documents.filter(({ region }) => region.code === code).reduce((sum, { total }) => sum + total, 0);
  const bySize = [...regions].sort((x, y) => targets(y.code) - targets(x.code));
  return {
    options: regions.map(({ code, name }) => ({ id: code, label: name })),
    preferred: bySize.map(({ code }) => code),
  };
}

/**
 * The two sides as the URL has them (`?of=&a=&b=`). What is missing or unknown, and a second side that is the first one
 * again, is filled with those that have most targets.
 */
export function readChoice(params: URLSearchParams, overview: Overview): Choice {
  const of: Of = params.get('of') === 'regions' ? 'regions' : 'documents';
  const { options, preferred } = optionsOf(of, overview);
  const asked = (name: 'a' | 'b') => options.find(({ id }) => id === readText(params, name))?.id ?? null;
  const [askedA, askedB] = [asked('a'), asked('b')];
  const a = askedA ?? preferred.find((id) => id !== askedB) ?? null;
  const b = askedB !== null && askedB !== a ? askedB : (preferred.find((id) => id !== a) ?? null);
  return { of, options, a, b };
}

/** The sides after one is chosen anew; choosing the other side's swaps the two. */
export function choose({ a, b }: Choice, side: 'a' | 'b', id: string): { a: string | null; b: string | null } {
  if (side === 'a') return { a: id, b: id === b ? a : b };
  return { a: id === a ? b : a, b: id };
}
