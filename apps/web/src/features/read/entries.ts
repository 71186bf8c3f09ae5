import type { Reading, ReadingCandidate, ReadingMeasure } from '@dabiao/contract/reading';
import { type MarkKind, markKindOf } from './mark-kind.ts';

/** What stands in the list beside the text: a target or a policy measure. */
export type Entry = (ReadingCandidate & { sort: 'target' }) | (ReadingMeasure & { sort: 'measure' });

/** Targets and policy measures together, in the order of the text. */
export function entriesOf({ candidates, measures }: Pick<Reading, 'candidates' | 'measures'>): Entry[] {
  const entries: Entry[] = [
    ...candidates.map((one) => ({ ...one, sort: 'target' as const })),
    ...measures.map((one) => ({ ...one, sort: 'measure' as const })),
  ];
  return entries.sort((a, b) => a.start - b.start || a.end - b.end || a.number - b.number);
}

/** What an entry is drawn as. */
export const entryMark = (entry: Entry): MarkKind =>
  entry.sort === 'target' ? markKindOf(entry.fields.kind) : 'measure';

/** What entries are called in a list, by number: the indicator of a target, who gets a measure and for what. */
export function entryNames(reading: Pick<Reading, 'candidates' | 'measures'>): Map<number, string> {
  const name = (entry: Entry) =>
    entry.sort === 'target' ? entry.fields.indicator : `${entry.fields.beneficiary} ${entry.fields.purpose}`.trim();
  return new Map(entriesOf(reading).map((entry) => [entry.number, name(entry)]));
}
