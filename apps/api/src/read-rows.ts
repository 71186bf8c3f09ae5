import type { GridRow } from '@dabiao/contract/grid-rows';
import { decimalsOf, readDecimal } from '@dabiao/domain/decimal';
import type { Indicator } from '@dabiao/domain/indicator';
import { formatNumber } from '@dabiao/domain/number-text';
import { type ReadFigure, type UploadProblem, type UploadProblemCode, uploadProblem } from '@dabiao/domain/problem';
import type { Region } from '@dabiao/domain/region';
import { convert, parseUnit } from '@dabiao/domain/unit';
import { englishName, type Wording } from '@dabiao/domain/wording';
import { bookOfIndicators, bookOfRegions, type NameBook } from '@dabiao/ingest/match-names';
import { STATUS_ASSUMED } from '@dabiao/ingest/read-status';

/** The columns of a row that was typed in, as places name them: A1 with these letters, and the row from 1. */
const COLUMNS = { indicator: 'A', region: 'B', year: 'C', value: 'D', unit: 'E', status: 'F' } as const;

interface Names {
  indicators: NameBook<Indicator>;
  regions: NameBook<Region>;
}

type Fault = [column: keyof typeof COLUMNS, code: UploadProblemCode, said: Wording];

/** Where rows that were typed in stand. */
export interface RowPlace {
  sheet: string;
  /** Place in the list, from 1. */
  row: number;
}

const quoted = (text: string): string => `“${text}”`;

function problemAt(
  { sheet, row }: RowPlace,
  [column, code, { zh, en }]: Fault,
  severity: UploadProblem['severity'] = 'error',
): UploadProblem {
  const cell = `${COLUMNS[column]}${row}`;
  const said = { zh: `${sheet}第${row}行：${zh}`, en: `Row ${row}: ${en}` };
  return uploadProblem({ severity, code }, said, { sheet, cell, row });
}

const tooPrecise = (value: string): Wording => ({
  zh: `数值${value}超过 15 位，请四舍五入。`,
  en: `The value ${value} has more than 15 digits; round it.`,
});

const notNumber = (value: string): Wording => ({
  zh: `${value}不是可用的数值。`,
  en: `${value} is not a usable number; write one.`,
});

const unknownUnit = (unit: string, indicator: Indicator): Wording => ({
  zh: `计量单位${unit}无法识别，请改用${quoted(indicator.unit)}。`,
  en: `The unit ${unit} is not known; use ${quoted(indicator.unit)}.`,
});

const inconvertible = (unit: string, indicator: Indicator): Wording => ({
  zh: `${unit}不能换算为${quoted(indicator.name)}的单位${quoted(indicator.unit)}。`,
  en: `${unit} does not convert to ${quoted(indicator.unit)}, the unit of ${englishName(indicator)}; use that one.`,
});

/** A value in the indicator's unit, or what is wrong with it. */
export function typedValue(
  value: number | string,
  unit: string | undefined,
  indicator: Indicator,
): { value: number; decimals: number } | Fault {
  const [read, written] = [readDecimal(String(value)), quoted(String(value))];
  if (read === 'too_precise') return ['value', 'value_too_precise', tooPrecise(written)];
  if (read === 'not_number') return ['value', 'value_not_number', notNumber(written)];
  if (unit === undefined || unit === indicator.unit) return read;
  if (parseUnit(unit) === null) return ['unit', 'unit_unknown', unknownUnit(quoted(unit), indicator)];
  const converted = convert(read.value, unit, indicator.unit);
  if (converted === null) return ['unit', 'unit_inconvertible', inconvertible(quoted(unit), indicator)];
  return converted === read.value ? read : { value: converted, decimals: decimalsOf(converted) };
}

/** Words for what a name should have named. */
const KINDS = {
  indicator: {
    word: { zh: '指标', en: 'indicator' },
    unknown: 'indicator_unknown',
    ambiguous: 'indicator_ambiguous',
  },
  region: { word: { zh: '地区', en: 'region' }, unknown: 'region_unknown', ambiguous: 'region_ambiguous' },
} as const;

/** What a name names, or what is wrong with it, with the names it may have been meant for. */
function lookUp<T extends { name: string; nameEn?: string | null }>(
  book: NameBook<T>,
  kind: keyof typeof KINDS,
  label: string,
  place: RowPlace,
  idOf: (thing: T) => string,
): T | UploadProblem {
  const found = book.find(label);
  if (found) return found;
  const { word, unknown, ambiguous } = KINDS[kind];
  const several = book.all(label);
  const meant = several.length > 1 ? several : book.nearest(label);
  const names = {
    zh: meant.map(({ name }) => quoted(name)).join('、'),
    en: meant.map(({ name, nameEn }) => quoted(nameEn ?? name)).join(' or '),
  };
  const suggestions = meant.map((thing) => ({ id: idOf(thing), name: thing.name }));
  if (several.length > 1) {
    const said = {
      zh: `${word.zh}${quoted(label)}可以是${names.zh}，请写全名。`,
      en: `The ${word.en} ${quoted(label)} may be ${names.en}; write the full name.`,
    };
    return { ...problemAt(place, [kind, ambiguous, said]), suggestions };
  }
  const said = {
    zh: `${word.zh}${quoted(label)}不在目录中${names.zh === '' ? '' : `，是否为${names.zh}`}。`,
    en: `The ${word.en} ${quoted(label)} is not in the catalogue${names.en === '' ? '; write a name that is.' : `: is it ${names.en}?`}`,
  };
  return { ...problemAt(place, [kind, unknown, said]), suggestions };
}

const isProblem = (found: { name: string } | UploadProblem): found is UploadProblem => 'severity' in found;

function readRow(
  row: GridRow,
  place: RowPlace,
  names: Names,
): { figure: ReadFigure | null; problems: UploadProblem[] } {
  const indicator = lookUp(names.indicators, 'indicator', row.indicator, place, ({ id }) => id);
  const region = lookUp(names.regions, 'region', row.region, place, ({ code }) => code);
  const value = isProblem(indicator) ? null : typedValue(row.value, row.unit, indicator);
  const problems = [indicator, region].filter(isProblem);
  if (Array.isArray(value)) problems.push(problemAt(place, value));
  if (isProblem(indicator) || isProblem(region) || value === null || Array.isArray(value)) {
    return { figure: null, problems };
  }
  if (row.unit !== undefined && row.unit !== indicator.unit) {
    const said = {
      zh: `${row.value}${row.unit}已换算为${value.value}${indicator.unit}。`,
      en: `“${row.value}${row.unit}” was converted to ${formatNumber(value.value, decimalsOf(value.value))} “${indicator.unit}”.`,
    };
    problems.push(problemAt(place, ['unit', 'unit_converted', said], 'warning'));
  }
  const figure: ReadFigure = {
    indicator: indicator.id,
    region: region.code,
    year: row.year,
    ...value,
    unit: indicator.unit,
    status: row.status ?? 'preliminary',
    sheet: place.sheet,
    cell: `${COLUMNS.value}${place.row}`,
    row: place.row,
    raw: String(row.value),
    rawUnit: row.unit ?? indicator.unit,
  };
  return { figure, problems };
}

/**
 * Reads rows that were typed or pasted into a grid. What is wrong with a row keeps that row out alone; every problem
 * has the row (from 1) and the column (A indicator, B region, C year, D value, E unit, F status).
 * @param sheet what the grid is called in places
 */
export function readRows(
  rows: readonly GridRow[],
  sheet: string,
  vocabulary: { indicators: readonly Indicator[]; regions: readonly Region[] },
): { figures: ReadFigure[]; problems: UploadProblem[] } {
  const names = {
    indicators: bookOfIndicators(vocabulary.indicators),
    regions: bookOfRegions(vocabulary.regions),
  };
  const read = rows.map((row, at) => readRow(row, { sheet, row: at + 1 }, names));
  const problems = read.flatMap((one) => one.problems);
  if (rows.some(({ status }) => status === undefined)) {
    problems.unshift(uploadProblem({ severity: 'warning', code: 'status_assumed' }, STATUS_ASSUMED));
  }
  return { figures: read.flatMap(({ figure }) => figure ?? []), problems };
}
