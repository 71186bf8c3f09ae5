import type { Indicator } from '@dabiao/domain/indicator';
import type { ProposedDocument, ProposedTarget } from '@dabiao/domain/proposal';
import type { Region } from '@dabiao/domain/region';
import { convert } from '@dabiao/domain/unit';

/** A target as it was read, without what a catalogue adds to it. */
export type ReadTarget = Omit<ProposedTarget, 'match' | 'indicatorUnit'>;
/** What was read of a document; the region by its name. */
export type ReadDocumentData = Omit<ProposedDocument, 'id' | 'title' | 'shortTitle' | 'region' | 'regionName'> & {
  title: string | null;
  region: string | null;
};

const RELATIVE = new Set(['growth_vs_baseline', 'reduction_vs_baseline', 'multiple_of_baseline', 'growth_rate']);

/** Whether a target of this kind is measured against a base, in another unit than its indicator. */
export const isRelative = (kind: string): boolean => RELATIVE.has(kind);

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[“”"（）()、，\s]/g, '')
    .replace(/(?:数量|总数|数)$/, '');

/** The catalogue's indicator of this very name or alias that is measured in the same thing; null where none is sure. */
export function matchIndicator(
  one: Pick<ReadTarget, 'indicator' | 'kind' | 'unit'>,
  indicators: readonly Indicator[],
): Indicator | null {
  const name = plain(one.indicator);
  const named = indicators.filter(({ name: own, aliases }) => [own, ...aliases].some((word) => plain(word) === name));
  const fitting = named.filter(({ unit }) => isRelative(one.kind) || convert(1, one.unit, unit) !== null);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** A target as read, with the catalogue's indicator where one is sure. */
export function proposeTarget(one: ReadTarget, indicators: readonly Indicator[]): ProposedTarget {
  const { indicator, unit, comparator, kind, milestones, everyYear, baseline, qualifier, departments, clause, quote } =
    one;
  return {
    indicator,
    match: matchIndicator(one, indicators)?.id ?? null,
    indicatorUnit: null,
    ...{ unit, comparator, kind, milestones, everyYear, baseline, qualifier, departments, clause, quote },
  };
}

/** What was read of a document, with the code of its region where the catalogue has it. */
export function proposeDocument(read: ReadDocumentData, regions: readonly Region[], id = ''): ProposedDocument {
  const named = regions.filter(({ name, aliases }) => [name, ...aliases].includes(read.region ?? ''));
  const title = read.title ?? '';
  return {
    ...read,
    id,
    title,
    shortTitle: title.slice(0, 60),
    region: named.length === 1 ? (named[0]?.code ?? null) : null,
    regionName: named.length === 1 ? null : read.region,
  };
}
