import type { Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { formatValue } from './number-text.ts';
import type { ReadFigure, UploadProblem, UploadProblemCode } from './problem.ts';
import type { Region } from './region.ts';
import { englishName, type Wording } from './wording.ts';

/** What figures read from a file are checked against. */
export interface CheckContext {
  indicators: readonly Indicator[];
  /** Codes of the regions the sender may hand in for; null for all. */
  regions: ReadonlySet<string> | null;
  /** The regions with their parents, for totals of regions; without them these are not checked. */
  catalogueRegions?: readonly Region[];
  /** The published figure, or null. Asked for the years of the file and the ten before. */
  earlier: (indicator: string, region: string, year: number) => Figure | null;
}

/** What a check has found of a figure; the sentence is made only where it is shown. */
export interface Finding {
  severity: UploadProblem['severity'];
  code: UploadProblemCode;
  text: () => Wording;
}

/** A value of a series, from the file or published. */
export interface KnownValue {
  year: number;
  value: number;
  decimals: number;
}

/** A figure with what the checks of single figures look at. */
export interface Checked {
  figure: ReadFigure;
  indicator: Indicator | undefined;
  context: CheckContext;
  /** The current year. */
  today: number;
  /** The latest value before the figure's year, at most ten years back, of the file first; null where none is known. */
  before: KnownValue | null;
  /** All values known of the ten years before, oldest first. */
  history: () => KnownValue[];
}

/** A check of one figure. */
export type Check = (checked: Checked) => Finding | null;

/** A value as messages show it: 49,000个, 49,000. A unit without an English name is quoted: 12 “次”. */
export function shown({ value, decimals }: { value: number; decimals: number }, unit: string): Wording {
  const en = formatValue(value, decimals, unit, 'en');
  return { zh: formatValue(value, decimals, unit, 'zh'), en: en.replace(/\p{Script=Han}.*$/u, '“$&”') };
}

/** Where a figure was read, as messages say it. */
export function placeText({ sheet, cell }: { sheet: string; cell: string }): Wording {
  return { zh: `工作表“${sheet}”单元格${cell}`, en: `sheet “${sheet}”, cell ${cell}` };
}

/** What an indicator is called in messages; its id where the catalogue does not have it. */
export function nameOf({ figure, indicator }: Pick<Checked, 'figure' | 'indicator'>): Wording {
  return indicator
    ? { zh: indicator.name, en: englishName(indicator) }
    : { zh: figure.indicator, en: figure.indicator };
}

/** A message with the place in front of it. */
export function placed(at: { sheet: string; cell: string }, { zh, en }: Wording): Wording {
  return { zh: `${placeText(at).zh}：${zh}`, en: `Sheet “${at.sheet}”, cell ${at.cell}: ${en}` };
}

/** Key of one indicator, region and year. */
export function figurePlace(indicator: string, region: string, year: number): string {
  return `${indicator}\n${region}\n${year}`;
}
