import { readCell } from './cell-value.ts';
import { cellText, type GridCell, type Sheet } from './grid.ts';
import { splitYear } from './year-label.ts';

/** A preamble or a corner note: 单位：亿元, 指标：…, （2021年）. It never makes a row a header. */
const NOTE =
  /^[(（]?(?:(?:计量|填报|制表|编制)?单位|填表人|制表人?|审核人?|负责人|日期|填报日期|数据库|指标|时间|地区|表号|资料来源|数据来源|来源|注|备注|说明|unit)[^：:]{0,4}[：:]/i;
const BARE_YEAR = /^[(（]\s*(?:19|20)\d\d\s*年?[)）]$/;

/** What stands in a row, as far as it matters for telling headers from values. */
export interface RowView {
  /** Columns of cells with text that is not a note. */
  columns: number[];
  /** Columns of cells that are values and not years. */
  values: number[];
  years: number[];
  empty: boolean;
}

/** The rows of one sheet, each looked at when it is first asked for. */
export interface RowViews {
  readonly length: number;
  at(row: number): RowView;
  /** Whether the row holds a number that is no year; much cheaper than `at`. */
  hasPlainNumber(row: number): boolean;
}

function viewRow(sheet: Sheet, row: number): RowView {
  const view: RowView = { columns: [], values: [], years: [], empty: true };
  sheet.rows[row]?.forEach((cell, column) => {
    const text = cellText(sheet, row, column);
    if (!cell || (text === '' && cell.error === null)) return;
    view.empty = false;
    if (NOTE.test(text) || BARE_YEAR.test(text)) return;
    view.columns.push(column);
    if (splitYear(text) && !cell.percent) view.years.push(column);
    else if (readCell(cell).kind === 'number' || cell.error !== null) view.values.push(column);
  });
  return view;
}

const PLAIN_NUMBER = /^-?\d{1,12}(?:\.\d{1,3})?$/;

function isPlainNumber(cell: GridCell): boolean {
  const value = cell.number ?? (PLAIN_NUMBER.test(cell.text) ? Number(cell.text) : Number.NaN);
  return value < 1900 || value >= 2100;
}

const NOTHING: RowView = { columns: [], values: [], years: [], empty: true };

/** The rows of a sheet as findFrames and others look at them. */
export function viewRows(sheet: Sheet): RowViews {
  const views: (RowView | undefined)[] = [];
  const { length } = sheet.rows;
  return {
    length,
    at: (row) => {
      if (row < 0 || row >= length) return NOTHING;
      const view = views[row] ?? viewRow(sheet, row);
      views[row] = view;
      return view;
    },
    hasPlainNumber: (row) => sheet.rows[row]?.some((cell) => cell !== undefined && isPlainNumber(cell)) ?? false,
  };
}
