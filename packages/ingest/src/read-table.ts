import { type CellValue, readCell } from './cell-value.ts';
import { type ColumnFacts, readColumnFacts } from './column-facts.ts';
import { isCorner, roleOfWord } from './column-role.ts';
import { cellText, type GridCell, type Sheet, sheetWidth } from './grid.ts';
import { type HeaderPath, headerPaths } from './header-path.ts';
import { splitUnit, unitOf } from './label.ts';
import { indexMergedCells, type MergedCells } from './merged-cells.ts';
import { areRegions, type RegionTest } from './region-like.ts';
import { type ColumnUse, findColumnUses } from './table-columns.ts';
import { readContext, type TableContext } from './table-context.ts';
import { findFrames, isFooter, type TableFrame } from './table-frame.ts';

/** A label and the cell it stands in (0-based). */
export interface Label {
  text: string;
  row: number;
  column: number;
}

/** One value cell with everything the table says about it, labels as written. */
export interface Observation {
  row: number;
  column: number;
  cell: GridCell | undefined;
  value: CellValue;
  region: Label | null;
  /** Label of the quantity; null where the table names none. */
  indicator: Label | null;
  /** Names of the quantity from the outermost in, as they were joined into `indicator`. */
  indicatorParts: string[];
  /** Names across that qualify the one down the row (2025年目标, 比上年增长％), with the header they stand in. */
  qualifier: Label | null;
  /** The quantity is that of the whole table, taken from its title or the file's name. */
  fromTitle: boolean;
  /** Label of the year as written in the row; header years are in `year` only. */
  yearLabel: Label | null;
  year: number | null;
  /** Unit as written for this row, column or table; the one in the cell itself is in `value`. */
  unit: Label | null;
  status: Label | null;
  facts: ColumnFacts;
}

/** A table found on a sheet. `long`: one value a row, with columns for region, indicator, year. */
export interface Table {
  sheet: string;
  layout: 'long' | 'matrix';
  frame: TableFrame;
  context: TableContext;
  uses: ColumnUse[];
  paths: HeaderPath[];
  observations: Observation[];
  /** Columns with values that were not read, because nothing says what they are. */
  unread: { column: number; row: number; header: string }[];
}

/** Between the parts of a quantity's name: 商品房销售面积 / # 住宅. */
export const PART_SEPARATOR = ' / ';

interface Reading {
  sheet: Sheet;
  merged: MergedCells;
  frame: TableFrame;
  context: TableContext;
  uses: ColumnUse[];
  paths: HeaderPath[];
  facts: (ColumnFacts | null)[];
}

function labelIn(reading: Reading, row: number, use: ColumnUse): Label | null {
  for (const [column, own] of reading.uses.entries()) {
    const text = own === use ? reading.merged.textAt(row, column) : '';
    if (text !== '') return { text, row, column };
  }
  return null;
}

function labelsIn(reading: Reading, row: number, use: ColumnUse): Label[] {
  return reading.uses.flatMap((own, column) => {
    const text = own === use ? reading.merged.textAt(row, column) : '';
    return text === '' ? [] : [{ text, row, column }];
  });
}

/** Quantity of one cell: names down and names across, or that of the whole table. */
function joinIndicator(
  reading: Reading,
  row: number,
  column: number,
  facts: ColumnFacts,
): Pick<Observation, 'indicator' | 'indicatorParts' | 'fromTitle' | 'qualifier'> {
  const down = labelsIn(reading, row, 'indicator');
  const rowNames = down.map(({ text }) => text).filter((text, index, all) => all.indexOf(text) === index);
  const across = facts.comparison === null ? facts.indicator : [...facts.indicator, facts.comparison];
  const header = { row: reading.paths[column]?.row ?? reading.frame.header.top, column };
  const place = down.at(-1) ?? header;
  const isQualified = rowNames.length > 0 && across.length > 0;
  const qualifier = isQualified ? { text: reading.paths[column]?.parts.join(' ') ?? '', ...header } : null;
  const parts = [...rowNames, ...across];
  const title = reading.uses.includes('indicator') ? null : reading.context.indicator;
  const fromTitle = parts.length === 0 && title !== null;
  if (fromTitle) parts.push(title);
  if (parts.length === 0) return { indicator: null, indicatorParts: [], fromTitle, qualifier };
  const indicator = { text: parts.join(PART_SEPARATOR), row: place.row, column: place.column };
  return { indicator, indicatorParts: parts, fromTitle, qualifier };
}

function unitLabel(reading: Reading, row: number, column: number, facts: ColumnFacts, names: string[]): Label | null {
  const own = labelIn(reading, row, 'unit');
  if (own && facts.comparison === null) return own;
  const header = { row: reading.paths[column]?.row ?? reading.frame.header.top, column };
  if (facts.unit !== null) return { text: facts.unit, ...header };
  const named = names.map((name) => splitUnit(name).unit).find((unit) => unit !== null);
  if (named !== undefined && named !== null) return { text: named, row, column };
  return reading.context.unit === null ? null : { text: reading.context.unit, ...header };
}

function observe(reading: Reading, row: number, column: number, facts: ColumnFacts): Observation {
  const cell = reading.sheet.rows[row]?.[column];
  const header = { row: reading.paths[column]?.row ?? reading.frame.header.top, column };
  const named = joinIndicator(reading, row, column, facts);
  const yearLabel = labelIn(reading, row, 'year');
  const across = facts.region === null ? null : { text: facts.region, ...header };
  const status = facts.status === null ? null : { text: facts.status, ...header };
  return {
    row,
    column,
    cell,
    value: readCell(cell),
    region: across ?? labelIn(reading, row, 'region'),
    ...named,
    yearLabel,
    year: facts.year ?? (reading.uses.includes('year') ? null : reading.context.year),
    unit: unitLabel(reading, row, column, facts, named.indicatorParts),
    status: labelIn(reading, row, 'status') ?? status,
    facts,
  };
}

/** A row is data where a data column holds something, or, in a long table, where it is labelled but has no value. */
function isDataRow(reading: Reading, row: number, data: readonly number[], isLong: boolean): boolean {
  const cells = (reading.sheet.rows[row] ?? []).map((cell, column) =>
    cell ? cellText(reading.sheet, row, column) : '',
  );
  const filled = cells.filter((text) => text !== '');
  if (filled.length === 0) return false;
  const holdsValue = data.some((column) => {
    const cell = reading.sheet.rows[row]?.[column];
    return cell !== undefined && (cell.error !== null || cellText(reading.sheet, row, column) !== '');
  });
  if (isFooter(filled[0] ?? '') && filled.length === 1) return false;
  return holdsValue || (isLong && filled.length >= 2);
}

function observeRows(reading: Reading, isLong: boolean): Observation[] {
  const data = reading.facts.flatMap((facts, column) => (facts ? [column] : []));
  const observations: Observation[] = [];
  for (let row = reading.frame.body.first; row <= reading.frame.body.last; row += 1) {
    if (!isDataRow(reading, row, data, isLong)) continue;
    for (const column of data) {
      const facts = reading.facts[column];
      if (facts) observations.push(observe(reading, row, column, facts));
    }
  }
  return observations;
}

/** Columns to observe: in a long table those of values alone, otherwise every data column. */
function factsOfColumns(
  uses: readonly ColumnUse[],
  paths: readonly HeaderPath[],
  isRegion: RegionTest,
): (ColumnFacts | null)[] {
  const data = paths.filter((_, column) => uses[column] === 'data');
  const leaves = data.map(({ parts }) => parts.at(-1) ?? '');
  const regionsAcross = !uses.includes('region') && leaves.filter((leaf) => areRegions([leaf], isRegion)).length >= 2;
  const isLong = uses.includes('value') && uses.includes('year');
  return uses.map((use, column) => {
    if (use !== 'value' && (use !== 'data' || isLong)) return null;
    return readColumnFacts(paths[column]?.parts ?? [], regionsAcross, isRegion);
  });
}

function unreadColumns(reading: Reading): Table['unread'] {
  return reading.uses.flatMap((use, column) => {
    if (use === 'note' || reading.facts[column] || (use !== 'data' && use !== 'blank')) return [];
    const path = reading.paths[column];
    const hasValues = reading.sheet.rows
      .slice(reading.frame.body.first, reading.frame.body.last + 1)
      .some((row) => row?.[column] !== undefined && readCell(row[column]).kind === 'number');
    const isSerial = use === 'blank' && column < reading.uses.findIndex((other) => other !== 'blank');
    if (!hasValues || isSerial) return [];
    return [{ column, row: path?.row ?? reading.frame.header.top, header: path?.parts.join(PART_SEPARATOR) ?? '' }];
  });
}

/** The corner of a table whose rows are regions or years may name the quantity: 支出（亿元）, over 北京, 天津. */
function cornerName(uses: readonly ColumnUse[], paths: readonly HeaderPath[]): string | null {
  const first = uses.findIndex((use) => use !== 'blank' && use !== 'note');
  const corner = paths[first]?.parts.join('') ?? '';
  const namesRows = corner === '' || roleOfWord(corner) !== null || isCorner(corner) || unitOf(corner) !== null;
  return namesRows || uses[first] === 'indicator' || uses[first] === 'data' ? null : corner;
}

/**
 * Reads every table of a sheet into observations, without any catalogue: what is a header, a year, a region, a
 * unit is told by position, form and the common header words.
 * @param isRegion whether a label names a region
 */
export function readTables(sheet: Sheet, fileName: string, isRegion: RegionTest): Table[] {
  const merged = indexMergedCells(sheet);
  const width = sheetWidth(sheet);
  return findFrames(sheet, merged).flatMap((frame) => {
    const paths = headerPaths(sheet, merged, frame.header, width);
    const uses = findColumnUses(sheet, merged, frame, paths, isRegion);
    const context = readContext(sheet, frame, fileName, cornerName(uses, paths));
    const facts = factsOfColumns(uses, paths, isRegion);
    const reading: Reading = { sheet, merged, frame, context, uses, paths, facts };
    const layout = uses.includes('value') && uses.includes('year') ? 'long' : 'matrix';
    const observations = observeRows(reading, layout === 'long');
    const isTable = observations.some(({ value }) => value.kind !== 'missing' || layout === 'long');
    return isTable
      ? [{ sheet: sheet.name, layout, frame, context, uses, paths, observations, unread: unreadColumns(reading) }]
      : [];
  });
}
