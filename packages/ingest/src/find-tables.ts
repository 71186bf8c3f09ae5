import type { ColumnUse } from '@dabiao/domain/column-use';
import { type ColumnFacts, readColumnFacts } from './column-facts.ts';
import { isCorner, roleOfWord } from './column-role.ts';
import { type SheetSaid, saidColumns, saidHeaders, saidYears } from './correct-table.ts';
import { type Sheet, sheetWidth } from './grid.ts';
import { groupedColumns } from './grouped-columns.ts';
import { type HeaderPath, headerPaths } from './header-path.ts';
import { isMarkedPart, squeezeUnit, unitOf } from './label.ts';
import { indexMergedCells, type MergedCells } from './merged-cells.ts';
import { areRegions, type RegionTest } from './region-like.ts';
import { findColumnUses } from './table-columns.ts';
import { readContext, type TableContext } from './table-context.ts';
import { findFrames, type TableFrame } from './table-frame.ts';
import { isBareComparison, readYearEnd } from './year-label.ts';

/**
 * A table found on a sheet: where it stands and what its rows and columns are, without its values.
 * `long`: one value a row, with columns for region, indicator, year.
 */
export interface FoundTable {
  sheet: Sheet;
  merged: MergedCells;
  layout: 'long' | 'matrix';
  frame: TableFrame;
  context: TableContext;
  uses: ColumnUse[];
  paths: HeaderPath[];
  /** Of the columns that hold values; null for all others. */
  facts: (ColumnFacts | null)[];
  /** Label columns whose names stand beside the first row of a group only. */
  grouped: ReadonlySet<number>;
  /** Its column of years holds days that end a year (2019-12-31), and no other days. */
  yearEnds: boolean;
}

/** Columns to observe: in a long table those of values alone, otherwise every data column. */
function factsOfColumns(
  uses: readonly ColumnUse[],
  paths: readonly HeaderPath[],
  isRegion: RegionTest,
  across: 'region' | 'indicator' | undefined,
): (ColumnFacts | null)[] {
  const names = new Set(paths.flatMap(({ parts }, column) => (uses[column] === 'data' ? parts : [])));
  const likely = !uses.includes('region') && [...names].filter((name) => areRegions([name], isRegion)).length >= 2;
  const regionsAcross = across === undefined ? likely : across === 'region';
  const isLong = uses.includes('value') && uses.includes('year');
  const isName: RegionTest = across === 'region' ? (label) => roleOfWord(label) === null : isRegion;
  const all = uses.map((use, column) => {
    const path = paths[column];
    if (!path || (use !== 'value' && (use !== 'data' || isLong))) return null;
    const facts = readColumnFacts(path, { regionsAcross, isRegion: isName, yearsDown: uses.includes('year') });
    // the one column of values has no name of its own, whatever stands above it
    return use === 'value' ? { ...facts, indicator: [] } : facts;
  });
  for (const facts of all) if (facts?.unit === null) facts.unit = unitOfWhole(facts, all);
  dateComparisons(all);
  if (!uses.includes('indicator')) nameComparisons(all);
  return all;
}

/** 比上年增长 beside the column of a year is of that year. */
function dateComparisons(all: readonly (ColumnFacts | null)[]): void {
  let year: number | null = null;
  for (const facts of all) {
    if (facts?.comparison !== null && facts?.year === null) facts.year = year;
    else if (facts) year = facts.year;
  }
}

/** 增长（%） beside a column of a quantity is the growth of that. */
function nameComparisons(all: readonly (ColumnFacts | null)[]): void {
  let names: string[] = [];
  for (const facts of all) {
    if (facts?.comparison == null) names = facts?.indicator ?? [];
    else if (facts.indicator.length === 0 && isBareComparison(facts.comparison)) facts.indicator = names;
  }
}

/** The unit of a part (# 住宅) that has none of its own: that of the column it is a part of. */
function unitOfWhole(part: ColumnFacts, all: readonly (ColumnFacts | null)[]): string | null {
  const own = part.indicator.at(-1) ?? '';
  if (!isMarkedPart(own) || part.comparison !== null) return null;
  const parent = JSON.stringify(part.indicator.slice(0, -1));
  const whole = all.find((other) => other !== null && JSON.stringify(other.indicator) === parent);
  return whole?.unit ?? null;
}

/** The corner of a table whose rows are regions or years may name the quantity: 支出（亿元）, over 北京, 天津. */
function cornerName(
  uses: readonly ColumnUse[],
  paths: readonly HeaderPath[],
): { text: string; row: number; column: number } | null {
  const first = uses.findIndex((use) => use !== 'blank' && use !== 'note');
  const path = paths[first];
  const corner = path?.parts.join('') ?? '';
  const namesRows = corner === '' || roleOfWord(corner) !== null || isCorner(corner) || unitOf(corner) !== null;
  if (!path || namesRows || uses[first] === 'indicator' || uses[first] === 'data') return null;
  return { text: corner, row: path.row, column: first };
}

/** Where a person gives a column its year, what its header says beside names down the rows is only another word for it. */
function sayYear(facts: ColumnFacts, year: number, namesDown: boolean): void {
  facts.year = year;
  facts.yearIsSaid = true;
  facts.partOfYear = null;
  if (namesDown) facts.indicator = [];
}

function correctFacts(
  facts: (ColumnFacts | null)[],
  said: SheetSaid | null,
  paths: readonly HeaderPath[],
  namesDown: boolean,
): void {
  for (const [column, { unit }] of saidColumns(paths, said)) {
    const own = facts[column];
    if (own && unit !== undefined) {
      own.unit = squeezeUnit(unit);
      own.unitIsSaid = true;
    }
  }
  for (const [column, year] of saidYears(said)) {
    const own = facts[column];
    if (own) sayYear(own, year, namesDown);
  }
}

function correctUses(uses: ColumnUse[], said: SheetSaid | null, paths: readonly HeaderPath[]): void {
  for (const [column, { use }] of saidColumns(paths, said)) if (use !== undefined) uses[column] = use;
}

function hasYearEnds(table: Pick<FoundTable, 'uses' | 'merged' | 'frame'>): boolean {
  const column = table.uses.indexOf('year');
  const { first, last } = table.frame.body;
  let days = 0;
  for (let row = first; column >= 0 && row <= last; row += 1) {
    const text = table.merged.textAt(row, column);
    if (text === '') continue;
    if (readYearEnd(text) === null) return false;
    days += 1;
  }
  return days > 0;
}

/** A sheet with its tables marked off, before anything in them is understood. */
export interface FramedSheet {
  sheet: Sheet;
  merged: MergedCells;
  frames: { frame: TableFrame; paths: HeaderPath[] }[];
}

/** Marks the tables of a sheet off: by the rows that can be headers, or by those a person has said are. */
export function frameSheet(sheet: Sheet, headers: TableFrame['header'][] | null = null): FramedSheet {
  const merged = indexMergedCells(sheet);
  const width = sheetWidth(sheet);
  const frames = findFrames(sheet, merged, headers).map((frame) => ({
    frame,
    paths: headerPaths(sheet, merged, frame.header, width),
  }));
  return { sheet, merged, frames };
}

/** A file's name, and whether a label names a region. */
export interface TableNames {
  fileName: string;
  isRegion: RegionTest;
}

function understand(
  { sheet, merged }: FramedSheet,
  { frame, paths }: FramedSheet['frames'][number],
  names: TableNames,
  said: SheetSaid | null,
): FoundTable {
  const uses = findColumnUses(sheet, merged, frame, paths, names.isRegion);
  correctUses(uses, said, paths);
  const context = readContext(sheet, frame, names.fileName, cornerName(uses, paths));
  const facts = factsOfColumns(uses, paths, names.isRegion, said?.shape.across);
  correctFacts(facts, said, paths, uses.includes('indicator'));
  if (said?.shape.unit !== undefined) context.unit = squeezeUnit(said.shape.unit);
  if (said?.facts?.year !== undefined) context.year = said.facts.year;
  const layout = uses.includes('value') && uses.includes('year') ? 'long' : 'matrix';
  const yearEnds = hasYearEnds({ uses, merged, frame });
  const grouped = groupedColumns(merged, frame.body, uses);
  return { sheet, merged, layout, frame, context, uses, paths, facts, grouped, yearEnds };
}

/**
 * Understands the tables of a sheet, without any catalogue: what is a header, a year, a region, a unit is told by
 * position, form and the common header words, and by what a person has said.
 */
export function findTables(framed: FramedSheet, names: TableNames, said: SheetSaid | null = null): FoundTable[] {
  if (said?.shape.ignore) return [];
  const headers = saidHeaders(framed.sheet, said);
  const own = headers === null ? framed : frameSheet(framed.sheet, headers);
  return own.frames.map((frame) => understand(own, frame, names, said));
}
