import type { Alignment, Row, Worksheet } from 'exceljs';
import { writableText } from './cell-text.ts';
import { fill, GRID, TINT } from './colours.ts';
import { font } from './fonts.ts';
import type { Template } from './template.ts';
import { lineCount } from './text-size.ts';

/** The columns of the form; `mark` is the number that official forms give them, `open` what is to be typed into. */
export const COLUMNS = [
  { key: 'indicator', width: 42, mark: '甲', open: false },
  { key: 'unit', width: 14, mark: '乙', open: false },
  { key: 'lastYear', width: 18, mark: 1, open: false },
  { key: 'published', width: 32, mark: '丙', open: false },
  { key: 'value', width: 18, mark: 2, open: true },
  { key: 'status', width: 10, mark: '丁', open: true },
  { key: 'remark', width: 26, mark: '戊', open: true },
] as const;

/** What a column of the form holds. */
export type ColumnKey = (typeof COLUMNS)[number]['key'];

/** 1-based place of a column, as exceljs counts. */
export const columnOf = (wanted: ColumnKey): number => COLUMNS.findIndex(({ key }) => key === wanted) + 1;

const SHEET_WIDTH = COLUMNS.reduce((sum, { width }) => sum + width, 0);

/** Points of a line of type of 11 points, and of the space around it. */
const LINE = { height: 15, around: 5 };

/** Height in points of a row whose text takes so many lines. */
export const rowHeight = (lines: number): number => lines * LINE.height + LINE.around;

/** Header words as the reading of workbooks knows them: 上年值 and 说明 are not read, the value's year stands in front. */
const headerWords = (year: number): Record<ColumnKey, string> => ({
  indicator: '指标',
  unit: '单位',
  lastYear: `上年值（${year - 1}年）`,
  published: '说明',
  value: `${year}年值`,
  status: '状态',
  remark: '备注',
});

const instructions = (year: number): string =>
  [
    `请在黄色格内填写${year}年全年的数据：按本行的单位填数字，占比和增速填 38.5，不写成 0.385。没有数据的留空，不要填 0。`,
    '状态从下拉列表中选：快报、年报、修订、估计；不选的按快报处理。白色格的数据已经发布，见“说明”一栏，有更正或者转为年报时才填。',
    '指标解释见指标名称的批注，选中要填的格也会显示。填好后保存，在“填报”页面上传这个文件。',
  ].join('\n');

/** Writes one line of text over the whole width of the form. */
function writeAcross(sheet: Worksheet, text: string, alignment: Partial<Alignment>): Row {
  const row = sheet.addRow([writableText(text)]);
  sheet.mergeCells(row.number, 1, row.number, COLUMNS.length);
  row.getCell(1).alignment = { vertical: 'middle', wrapText: true, ...alignment };
  row.height = rowHeight(lineCount(text, SHEET_WIDTH));
  return row;
}

function writeHeader(sheet: Worksheet, year: number): { top: number; bottom: number } {
  const words = headerWords(year);
  const header = sheet.addRow(COLUMNS.map(({ key }) => words[key]));
  header.height = rowHeight(1) + 4;
  const marks = sheet.addRow(COLUMNS.map(({ mark }) => mark));
  marks.height = LINE.height;
  for (const row of [header, marks]) {
    for (const [index] of COLUMNS.entries()) {
      const cell = row.getCell(index + 1);
      cell.font = row === header ? font({ bold: true }) : font({ size: 9 });
      cell.fill = fill(TINT.header);
      cell.border = GRID;
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    }
  }
  return { top: header.number, bottom: marks.number };
}

/** 2026-06-30 as 2026年6月30日; what is no date stays as it is. */
const chineseDate = (date: string): string =>
  date.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, (_, year, month, day) => `${year}年${month}月${day}日`);

/** Writes title, region, year, what to do, and the header. @returns the title and the rows of the header. */
export function writeHead(
  sheet: Worksheet,
  { region, year, asOf, demo }: Template,
): { title: string; header: { top: number; bottom: number } } {
  const title = `${region.name}${year}年指标数据填报表`;
  const first = writeAcross(sheet, title, { horizontal: 'center' });
  first.getCell(1).font = font({ size: 16, bold: true });
  first.height = 30;
  const place = `地区：${region.name}（${region.code}）　　年份：${year}年　　上年值和已发布值截至${chineseDate(asOf)}`;
  writeAcross(sheet, place, { horizontal: 'center' }).getCell(1).font = font();
  if (demo) {
    const warning = writeAcross(sheet, '演示数据，非真实统计：表中已有的数值都是编造的', { horizontal: 'center' });
    warning.getCell(1).font = font({ bold: true, color: { argb: TINT.alarm } });
  }
  writeAcross(sheet, instructions(year), { horizontal: 'left' }).getCell(1).font = font({ size: 10 });
  return { title, header: writeHeader(sheet, year) };
}
