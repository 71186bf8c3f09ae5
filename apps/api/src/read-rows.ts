import type { GridRow } from '@dabiao/contract/grid-rows';
import { decimalsOf, readDecimal } from '@dabiao/domain/decimal';
import type { Indicator } from '@dabiao/domain/indicator';
import type { ReadFigure, UploadProblem, UploadProblemCode } from '@dabiao/domain/problem';
import type { Region } from '@dabiao/domain/region';
import { convert, parseUnit } from '@dabiao/domain/unit';
import { bookOfIndicators, bookOfRegions, type NameBook } from '@dabiao/ingest/match-names';

/** The columns of a row that was typed in, as places name them: A1 with these letters, and the row from 1. */
const COLUMNS = { indicator: 'A', region: 'B', year: 'C', value: 'D', unit: 'E', status: 'F' } as const;

interface Names {
  indicators: NameBook<Indicator>;
  regions: NameBook<Region>;
}

type Fault = [column: keyof typeof COLUMNS, code: UploadProblemCode, text: string];

/** Where rows that were typed in stand. */
export interface RowPlace {
  sheet: string;
  /** Place in the list, from 1. */
  row: number;
}

const quoted = (text: string): string => `“${text}”`;

function problemAt(
  { sheet, row }: RowPlace,
  [column, code, text]: Fault,
  severity: UploadProblem['severity'] = 'error',
): UploadProblem {
  const cell = `${COLUMNS[column]}${row}`;
  return { severity, code, message: `${sheet}第${row}行：${text}`, sheet, cell, row };
}

/** A value in the indicator's unit, or what is wrong with it. */
export function typedValue(
  value: number | string,
  unit: string | undefined,
  indicator: Indicator,
): { value: number; decimals: number } | Fault {
  const read = readDecimal(String(value));
  if (read === 'too_precise')
    return ['value', 'value_too_precise', `数值${quoted(String(value))}超过 15 位，请四舍五入。`];
  if (read === 'not_number') return ['value', 'value_not_number', `${quoted(String(value))}不是可用的数值。`];
  if (unit === undefined || unit === indicator.unit) return read;
  if (parseUnit(unit) === null) {
    return ['unit', 'unit_unknown', `计量单位${quoted(unit)}无法识别，请改用${quoted(indicator.unit)}。`];
  }
  const converted = convert(read.value, unit, indicator.unit);
  if (converted === null) {
    const text = `${quoted(unit)}不能换算为${quoted(indicator.name)}的单位${quoted(indicator.unit)}。`;
    return ['unit', 'unit_inconvertible', text];
  }
  return converted === read.value ? read : { value: converted, decimals: decimalsOf(converted) };
}

/** Words for what a name should have named. */
const KINDS = {
  indicator: { word: '指标', unknown: 'indicator_unknown', ambiguous: 'indicator_ambiguous' },
  region: { word: '地区', unknown: 'region_unknown', ambiguous: 'region_ambiguous' },
} as const;

/** What a name names, or what is wrong with it, with the names it may have been meant for. */
function lookUp<T extends { name: string }>(
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
  const names = meant.map(({ name }) => quoted(name)).join('、');
  const [code, text] =
    several.length > 1
      ? ([ambiguous, `${word}${quoted(label)}可以是${names}，请写全名。`] as const)
      : ([unknown, `${word}${quoted(label)}不在目录中${names === '' ? '' : `，是否为${names}`}。`] as const);
  const suggestions = meant.map((thing) => ({ id: idOf(thing), name: thing.name }));
  return { ...problemAt(place, [kind, code, text]), suggestions };
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
    const text = `${row.value}${row.unit}已换算为${value.value}${indicator.unit}。`;
    problems.push(problemAt(place, ['unit', 'unit_converted', text], 'warning'));
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
    const message = '有数据没有写明状态，按“快报”处理；如是年报或修订数，请注明。';
    problems.unshift({ severity: 'warning', code: 'status_assumed', message, sheet: null, cell: null, row: null });
  }
  return { figures: read.flatMap(({ figure }) => figure ?? []), problems };
}
