import type { FigureStatus } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import { formatNumber } from '@dabiao/domain/number-text';
import type { ReadFigure } from '@dabiao/domain/problem';
import type { Region } from '@dabiao/domain/region';
import { englishName } from '@dabiao/domain/wording';
import type { Missing } from './cell-value.ts';
import { columnName, trimText } from './grid.ts';
import type { Observation, Quantity } from './observe-table.ts';
import {
  findIndicator,
  findRegion,
  type LabelReading,
  readIndicator,
  readObservedStatus,
  readObservedYear,
  readRegion,
} from './read-labels.ts';
import { STATUS_ASSUMED } from './read-status.ts';
import { type ReadValue, readValue, reportBadValue } from './read-value.ts';

/** Turns the observations of one table into figures. */
export interface FigureReader {
  /** The figure of an observation; null where its cell is empty or something about it is wrong (reported). */
  read(observation: Observation): ReadFigure | null;
  /** Reports what is said once a table: marks for missing values, empty cells of a long table. */
  finish(): void;
}

const MARK_WORDS = {
  below_unit: { zh: '“…”（不足最小单位）', en: '“…” (less than the smallest unit)' },
  none: { zh: '“—”（无或不适用）', en: '“—” (none, or not applicable)' },
} as const;

interface Marks {
  row: number;
  column: number;
  count: number;
}

function noteMissing(marks: Map<Missing, Marks>, missing: Missing, { row, column }: Observation): void {
  const own = marks.get(missing) ?? { row, column, count: 0 };
  own.count += 1;
  marks.set(missing, own);
}

function reportMarks(reading: LabelReading, marks: ReadonlyMap<Missing, Marks>): void {
  for (const kind of ['below_unit', 'none'] as const) {
    const own = marks.get(kind);
    if (!own) continue;
    const place = { sheet: reading.sheet, row: own.row, column: own.column };
    const cells = own.count === 1 ? '1 cell has' : `${formatNumber(own.count, 0)} cells have`;
    reading.problems.add('warning', 'value_missing', place, {
      zh: `从这一格起共 ${own.count} 格填的是${MARK_WORDS[kind].zh}，未作为数据读入。`,
      en: `From this cell on ${cells} ${MARK_WORDS[kind].en} and not a figure: not read.`,
    });
  }
}

function reportBlank(reading: LabelReading, { row, column }: Observation): void {
  const place = { sheet: reading.sheet, row, column };
  reading.problems.add('warning', 'value_missing', place, {
    zh: '没有填写数值，这一行未读入。',
    en: 'There is no value, so the row was not read.',
  });
}

/** Says, once an indicator and once a file, what was taken for granted because the file does not say it. */
function reportAssumptions(reading: LabelReading, indicator: Indicator, value: ReadValue, status: string): void {
  if (value.rawUnit === null && !reading.assumed.has(indicator.id)) {
    reading.assumed.add(indicator.id);
    reading.problems.add(
      'warning',
      'unit_assumed',
      { sheet: reading.sheet, row: null, column: null },
      {
        zh: `没有写明“${indicator.name}”的计量单位，按目录中的“${indicator.unit}”读入；请核对。`,
        en: `The unit of ${englishName(indicator)} is not given; it was read in the catalogue’s, “${indicator.unit}”; check it.`,
      },
    );
  }
  if (status !== 'assumed' || reading.assumed.has('status')) return;
  reading.assumed.add('status');
  reading.problems.add('warning', 'status_assumed', { sheet: null, row: null, column: null }, STATUS_ASSUMED);
}

/** Looks a thing up once for each key. */
function kept<Key, T>(look: (key: Key) => T): (key: Key) => T {
  const found = new Map<Key, { own: T }>();
  return (key) => {
    const known = found.get(key) ?? { own: look(key) };
    found.set(key, known);
    return known.own;
  };
}

interface Lookups {
  /** Where each unknown quantity was last reported: a column says the same a thousand times. */
  unknown: Map<Quantity, Observation['namedAt']>;
  indicator: (quantity: Quantity) => Indicator | 'left_out' | null;
  region: (label: string) => Region | 'left_out' | null;
}

function indicatorOf(reading: LabelReading, lookups: Lookups, observation: Observation): Indicator | null {
  const { quantity, namedAt } = observation;
  const found = lookups.indicator(quantity);
  if (found !== null) return found === 'left_out' ? null : found;
  const said = lookups.unknown.get(quantity);
  if (said !== undefined && said?.row === namedAt?.row && said?.column === namedAt?.column) return null;
  lookups.unknown.set(quantity, namedAt);
  return readIndicator(reading, observation);
}

function regionOf(reading: LabelReading, lookups: Lookups, observation: Observation): Region | null {
  if (!observation.region) return readRegion(reading, observation);
  const found = lookups.region(observation.region.text);
  if (found === 'left_out') return null;
  return found ?? readRegion(reading, observation);
}

function readOne(
  reading: LabelReading,
  lookups: Lookups,
  columns: (column: number) => string,
  observation: Observation,
): ReadFigure | null {
  const indicator = indicatorOf(reading, lookups, observation);
  if (!indicator) return null;
  const region = regionOf(reading, lookups, observation);
  const year = readObservedYear(reading, observation);
  const value = readValue(reading, observation, indicator);
  const status = readObservedStatus(reading, observation);
  if (!region || year === null || !value || status === null) return null;
  reportAssumptions(reading, indicator, value, status);
  const given: FigureStatus = status === 'assumed' ? 'preliminary' : status;
  return {
    indicator: indicator.id,
    region: region.code,
    year,
    value: value.value,
    decimals: value.decimals,
    unit: indicator.unit,
    status: given,
    sheet: reading.sheet,
    cell: `${columns(observation.column)}${observation.row + 1}`,
    row: observation.row + 1,
    raw: trimText(observation.cell?.text ?? ''),
    rawUnit: value.rawUnit,
  };
}

/** Makes the reader of one table's figures. */
export function readerOf(reading: LabelReading, layout: 'long' | 'matrix'): FigureReader {
  const lookups: Lookups = {
    unknown: new Map(),
    indicator: kept((quantity) => findIndicator(reading, quantity)),
    region: kept((label) => findRegion(reading, label)),
  };
  const columns = kept(columnName);
  const marks = new Map<Missing, Marks>();
  const read = (observation: Observation): ReadFigure | null => {
    const { value } = observation;
    if (value.kind === 'missing') {
      noteMissing(marks, value.missing, observation);
      if (layout === 'long' && value.missing === 'blank') reportBlank(reading, observation);
      return null;
    }
    if (value.kind === 'bad') reportBadValue(reading, observation);
    return readOne(reading, lookups, columns, observation);
  };
  return { read, finish: () => reportMarks(reading, marks) };
}
