import type { ColumnUse } from '@dabiao/domain/column-use';
import { readCell } from './cell-value.ts';
import { type ColumnRole, isCorner, roleOfHeader, roleOfWord } from './column-role.ts';
import type { Sheet } from './grid.ts';
import type { HeaderPath } from './header-path.ts';
import { unitOf } from './label.ts';
import type { MergedCells } from './merged-cells.ts';
import { areRegions, isTotal, type RegionTest } from './region-like.ts';
import type { TableFrame } from './table-frame.ts';
import { isPartOrSpan, readTypedYear, splitYear } from './year-label.ts';

interface ColumnSample {
  texts: string[];
  values: number;
}

/** Rows looked at to tell what a column holds. */
const SAMPLE_ROWS = 200;

function sampleColumn(sheet: Sheet, merged: MergedCells, frame: TableFrame, column: number): ColumnSample {
  const sample: ColumnSample = { texts: [], values: 0 };
  const last = Math.min(frame.body.last, frame.body.first + SAMPLE_ROWS);
  for (let row = frame.body.first; row <= last; row += 1) {
    const kind = readCell(sheet.rows[row]?.[column]);
    if (kind.kind === 'bad' && kind.code === 'value_too_precise') sample.values += 1;
    else if (kind.kind === 'bad') {
      const text = merged.textAt(row, column);
      if (text !== '') sample.texts.push(text);
    } else if (kind.kind === 'number' || kind.missing !== 'blank') {
      sample.values += 1;
      if (readTypedYear(merged.textAt(row, column)) !== null) sample.texts.push(merged.textAt(row, column));
    } else if (merged.textAt(row, column) !== '') sample.texts.push(merged.textAt(row, column));
  }
  return sample;
}

function share(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}

/** Role of a label column without a telling header, by what its cells look like. */
function roleOfCells(sample: ColumnSample, isRegion: RegionTest): ColumnRole {
  if (areRegions(sample.texts, isRegion)) return 'region';
  if (share(sample.texts, (text) => unitOf(text) !== null) >= 0.8) return 'unit';
  return 'indicator';
}

/** Years, or the months, quarters and days of a table that is not of years. */
function isYears(sample: ColumnSample): boolean {
  const years = sample.texts.filter((text) => splitYear(text)?.rest === '' || isPartOrSpan(text));
  return years.length >= 2 && years.length >= sample.texts.length * 0.8 && years.length >= sample.values * 0.8;
}

function isData(path: HeaderPath, sample: ColumnSample): boolean {
  if (path.parts.some((part) => splitYear(part) !== null)) return true;
  return path.parts.length > 0 && sample.values > 0 && sample.values >= sample.texts.length;
}

function firstUse(path: HeaderPath, sample: ColumnSample, isFirst: boolean): ColumnUse | null {
  const corner = path.parts.length === 1 && isCorner(path.parts[0] ?? '');
  const role = corner ? null : roleOfHeader(path.parts);
  if (role === 'value' && sample.texts.length > 0 && sample.values === 0 && isFirst) return null;
  if ((role === 'indicator' || role === 'region' || role === 'note') && isFirst && isYears(sample)) return 'year';
  if (role !== null) return role;
  if (sample.texts.length === 0 && sample.values === 0) return path.parts.length > 0 ? 'data' : 'blank';
  if ((isFirst || path.parts.length === 0) && isYears(sample)) return 'year';
  return isData(path, sample) ? 'data' : null;
}

/** Label columns that no word explains: those left of the data tell regions or indicators, those right are notes. */
function settle(
  uses: (ColumnUse | null)[],
  samples: readonly ColumnSample[],
  paths: readonly HeaderPath[],
  isRegion: RegionTest,
): ColumnUse[] {
  const firstData = uses.findIndex((use) => use === 'data' || use === 'value');
  const known = new Set(uses);
  return uses.map((use, column) => {
    const sample = samples[column];
    if (use !== null || !sample) return use ?? 'blank';
    if (sample.texts.length < sample.values || sample.texts.length === 0) return 'blank';
    if (firstData >= 0 && column > firstData) return 'note';
    const role = roleOfCells(sample, isRegion);
    const named = (paths[column]?.parts.length ?? 0) > 0;
    return role === 'indicator' && named && column > 0 && known.has('indicator') ? 'note' : role;
  });
}

/**
 * With names across and one unexplained label column, the labels cannot be names too: the rows are regions
 * (端州, 鼎湖, which no suffix gives away).
 */
function turnToRegions(uses: ColumnUse[], paths: readonly HeaderPath[], isRegion: RegionTest): void {
  const stubs = uses.flatMap((use, column) => (use === 'indicator' ? [column] : []));
  const [stub] = stubs;
  const header = stub === undefined ? [] : (paths[stub]?.parts ?? []);
  if (stub === undefined || stubs.length > 1 || uses.includes('region') || uses.includes('value')) return;
  if (header.length > 0 && !isCorner(header[0] ?? '')) return;
  const data = paths.filter((_, column) => uses[column] === 'data').map(({ parts }) => parts);
  const named = data.filter(
    (parts) => !parts.some((part) => splitYear(part) !== null || roleOfWord(part) !== null || isRegion(part)),
  );
  if (named.length >= 2 && named.length * 2 > data.length) uses[stub] = 'region';
}

/** Rows under 指标 or 项目 that are regions without exception (a table of one quantity) are read as regions. */
function renameRegions(uses: ColumnUse[], samples: readonly ColumnSample[], isRegion: RegionTest): void {
  const stubs = uses.flatMap((use, column) => (use === 'indicator' ? [column] : []));
  const texts = samples[stubs[0] ?? -1]?.texts ?? [];
  if (stubs.length !== 1 || uses.includes('region') || uses.includes('value') || texts.length < 3) return;
  if (texts.every((text) => isRegion(text) || isTotal(text))) uses[stubs[0] ?? -1] = 'region';
}

/** Decides what each column of a table is, by its header word first and by its cells where no word tells. */
export function findColumnUses(
  sheet: Sheet,
  merged: MergedCells,
  frame: TableFrame,
  paths: readonly HeaderPath[],
  isRegion: RegionTest,
): ColumnUse[] {
  const samples = paths.map((_, column) => sampleColumn(sheet, merged, frame, column));
  const first = samples.findIndex(({ texts, values }) => texts.length > 0 || values > 0);
  const uses = paths.map((path, column) =>
    firstUse(path, samples[column] ?? { texts: [], values: 0 }, column === first),
  );
  const settled = settle(uses, samples, paths, isRegion);
  turnToRegions(settled, paths, isRegion);
  renameRegions(settled, samples, isRegion);
  return settled;
}
