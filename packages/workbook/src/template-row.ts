import { decimalsOf } from '@dabiao/domain/decimal';
import { CAVEAT_WORDS, FIGURE_STATUS_WORDS, FIGURE_STATUSES } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import { formatValue } from '@dabiao/domain/number-text';
import type { Alignment, Cell, DataValidation, Worksheet } from 'exceljs';
import { fill, GRID, TINT } from './colours.ts';
import { font } from './fonts.ts';
import { addNote } from './note.ts';
import { numberRule } from './number-rule.ts';
import { writeText } from './table.ts';
import type { TemplateFigure, TemplateRow } from './template.ts';
import { COLUMNS, type ColumnKey, columnOf, rowHeight } from './template-head.ts';
import { lineCount } from './text-size.ts';

const WIDTH_OF = Object.fromEntries(COLUMNS.map(({ key, width }) => [key, width])) as Record<ColumnKey, number>;

const STATUSES = FIGURE_STATUSES.map((status) => FIGURE_STATUS_WORDS[status].zh);

const STATUS_RULE: DataValidation = {
  type: 'list',
  formulae: [`"${STATUSES.join(',')}"`],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: '请选择状态',
  error: `请从下拉列表中选择：${STATUSES.join('、')}。`,
};

/** 快报，非年末数 */
const kindOf = ({ status, caveats }: TemplateFigure): string =>
  [FIGURE_STATUS_WORDS[status].zh, ...caveats.map((caveat) => CAVEAT_WORDS[caveat].zh)].join('，');

/** A value is settled where it is published and a plain one: a lower bound, say, still waits for the value itself. */
const isSettled = (figure: TemplateFigure | null): boolean => figure !== null && figure.caveats.length === 0;

function publishedWords({ indicator, lastYear, thisYear }: TemplateRow, year: number): string {
  const words = lastYear ? [`上年值：${kindOf(lastYear)}`] : [];
  if (thisYear) {
    const value = formatValue(thisYear.value, thisYear.decimals, indicator.unit, 'zh');
    const todo = isSettled(thisYear) ? '' : '；有了全年确数请填';
    words.push(`${year}年已发布${value}（${kindOf(thisYear)}）${todo}`);
  }
  return words.join('\n');
}

/** Number format with thousands separators and as many decimals as were given. */
function numberFormat({ value, decimals }: TemplateFigure): string {
  const places = Math.max(decimals, decimalsOf(value));
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

/** What the indicator is, and which documents want it. */
function definitionNote({ indicator, documents }: TemplateRow): string {
  const lines = [indicator.definition ?? '', ...documents.map((title) => `所属文件：${title}`)];
  return lines.filter((line) => line !== '').join('\n');
}

const SIDE: Record<ColumnKey, Partial<Alignment>> = {
  indicator: { horizontal: 'left', indent: 1 },
  unit: { horizontal: 'center' },
  lastYear: { horizontal: 'right', indent: 1 },
  published: { horizontal: 'left', indent: 1 },
  value: { horizontal: 'right', indent: 1 },
  status: { horizontal: 'center' },
  remark: { horizontal: 'left', indent: 1 },
};

/** The title of a document over its indicators. */
export function writeBand(sheet: Worksheet, title: string): void {
  const row = sheet.addRow([]);
  writeText(row.getCell(1), title);
  for (const [index] of COLUMNS.entries()) {
    const cell = row.getCell(index + 1);
    cell.fill = fill(TINT.band);
    cell.border = { top: GRID.top ?? {}, bottom: GRID.bottom ?? {} };
    cell.font = font({ bold: true });
    cell.alignment = { vertical: 'middle', ...(index === 0 ? SIDE.indicator : {}) };
  }
  row.height = rowHeight(1);
}

/** A unit as written in tables; a quantity without one has a dash. */
const unitWords = ({ unit }: Indicator): string => (unit === '' || unit === '指数' ? '—' : unit);

type CellOf = (key: ColumnKey) => Cell;

function setLooks(cellOf: CellOf): void {
  for (const { key } of COLUMNS) {
    const cell = cellOf(key);
    cell.font = font({ size: key === 'published' ? 9 : 11 });
    cell.border = GRID;
    cell.fill = fill(TINT.locked);
    cell.alignment = { vertical: 'middle', wrapText: true, ...SIDE[key] };
  }
}

function openCell(cell: Cell, tint: string, rule: DataValidation | null): void {
  cell.fill = fill(tint);
  cell.protection = { locked: false };
  if (rule) cell.dataValidation = rule;
}

function writeShown(cellOf: CellOf, { indicator, lastYear }: TemplateRow, published: string): void {
  writeText(cellOf('indicator'), indicator.name);
  writeText(cellOf('unit'), unitWords(indicator));
  if (published !== '') cellOf('published').value = published;
  if (!lastYear) return;
  cellOf('lastYear').value = lastYear.value;
  cellOf('lastYear').numFmt = numberFormat(lastYear);
}

/** One indicator: its name with a note, unit, last year's value, what is published, and the cells to fill in. */
export function writeIndicator(sheet: Worksheet, asked: TemplateRow, year: number): void {
  const row = sheet.addRow([]);
  const cellOf: CellOf = (key) => row.getCell(columnOf(key));
  const published = publishedWords(asked, year);
  setLooks(cellOf);
  writeShown(cellOf, asked, published);
  const tint = isSettled(asked.thisYear) ? TINT.done : TINT.wanted;
  openCell(cellOf('value'), tint, numberRule(asked.indicator));
  openCell(cellOf('status'), tint, STATUS_RULE);
  openCell(cellOf('remark'), TINT.done, null);
  const lines = [lineCount(asked.indicator.name, WIDTH_OF.indicator), lineCount(published, WIDTH_OF.published * 1.2)];
  row.height = rowHeight(Math.max(...lines));
  const note = definitionNote(asked);
  if (note !== '')
    addNote(
      cellOf('indicator'),
      note,
      COLUMNS.map(({ width }) => width),
    );
}
