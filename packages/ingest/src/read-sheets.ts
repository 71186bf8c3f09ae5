import type { Indicator } from '@dabiao/domain/indicator';
import type { ReadFigure, UploadProblem } from '@dabiao/domain/problem';
import type { Region } from '@dabiao/domain/region';
import { cellAddress, columnName, MAX_COLUMNS, MAX_ROWS, type Sheet, trimText } from './grid.ts';
import { bookOfIndicators, bookOfRegions, regionInTitle } from './match-names.ts';
import { ProblemList, quote } from './problem-list.ts';
import {
  type Hints,
  type LabelReading,
  readIndicator,
  readObservedStatus,
  readObservedYear,
  readRegion,
} from './read-labels.ts';
import { type Observation, readTables, type Table } from './read-table.ts';
import { type ReadValue, readValue, reportBadValue } from './read-value.ts';
import { looksLikeRegion } from './region-like.ts';
import type { ColumnUse } from './table-columns.ts';

/** The names a workbook's labels are matched with. */
export interface Vocabulary {
  indicators: readonly Indicator[];
  regions: readonly Region[];
}

/** How a table was understood, for showing it to the person who handed it in. Rows are 1-based. */
export interface TableOutline {
  sheet: string;
  title: string | null;
  layout: Table['layout'];
  headerRows: { first: number; last: number };
  bodyRows: { first: number; last: number };
  columns: { column: string; use: ColumnUse; header: string }[];
}

/** What a file gives: figures, everything that is wrong, and how its tables were understood. */
export interface ReadWorkbook {
  figures: ReadFigure[];
  problems: UploadProblem[];
  tables: TableOutline[];
}

function outline(table: Table): TableOutline {
  const { sheet, context, layout, frame, uses, paths } = table;
  return {
    sheet,
    title: context.title,
    layout,
    headerRows: { first: frame.header.top + 1, last: frame.header.bottom + 1 },
    bodyRows: { first: frame.body.first + 1, last: frame.body.last + 1 },
    columns: uses.map((use, column) => ({
      column: columnName(column),
      use,
      header: paths[column]?.parts.join(' / ') ?? '',
    })),
  };
}

/** Says, once an indicator and once a file, what was taken for granted because the file does not say it. */
function reportAssumptions(reading: LabelReading, indicator: Indicator, value: ReadValue, status: string): void {
  if (value.rawUnit === null) {
    const text = `没有写明“${indicator.name}”的计量单位，按目录中的“${indicator.unit}”读入；请核对。`;
    reading.problems.add('warning', 'unit_assumed', { sheet: reading.sheet, row: null, column: null }, text);
  }
  if (status !== 'assumed') return;
  const text = '有数据没有写明状态，按“快报”处理；如是年报或修订数，请注明。';
  reading.problems.add('warning', 'status_assumed', { sheet: null, row: null, column: null }, text);
}

/** The figure of one observation, or null where its cell is empty or something about it is wrong (reported). */
function readFigure(reading: LabelReading, observation: Observation): ReadFigure | null {
  reportBadValue(reading, observation);
  if (observation.value.kind === 'missing') return null;
  const indicator = readIndicator(reading, observation);
  if (!indicator) return null;
  const region = readRegion(reading, observation);
  const year = readObservedYear(reading, observation);
  const value = readValue(reading, observation, indicator);
  const status = readObservedStatus(reading, observation);
  if (!region || year === null || !value || status === null) return null;
  reportAssumptions(reading, indicator, value, status);
  return {
    indicator: indicator.id,
    region: region.code,
    year,
    value: value.value,
    decimals: value.decimals,
    unit: indicator.unit,
    status: status === 'assumed' ? 'preliminary' : status,
    sheet: reading.sheet,
    cell: cellAddress(observation.row, observation.column),
    row: observation.row + 1,
    raw: trimText(observation.cell?.text ?? ''),
    rawUnit: value.rawUnit,
  };
}

const MARK_WORDS = { below_unit: '“…”（不足最小单位）', none: '“—”（无或不适用）' } as const;

/** Says what was left out because it is no number: marks by their count, empty cells of a long table one by one. */
function reportMissing(table: Table, problems: ProblemList): void {
  for (const mark of ['below_unit', 'none'] as const) {
    const marked = table.observations.filter(({ value }) => value.kind === 'missing' && value.missing === mark);
    const [first] = marked;
    if (!first) continue;
    const text = `从这一格起共 ${marked.length} 格填的是${MARK_WORDS[mark]}，未作为数据读入。`;
    problems.add('warning', 'value_missing', { sheet: table.sheet, row: first.row, column: first.column }, text);
  }
  if (table.layout !== 'long') return;
  for (const { value, row, column } of table.observations) {
    if (value.kind !== 'missing' || value.missing !== 'blank') continue;
    problems.add('warning', 'value_missing', { sheet: table.sheet, row, column }, '没有填写数值，这一行未读入。');
  }
}

function reportUnread(table: Table, problems: ProblemList): void {
  for (const { column, row, header } of table.unread) {
    const text = `${header === '' ? '这一列没有表头' : `${quote(header)}一列含义不明`}，未读入；如需读入，请写明指标或年份。`;
    problems.add('warning', 'header_missing', { sheet: table.sheet, row, column }, text);
  }
}

function isEmptySheet(sheet: Sheet): boolean {
  return !sheet.rows.some((row) => row?.some((cell) => cell && (cell.error !== null || trimText(cell.text) !== '')));
}

/** Problems of sheets as such: all empty, none with a table, hidden, longer than the limit. */
function reportSheets(sheets: readonly Sheet[], tables: readonly Table[], problems: ProblemList): void {
  const shown = sheets.filter(({ hidden }) => !hidden);
  const filled = shown.filter((sheet) => !isEmptySheet(sheet));
  const nowhere = { row: null, column: null };
  if (filled.length === 0) {
    problems.add(
      'error',
      'sheet_empty',
      { sheet: shown[0]?.name ?? null, ...nowhere },
      '没有任何内容；请检查是否选对了文件。',
    );
  }
  for (const sheet of filled) {
    const place = { sheet: sheet.name, ...nowhere };
    if (sheet.cut) {
      const text = `超出 ${MAX_ROWS} 行、${MAX_COLUMNS} 列的部分没有读入；请拆分文件后上传，后面没有数据的，请删除多余的空行和空列。`;
      problems.add('error', 'file_too_large', place, text);
    }
    if (tables.some((table) => table.sheet === sheet.name)) continue;
    const text = '没有找到带表头的数据；表头应有地区、指标、年份、数值等列，或以年份为列名。';
    problems.add(tables.length === 0 ? 'error' : 'warning', 'header_missing', place, text);
  }
  for (const { name } of sheets.filter(({ hidden }) => hidden)) {
    problems.add(
      'warning',
      'sheet_empty',
      { sheet: name, ...nowhere },
      '是隐藏的工作表，未读入；如需读入，请取消隐藏。',
    );
  }
}

/**
 * Reads the figures of opened sheets; see readWorkbook. Pure.
 * @param fileName may say region, year and quantity where the sheets do not
 */
export function readSheets(
  sheets: readonly Sheet[],
  fileName: string,
  vocabulary: Vocabulary,
  hints: Hints,
): ReadWorkbook {
  const problems = new ProblemList();
  const [indicators, regions] = [bookOfIndicators(vocabulary.indicators), bookOfRegions(vocabulary.regions)];
  const isRegion = (label: string) =>
    regions.find(label) !== null || (indicators.find(label) === null && looksLikeRegion(label));
  const tables = sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => readTables(sheet, fileName, isRegion));
  reportSheets(sheets, tables, problems);
  const hinted = hints.region === undefined ? null : regions.find(hints.region);
  const figures = tables.flatMap((table) => {
    const named = regionInTitle(table.context.title ?? '', vocabulary.regions) ?? regions.find(table.sheet);
    const region = named ?? hinted ?? regionInTitle(fileName, vocabulary.regions);
    const { fileYear } = table.context;
    const reading: LabelReading = { sheet: table.sheet, indicators, regions, region, hints, fileYear, problems };
    const read = table.observations.flatMap((observation) => readFigure(reading, observation) ?? []);
    reportMissing(table, problems);
    reportUnread(table, problems);
    return read;
  });
  return { figures, problems: problems.all(), tables: tables.map(outline) };
}
