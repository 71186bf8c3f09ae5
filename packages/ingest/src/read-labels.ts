import type { FigureStatus } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Region } from '@dabiao/domain/region';
import { normaliseName, stripMarkers } from './label.ts';
import type { NameBook } from './match-names.ts';
import { type Place, type ProblemList, quote } from './problem-list.ts';
import { readStatus } from './read-status.ts';
import type { Label, Observation } from './read-table.ts';
import { isTotal, isWholeRegion } from './region-like.ts';
import { quantityInTitle } from './table-context.ts';
import { readTypedYear } from './year-label.ts';

/** What the person handing in says of the whole file; used where the file itself is silent. */
export interface Hints {
  /** Region code. */
  region?: string;
  year?: number;
  status?: FigureStatus;
}

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
  problems: ProblemList;
}

/** Parents of a name that add nothing to it. */
const GENERIC_PART = /^(?:(?:主要|重点|核心)?(?:经济)?(?:指标|目标)|总量|全[市区县省州]|其中)$/;

function placeOf(reading: LabelReading, at: { row: number; column: number }): Place {
  return { sheet: reading.sheet, row: at.row, column: at.column };
}

function suggestion(name: string | null): string {
  return name === null ? '' : `是否为${quote(name)}？`;
}

/** The names a quantity may be in the catalogue under: all parts together, else the last where the others are empty words. */
function indicatorForms(reading: LabelReading, observation: Observation): string[] {
  const { indicatorParts: parts } = observation;
  const own = parts.at(-1) ?? '';
  const parents = parts.slice(0, -1);
  const generic = parents.every((part) => GENERIC_PART.test(normaliseName(stripMarkers(part))));
  const title = observation.fromTitle ? [quantityInTitle(own, reading.region?.name ?? null)] : [];
  return [parts.map(stripMarkers).join(''), ...(generic ? [own] : []), ...title];
}

/** The indicator of an observation, or null with the problem that says why. */
export function readIndicator(reading: LabelReading, observation: Observation): Indicator | null {
  const { problems } = reading;
  const label = observation.indicator;
  if (!label) {
    problems.add(
      'error',
      'indicator_missing',
      placeOf(reading, observation),
      '没有写明指标；请在“指标”一列填写指标名称。',
    );
    return null;
  }
  const found = indicatorForms(reading, observation)
    .map(reading.indicators.find)
    .find((indicator) => indicator !== null);
  return found ?? unknownIndicator(reading, observation, label);
}

/** A known name under an unknown heading (目标, 比上年增长) is one matter of the whole column, not of each row. */
function unknownIndicator(reading: LabelReading, observation: Observation, label: Label): null {
  const { qualifier } = observation;
  const name = qualifier ? (observation.indicatorParts[0] ?? '') : label.text;
  if (qualifier && reading.indicators.find(name)) {
    const text = `${quote(qualifier.text)}一列不是指标本身的年度数值，未读入；如需读入，请单列为一个指标。`;
    reading.problems.add('warning', 'indicator_unknown', placeOf(reading, qualifier), text);
    return null;
  }
  const hint = suggestion(reading.indicators.suggest(name));
  const text = `指标${quote(name)}不在指标目录中。${hint}请改用目录中的名称，或请管理员在目录中添加。`;
  reading.problems.add('error', 'indicator_unknown', placeOf(reading, label), text);
  return null;
}

function unknownRegion(reading: LabelReading, label: Label): null {
  if (isTotal(label.text)) {
    const text = `${quote(label.text)}没有写明是哪个地区的合计，未读入；如需读入，请改为地区名称。`;
    reading.problems.add('warning', 'region_unknown', placeOf(reading, label), text);
    return null;
  }
  const hint = suggestion(reading.regions.suggest(label.text));
  const text = `地区${quote(label.text)}不在地区目录中。${hint}请改用地区全称。`;
  reading.problems.add('error', 'region_unknown', placeOf(reading, label), text);
  return null;
}

/** The region of an observation: its label, else that of the title or the hint; or null with the problem. */
export function readRegion(reading: LabelReading, observation: Observation): Region | null {
  const label = observation.region;
  if (label) {
    const isOwn = isWholeRegion(label.text) && reading.region?.name.endsWith(normaliseName(label.text).charAt(1));
    return reading.regions.find(label.text) ?? (isOwn ? reading.region : unknownRegion(reading, label));
  }
  if (reading.region) return reading.region;
  const text = '没有写明地区；请增加“地区”一列，或在上传时选择地区。';
  reading.problems.add('error', 'region_missing', placeOf(reading, observation), text);
  return null;
}

/** The year of an observation: in its row, its column, the title or the hint; or null with the problem. */
export function readObservedYear(reading: LabelReading, observation: Observation): number | null {
  const { problems } = reading;
  const { partOfYear } = observation.facts;
  if (partOfYear !== null) {
    const text = `${quote(partOfYear)}不是一个整年；只接收年度数据，请改为全年数和年份。`;
    problems.add('error', 'year_invalid', placeOf(reading, { row: observation.row, column: observation.column }), text);
    return null;
  }
  if (observation.yearLabel) {
    const year = readTypedYear(observation.yearLabel.text);
    if (year !== null) return year;
    const text = `年份${quote(observation.yearLabel.text)}无法识别；请填写四位数的年份，如 2021。`;
    problems.add('error', 'year_invalid', placeOf(reading, observation.yearLabel), text);
    return null;
  }
  const year = observation.year ?? reading.hints.year ?? reading.fileYear;
  if (year !== null) return year;
  const text = '没有写明年份；请在表头或“年份”一列写明，或在上传时选择年份。';
  problems.add('error', 'year_missing', placeOf(reading, observation), text);
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
  const text = `数据状态${quote(label.text)}无法识别；请填写快报、年报、修订或估计。`;
  reading.problems.add('error', 'status_unknown', placeOf(reading, label), text);
  return null;
}
