import type { ReadingCandidate } from '@dabiao/contract/reading';

/** How a mark is drawn: by what is demanded, and beside the targets what grants something or is no target. */
export type MarkKind = 'amount' | 'share' | 'growth' | 'new' | 'measure' | 'left_out';

/** What a kind of target is drawn as. */
export function markKindOf(kind: ReadingCandidate['fields']['kind']): MarkKind {
  if (kind === 'share') return 'share';
  if (kind === 'annual_flow' || kind === 'cumulative_increment') return 'new';
  return /growth|reduction|multiple/.test(kind) ? 'growth' : 'amount';
}
