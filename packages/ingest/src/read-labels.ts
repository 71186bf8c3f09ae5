import type { FigureStatus } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Region } from '@dabiao/domain/region';
import type { Wording } from '@dabiao/domain/wording';
import type { Hints } from './hints.ts';
import { normaliseName, stripMarkers } from './label.ts';
import type { NameBook } from './match-names.ts';
import type { Observation, Quantity } from './observe-table.ts';
import { type Place, type ProblemList, quote } from './problem-list.ts';
import { readStatus } from './read-status.ts';
import { isTotal, isWholeRegion } from './region-like.ts';
import type { Label } from './row-labels.ts';
import { type SaidNames, saidOf } from './said-names.ts';
import { quantityInTitle } from './table-context.ts';
import { readTypedYear, readYearEnd } from './year-label.ts';

/** The catalogue and the hints that the labels of one table are read with, and the list their problems go to. */
export interface LabelReading {
  sheet: string;
  indicators: NameBook<Indicator>;
  regions: NameBook<Region>;
  /** Region of the table where its rows name none: from the title, else from the hints. */
  region: Region | null;
  hints: Hints;
  /** Year the file's name gives, after everything else. */
  fileYear: number | null;
  /** Days that end a year stand for it. */
  yearEnds: boolean;
  /** What a person has said names stand for. */
  said: SaidNames;
  /** What was taken for granted and is said already, of this sheet's indicators and of the file's status. */
  assumed: Set<string>;
  /** Pairs of units whose conversion is said already. */
  converted: Set<string>;
  /** `squeezeUnit`, remembered. */
  squeezed: (unit: string) => string;
  problems: ProblemList;
}

/** Parents of a name that add nothing to it. */
const GENERIC_PART = /^(?:(?:主要|重点|核心)?(?:经济)?(?:指标|目标)|总量|全[市区县省州]|其中)$/;

function placeOf(reading: LabelReading, at: { row: number; column: number } | null): Place {
  return { sheet: reading.sheet, row: at?.row ?? null, column: at?.column ?? null };
}

/** 是否为“甲”或“乙”？ With a blank after it in English; nothing where there is nothing to ask. */
function asked(things: readonly { name: string; nameEn?: string | null }[]): Wording {
  if (things.length === 0) return { zh: '', en: '' };
  return {
    zh: `是否为${things.map(({ name }) => quote(name)).join('或')}？`,
    en: `Is it ${things.map(({ name, nameEn }) => quote(nameEn ?? name)).join(' or ')}? `,
  };
}

function offered(things: readonly Indicator[]): { id: string; name: string }[] {
  return things.map(({ id, name }) => ({ id, name }));
}

function offeredRegions(regions: readonly Region[]): { id: string; name: string }[] {
  return regions.map(({ code, name }) => ({ id: code, name }));
}

/** The names a quantity may be in the catalogue under: all parts together, else the last where the others are empty words. */
function indicatorForms(reading: LabelReading, { parts, fromTitle }: Quantity): string[] {
  const own = parts.at(-1) ?? '';
  const parents = parts.slice(0, -1);
  const generic = parents.every((part) => GENERIC_PART.test(normaliseName(stripMarkers(part))));
  const title = fromTitle ? [quantityInTitle(own, reading.region?.name ?? null)] : [];
  return [parts.map(stripMarkers).join(''), ...(generic ? [own] : []), ...title];
}

/** The indicator a quantity is, by what a person said or by the catalogue; `left_out` where it is not to be read. */
export function findIndicator(reading: LabelReading, quantity: Quantity): Indicator | 'left_out' | null {
  if (quantity.text === null) return null;
  const said = saidOf(reading.said.indicators, quantity.text);
  if (said?.indicator === null) return 'left_out';
  if (said?.indicator !== undefined) return reading.indicators.find(said.indicator);
  const forms = indicatorForms(reading, quantity).map(reading.indicators.find);
  return forms.find((indicator) => indicator !== null) ?? null;
}

/** The indicator of an observation, or null with the problem that says why. */
export function readIndicator(reading: LabelReading, observation: Observation): Indicator | null {
  const { quantity } = observation;
  const found = findIndicator(reading, quantity);
  if (found === 'left_out') return null;
  if (found) return found;
  if (quantity.text === null) {
    reading.problems.add('error', 'indicator_missing', placeOf(reading, observation), {
      zh: '没有写明指标；请在“指标”一列填写指标名称。',
      en: 'No indicator is named; write its name in a column “指标” or “Indicator”.',
    });
    return null;
  }
  return unknownIndicator(reading, observation, quantity.text);
}

/** A known name under an unknown heading (目标, 比上年增长) is one matter of the whole column, not of each row. */
function unknownIndicator(reading: LabelReading, observation: Observation, label: string): null {
  const { problems, indicators } = reading;
  const { qualifier, parts } = observation.quantity;
  const name = qualifier ? (parts[0] ?? '') : label;
  if (qualifier && indicators.find(name)) {
    const column = quote(qualifier.text);
    problems.add('warning', 'indicator_unknown', placeOf(reading, qualifier), {
      zh: `${column}一列不是指标本身的年度数值，未读入；如需读入，请单列为一个指标。`,
      en: `The column ${column} does not hold the yearly values of the indicator itself and was not read; if it should be, make it an indicator of its own.`,
    });
    return null;
  }
  const place = placeOf(reading, observation.namedAt);
  const same = indicators.all(name);
  if (same.length > 1) {
    const [quoted, question] = [quote(name), asked(same)];
    const text = {
      zh: `指标${quoted}在目录中不止一个，${question.zh}请改用目录中的全称，或在页面上指定。`,
      en: `The catalogue has more than one indicator ${quoted}. ${question.en}Use the full name from the catalogue, or choose it on the page.`,
    };
    problems.add('error', 'indicator_ambiguous', place, text, offered(same));
    return null;
  }
  // names near to it are only looked for where they will be shown
  const near = problems.isFull('error', 'indicator_unknown') ? [] : indicators.nearest(name);
  const [quoted, question] = [quote(name), asked(near)];
  const text = {
    zh: `指标${quoted}不在指标目录中。${question.zh}请改用目录中的名称，或请管理员在目录中添加。`,
    en: `The indicator ${quoted} is not in the catalogue. ${question.en}Use a name from the catalogue, or ask the administrator to add it.`,
  };
  problems.add('error', 'indicator_unknown', place, text, offered(near));
  return null;
}

function unknownRegion(reading: LabelReading, label: Label): null {
  const [place, name] = [placeOf(reading, label), quote(label.text)];
  if (isTotal(label.text)) {
    reading.problems.add('warning', 'region_unknown', place, {
      zh: `${name}没有写明是哪个地区的合计，未读入；如需读入，请改为地区名称。`,
      en: `${name} does not say which region it is the total of and was not read; if it should be, write the region’s name.`,
    });
    return null;
  }
  const same = reading.regions.all(label.text);
  if (same.length > 1) {
    const code = same[0]?.code ?? '';
    const text = {
      zh: `地区${name}在目录中不止一个；请写明上级地区，如“${code}”或全称。`,
      en: `The catalogue has more than one region ${name}; write which one, by its code such as “${code}” or by its full name.`,
    };
    reading.problems.add('error', 'region_ambiguous', place, text, offeredRegions(same));
    return null;
  }
  const near = reading.problems.isFull('error', 'region_unknown') ? [] : reading.regions.nearest(label.text);
  const question = asked(near);
  const text = {
    zh: `地区${name}不在地区目录中。${question.zh}请改用地区全称。`,
    en: `The region ${name} is not in the catalogue. ${question.en}Use the full name of the region.`,
  };
  reading.problems.add('error', 'region_unknown', place, text, offeredRegions(near));
  return null;
}

/** The region of this name; of several that have it, the one that lies in the region of the table. */
function regionNamed(reading: LabelReading, label: string): Region | null {
  const found = reading.regions.find(label);
  if (found) return found;
  if (isWholeRegion(label) && reading.region?.name.endsWith(normaliseName(label).charAt(1))) return reading.region;
  const within = reading.regions.all(label).filter(({ parent }) => parent === reading.region?.code);
  return within.length === 1 ? (within[0] ?? null) : null;
}

/** The region a label stands for, by what a person said or by the catalogue; `left_out` where it is not to be read. */
export function findRegion(reading: LabelReading, label: string): Region | 'left_out' | null {
  const said = saidOf(reading.said.regions, label);
  if (said?.region === null) return 'left_out';
  return said === undefined ? regionNamed(reading, label) : reading.regions.find(said.region);
}

/** The region of an observation: its label, else that of the title or the hint; or null with the problem. */
export function readRegion(reading: LabelReading, observation: Observation): Region | null {
  const label = observation.region;
  if (label) {
    const found = findRegion(reading, label.text);
    if (found === 'left_out') return null;
    return found ?? unknownRegion(reading, label);
  }
  if (reading.region) return reading.region;
  reading.problems.add('error', 'region_missing', placeOf(reading, observation), {
    zh: '没有写明地区；请增加“地区”一列，或在上传时选择地区。',
    en: 'No region is named; add a column “地区” or “Region”, or choose the region when uploading.',
  });
  return null;
}

/** The year of an observation: in its row, its column, the title or the hint; or null with the problem. */
export function readObservedYear(reading: LabelReading, observation: Observation): number | null {
  const { problems } = reading;
  const { partOfYear } = observation.facts;
  if (partOfYear !== null) {
    const written = quote(partOfYear);
    problems.add('error', 'year_invalid', placeOf(reading, { row: observation.row, column: observation.column }), {
      zh: `${written}不是一个整年；只接收年度数据，请改为全年数和年份。`,
      en: `${written} is not a whole year; only yearly figures are accepted: give the figure of the whole year, and the year.`,
    });
    return null;
  }
  if (observation.yearLabel) {
    const written = observation.yearLabel.text;
    const year = readTypedYear(written) ?? (reading.yearEnds ? readYearEnd(written) : null);
    if (year !== null) return year;
    const name = quote(written);
    problems.add('error', 'year_invalid', placeOf(reading, observation.yearLabel), {
      zh: `年份${name}无法识别；请填写四位数的年份，如 2021。`,
      en: `The year ${name} is not understood; write a year of four digits, such as 2021.`,
    });
    return null;
  }
  const year = observation.year ?? reading.hints.year ?? reading.fileYear;
  if (year !== null) return year;
  problems.add('error', 'year_missing', placeOf(reading, observation), {
    zh: '没有写明年份；请在表头或“年份”一列写明，或在上传时选择年份。',
    en: 'No year is given; write it in the header or in a column “年份” or “Year”, or choose it when uploading.',
  });
  return null;
}

/**
 * The status of an observation: its word, else the hint, else `assumed`; null, with the problem, where the word
 * is none.
 */
export function readObservedStatus(reading: LabelReading, observation: Observation): FigureStatus | 'assumed' | null {
  const label = observation.status;
  if (!label) return reading.hints.status ?? 'assumed';
  const status = readStatus(label.text);
  if (status !== null) return status;
  const name = quote(label.text);
  reading.problems.add('error', 'status_unknown', placeOf(reading, label), {
    zh: `数据状态${name}无法识别；请填写快报、年报、修订或估计。`,
    en: `The status ${name} is not understood; write preliminary, final, revised or estimated.`,
  });
  return null;
}
