import type { TFunction } from 'i18next';
import { type AskedState, type Counts, requiredOf, saidParts } from './reporting.ts';

export interface Reported {
  year: number;
  counts: Counts;
  /** The region asked for and how many with it are shown; null for all. */
  region: { name: string; shown: number } | null;
}

/** 2025年应报163项，已发布41项，逾期12项: the page's finding. */
export function reportingSentence({ year, counts, region }: Reported, t: TFunction): string {
  const n = requiredOf(counts);
  const place =
    region === null ? '' : t(region.shown > 1 ? 'reporting.placeBelow' : 'reporting.place', { name: region.name });
  if (n === 0) return t('reporting.nothingDue', { place, year });
  if (counts.released === n) return t('reporting.allReleased', { place, year, n });
  return t('reporting.sentence', { place, year, n, parts: partsText(saidParts(counts).first, counts, t) });
}

/** 待发布1项，填报中1项，未报171项: what the sentence leaves out; null where it leaves out nothing. */
export function restSentence(counts: Counts, t: TFunction): string | null {
  const { rest } = saidParts(counts);
  return rest.length === 0 ? null : t('reporting.rest', { parts: partsText(rest, counts, t) });
}

const partsText = (states: readonly AskedState[], counts: Counts, t: TFunction): string =>
  states.map((state) => t(`reporting.part.${state}`, { n: counts[state] })).join(t('reporting.join'));
