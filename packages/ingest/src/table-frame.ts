import { readCell } from './cell-value.ts';
import { roleOfWord } from './column-role.ts';
import { cellText, type Sheet } from './grid.ts';
import { splitUnit, unitOf } from './label.ts';
import type { MergedCells } from './merged-cells.ts';
import { readYear, splitYear } from './year-label.ts';

/** Where one table stands on a sheet; rows are 0-based. A sheet may hold several, one below the other. */
export interface TableFrame {
  /** Rows above the header that belong to it: title, unit, preamble. */
  context: number[];
  header: { top: number; bottom: number };
  body: { first: number; last: number };
}

/** A preamble or a corner note: 单位：亿元, 指标：…, （2021年）. It never makes a row a header. */
const NOTE =
  /^[(（]?(?:(?:计量|填报|制表|编制)?单位|填表人|制表人?|审核人?|负责人|日期|填报日期|数据库|指标|时间|地区|表号|资料来源|数据来源|来源|注|备注|说明|unit)[^：:]{0,4}[：:]/i;
const FOOTER = /^[(（]?(?:注|备注|附注|说明|资料来源|数据来源|来源|注释|source|note)s?[\d①-⑳]*\s*[)）]?\s*[：:.、]/i;
/** Empty rows that may stand inside a header. */
const MAX_HOLE = 2;

interface RowView {
  /** Columns of cells with text that is not a note. */
  columns: number[];
  /** Columns of cells that are values and not years. */
  values: number[];
  years: number[];
  empty: boolean;
}

/** Whether a row is one of the lines below a table (注：…, 数据来源：…). */
export function isFooter(text: string): boolean {
  return FOOTER.test(text);
}

function viewRow(sheet: Sheet, row: number): RowView {
  const view: RowView = { columns: [], values: [], years: [], empty: true };
  sheet.rows[row]?.forEach((cell, column) => {
    const text = cellText(sheet, row, column);
    if (!cell || (text === '' && cell.error === null)) return;
    view.empty = false;
    if (NOTE.test(text) || /^[(（]\s*(?:19|20)\d\d\s*年?[)）]$/.test(text)) return;
    view.columns.push(column);
    if (splitYear(text) && !cell.percent) view.years.push(column);
    else if (readCell(cell).kind === 'number' || cell.error !== null) view.values.push(column);
  });
  return view;
}

/** Finds the tables of a sheet by the rows that can be headers. Looks at the words of headers, not at a catalogue. */
export function findFrames(sheet: Sheet, merged: MergedCells): TableFrame[] {
  const views = Array.from({ length: sheet.rows.length }, (_, row) => viewRow(sheet, row));
  const frames: TableFrame[] = [];
  let from = 0;
  while (from < views.length) {
    const current = frames.at(-1);
    const top = current ? nextHeader(sheet, views, from, current) : firstHeader(sheet, views);
    if (top === null) break;
    const bottom = headerBottom(sheet, merged, views, top);
    const contextFrom = current ? lastDataRow(views, current.body.first, top) + 1 : 0;
    if (current) current.body.last = contextFrom - 1;
    const context = rowsBetween(contextFrom, top).filter((row) => views[row]?.empty === false);
    const first = bottom + (isNumbering(sheet, bottom + 1) ? 2 : 1);
    frames.push({ context, header: { top, bottom }, body: { first, last: views.length - 1 } });
    from = bottom + 1;
  }
  return frames;
}

/** The row 甲 乙 1 2 3 that official forms number their columns with. */
function isNumbering(sheet: Sheet, row: number): boolean {
  const texts = (sheet.rows[row] ?? []).flatMap((_, column) => cellText(sheet, row, column) || []);
  return texts[0] === '甲' && texts.every((text) => /^[甲乙丙丁戊]$|^\d{1,2}$/.test(text));
}

function rowsBetween(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

function lastDataRow(views: readonly RowView[], first: number, end: number): number {
  for (let row = end - 1; row >= first; row -= 1) if ((views[row]?.columns.length ?? 0) > 1) return row;
  return first - 1;
}

function roleWords(sheet: Sheet, row: number, view: RowView): string[] {
  return view.columns.flatMap((column) => roleOfWord(cellText(sheet, row, column)) ?? []);
}

/** Two or more names or years side by side and no value among them; or one year over a column of values. */
function canOpen(views: readonly RowView[], row: number): boolean {
  const view = views[row];
  if (!view || view.values.length > 0) return false;
  if (view.columns.length >= 2) return true;
  const [column] = view.columns;
  if (column === undefined || column === 0 || view.years.length !== 1) return false;
  return views[row + 1]?.values.includes(column) === true;
}

/**
 * The first header: of the rows that can open a table before its first values, the first with header words or
 * years; where none has any, the first that is at least half as wide as the widest (a title may fill two cells).
 */
function firstHeader(sheet: Sheet, views: readonly RowView[]): number | null {
  const candidates: number[] = [];
  for (const [row, view] of views.entries()) {
    if (view.values.length > 0 && candidates.length > 0) break;
    if (canOpen(views, row)) candidates.push(row);
  }
  const told = candidates.find((row) => {
    const view = views[row];
    return view !== undefined && roleWords(sheet, row, view).length + view.years.length >= 2;
  });
  const widest = Math.max(0, ...candidates.map((row) => views[row]?.columns.length ?? 0));
  const wide = candidates.find((row) => (views[row]?.columns.length ?? 0) * 2 >= widest);
  return told !== undefined && wide !== undefined
    ? Math.min(told, topOfParents(views, candidates, told))
    : (wide ?? null);
}

/** Rows of parent names directly above the row with the header words belong to the header. */
function topOfParents(views: readonly RowView[], candidates: readonly number[], told: number): number {
  let top = told;
  while (candidates.includes(top - 1) && (views[top - 1]?.columns.length ?? 0) >= 2) top -= 1;
  return top;
}

/** A header further down: the same words again, years again, or header words under a title or an empty row. */
function nextHeader(sheet: Sheet, views: readonly RowView[], from: number, frame: TableFrame): number | null {
  for (let row = from; row < views.length; row += 1) {
    const view = views[row];
    if (!view || !canOpen(views, row)) continue;
    const same = view.columns.filter(
      (column) => cellText(sheet, row, column) === cellText(sheet, frame.header.top, column),
    );
    const afterBreak = (views[row - 1]?.columns.length ?? 0) <= 1;
    const valuesBelow = (views[row + 1]?.values.length ?? 0) + (views[row + 2]?.values.length ?? 0) > 0;
    if (same.length >= 2 && same.length * 2 >= view.columns.length) return row;
    if (view.years.length >= 2 && isTitledYears(sheet, views, row, frame)) return row;
    if (afterBreak && view.years.length >= 2 && isYearHeader(sheet, views, row, frame)) return row;
    if (
      afterBreak &&
      valuesBelow &&
      roleWords(sheet, row, view).length > 0 &&
      view.columns[0] === firstColumn(views, frame)
    ) {
      return row;
    }
  }
  return null;
}

/** Years with nothing or a header word before them; the row of a long table may hold values that look like years. */
function isYearHeader(sheet: Sheet, views: readonly RowView[], row: number, frame: TableFrame): boolean {
  const top = views[frame.header.top];
  if (!top || isLong(sheet, frame.header.top, top)) return false;
  const corner = cellText(sheet, row, firstColumn(views, frame));
  return corner === '' || roleOfWord(corner) !== null || readYear(corner) !== null;
}

/**
 * 支出（亿元）, 2007, 2008 below a header of the same kind: where the corner of a header names the quantity with its
 * unit and the rows are something else, the next such line of years begins the next block.
 */
function isTitledYears(sheet: Sheet, views: readonly RowView[], row: number, frame: TableFrame): boolean {
  const stub = firstColumn(views, frame);
  const corners = [cellText(sheet, frame.header.top, stub), cellText(sheet, row, stub)];
  const years = views[row]?.years.length ?? 0;
  return corners.every((corner) => splitUnit(corner).unit !== null) && years === (views[row]?.columns.length ?? 0) - 1;
}

function firstColumn(views: readonly RowView[], frame: TableFrame): number {
  return views[frame.header.top]?.columns[0] ?? 0;
}

function isLong(sheet: Sheet, row: number, view: RowView): boolean {
  const roles = new Set(roleWords(sheet, row, view));
  return roles.has('value') && roles.size >= 3;
}

/** How far a header goes down from its first row: child names, units and translations, over a hole if need be. */
function headerBottom(sheet: Sheet, merged: MergedCells, views: readonly RowView[], top: number): number {
  let bottom = top;
  for (let row = top + 1; row < views.length && row - bottom <= MAX_HOLE + 1; row += 1) {
    const view = views[row];
    if (!view || view.values.length > 0) break;
    if (view.empty) continue;
    if (!continuesHeader(sheet, merged, views, top, row)) break;
    bottom = row;
  }
  return bottom;
}

function continuesHeader(
  sheet: Sheet,
  merged: MergedCells,
  views: readonly RowView[],
  top: number,
  row: number,
): boolean {
  const [first, view] = [views[top], views[row]];
  if (!first || !view || view.columns.length === 0) return false;
  const texts = view.columns.map((column) => cellText(sheet, row, column));
  if (texts.length >= 2 && texts.filter((text) => unitOf(text) !== null).length * 2 >= texts.length) return true;
  const latin = texts.every((text) => !/\p{Script=Han}|\d/u.test(text));
  if (latin && texts.length >= 2) return true;
  if (isLong(sheet, top, first)) return false;
  const stub = Math.min(first.columns[0] ?? 0, view.columns[0] ?? 0);
  const stubText = cellText(sheet, row, stub);
  const anchor = merged.anchorOf(row, stub);
  if (stubText === '' || anchor.row < row) return !isFooter(texts[0] ?? '');
  const words = roleWords(sheet, row, view);
  return view.columns.length >= 2 && words.length > 0 && roleOfWord(stubText) !== null;
}
