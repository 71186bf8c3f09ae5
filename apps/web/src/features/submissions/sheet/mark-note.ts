import type { CellMark, SheetView } from '@dabiao/domain/sheet-view';
import type { CatalogueNames } from '../catalogue-names.tsx';

/** What is written beside a label: what it stands for where that is another word, or that it stands for nothing. */
export type MarkNote = { kind: 'is'; text: string } | { kind: 'unknown' } | { kind: 'left_out' } | null;

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function named(text: string, name: string): MarkNote {
  return squeeze(text).includes(squeeze(name)) ? null : { kind: 'is', text: name };
}

/** Names a person has said are not to be read. */
export function leftOutLabels({ corrections }: SheetView): ReadonlySet<string> {
  const { indicators = [], regions = [] } = corrections?.used ?? {};
  return new Set([
    ...indicators.flatMap(({ label, indicator }) => (indicator === null ? [label] : [])),
    ...regions.flatMap(({ label, region }) => (region === null ? [label] : [])),
  ]);
}

/**
 * The note of a cell with this text and mark.
 * @param leftOut see leftOutLabels
 * @param year writes a year
 */
export function noteOf(
  text: string,
  mark: CellMark,
  names: Pick<CatalogueNames, 'indicatorName' | 'regionName'>,
  leftOut: ReadonlySet<string>,
  year: (year: number) => string,
): MarkNote {
  const { role, label, indicator, region } = mark;
  if ((role === 'indicator' && indicator === null) || (role === 'region' && region === null)) {
    return { kind: leftOut.has(label ?? '') ? 'left_out' : 'unknown' };
  }
  if (role === 'indicator' && indicator) return named(text, names.indicatorName(indicator));
  if (role === 'region' && region) return named(text, names.regionName(region));
  const digits = squeeze(text);
  if (mark.year !== undefined && role !== 'value' && !digits.includes(String(mark.year))) {
    return { kind: 'is', text: year(mark.year) };
  }
  return role === 'unit' && mark.unit ? named(text, mark.unit) : null;
}
