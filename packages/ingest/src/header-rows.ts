import { roleOfWord } from './column-role.ts';
import { cellText, type Sheet } from './grid.ts';
import { splitUnit, unitOf } from './label.ts';
import type { MergedCells } from './merged-cells.ts';
import type { RowView, RowViews } from './row-views.ts';
import { readYear } from './year-label.ts';

const FOOTER = /^[(（]?(?:注|备注|附注|说明|资料来源|数据来源|来源|注释|source|note)s?[\d①-⑳]*\s*[)）]?\s*[：:.、]/i;
/** Empty rows that may stand inside a header. */
const MAX_HOLE = 2;
/** Rows a header has at most. */
const MAX_HEADER_ROWS = 12;

/** What the search for headers goes by. */
export interface HeaderSearch {
  sheet: Sheet;
  merged: MergedCells;
  views: RowViews;
}

/** Whether a text is one of the lines below a table (注：…, 数据来源：…). */
export function isFooter(text: string): boolean {
  return FOOTER.test(text);
}

/** Header words of a row, in the order of its columns. */
function roleWords(sheet: Sheet, row: number, view: RowView): string[] {
  return view.columns.flatMap((column) => roleOfWord(cellText(sheet, row, column)) ?? []);
}

/** Two or more names or years side by side and no value among them; or one year over a column of values. */
function canOpen(views: RowViews, row: number): boolean {
  if (views.hasPlainNumber(row)) return false;
  const view = views.at(row);
  if (view.values.length > 0) return false;
  if (view.columns.length >= 2) return true;
  const [column] = view.columns;
  if (column === undefined || column === 0 || view.years.length !== 1) return false;
  return views.at(row + 1).values.includes(column);
}

/** Rows of parent names directly above the row with the header words belong to the header. */
function topOfParents({ views }: HeaderSearch, candidates: readonly number[], told: number): number {
  let top = told;
  while (candidates.includes(top - 1) && views.at(top - 1).columns.length >= 2) top -= 1;
  return top;
}

/**
 * The first header: of the rows that can open a table before its first values, the first with header words or
 * years; where none has any, the first that is at least half as wide as the widest (a title may fill two cells).
 */
export function firstHeader(search: HeaderSearch): number | null {
  const { sheet, views } = search;
  const candidates: number[] = [];
  for (let row = 0; row < views.length; row += 1) {
    if (candidates.length > 0 && (views.hasPlainNumber(row) || views.at(row).values.length > 0)) break;
    if (canOpen(views, row)) candidates.push(row);
  }
  const told = candidates.find((row) => {
    const view = views.at(row);
    return roleWords(sheet, row, view).length + view.years.length >= 2;
  });
  const widest = Math.max(0, ...candidates.map((row) => views.at(row).columns.length));
  const wide = candidates.find((row) => views.at(row).columns.length * 2 >= widest);
  return told !== undefined && wide !== undefined
    ? Math.min(told, topOfParents(search, candidates, told))
    : (wide ?? null);
}

function isLong(search: HeaderSearch, row: number): boolean {
  const roles = new Set(roleWords(search.sheet, row, search.views.at(row)));
  return roles.has('value') && roles.size >= 3;
}

function firstColumn(views: RowViews, top: number): number {
  return views.at(top).columns[0] ?? 0;
}

/** Years with nothing or a header word before them; the row of a long table may hold values that look like years. */
function isYearHeader(search: HeaderSearch, row: number, top: number): boolean {
  if (isLong(search, top)) return false;
  const corner = cellText(search.sheet, row, firstColumn(search.views, top));
  return corner === '' || roleOfWord(corner) !== null || readYear(corner) !== null;
}

/**
 * 支出（亿元）, 2007, 2008 below a header of the same kind: where the corner of a header names the quantity with its
 * unit and the rows are something else, the next such line of years begins the next block.
 */
function isTitledYears({ sheet, views }: HeaderSearch, row: number, top: number): boolean {
  const stub = firstColumn(views, top);
  const corners = [cellText(sheet, top, stub), cellText(sheet, row, stub)];
  const view = views.at(row);
  return corners.every((corner) => splitUnit(corner).unit !== null) && view.years.length === view.columns.length - 1;
}

function repeatsHeader(search: HeaderSearch, row: number, top: number): boolean {
  const { sheet, views } = search;
  const view = views.at(row);
  const same = view.columns.filter((column) => cellText(sheet, row, column) === cellText(sheet, top, column));
  return same.length >= 2 && same.length * 2 >= view.columns.length;
}

function opensNext(search: HeaderSearch, row: number, top: number): boolean {
  const { sheet, views } = search;
  if (!canOpen(views, row)) return false;
  if (repeatsHeader(search, row, top)) return true;
  const view = views.at(row);
  if (view.years.length >= 2 && isTitledYears(search, row, top)) return true;
  if (views.at(row - 1).columns.length > 1) return false;
  if (view.years.length >= 2 && isYearHeader(search, row, top)) return true;
  const valuesBelow = views.at(row + 1).values.length + views.at(row + 2).values.length > 0;
  return valuesBelow && roleWords(sheet, row, view).length > 0 && view.columns[0] === firstColumn(views, top);
}

/** A header further down: the same words again, years again, or header words under a title or an empty row. */
export function nextHeader(search: HeaderSearch, from: number, top: number): number | null {
  for (let row = from; row < search.views.length; row += 1) if (opensNext(search, row, top)) return row;
  return null;
}

/** A row of nothing but years under a header without any, over rows whose names stand further left. */
function isYearRow({ views }: HeaderSearch, top: number, row: number): boolean {
  const view = views.at(row);
  if (view.years.length < 2 || view.years.length !== view.columns.length || views.at(top).years.length > 0)
    return false;
  const below = views.at(row + 1);
  return below.values.length > 0 && (below.columns[0] ?? 0) < (view.columns[0] ?? 0);
}

function continuesHeader(search: HeaderSearch, top: number, row: number): boolean {
  const { sheet, merged, views } = search;
  const [first, view] = [views.at(top), views.at(row)];
  if (view.columns.length === 0) return false;
  if (isYearRow(search, top, row)) return true;
  const texts = view.columns.map((column) => cellText(sheet, row, column));
  if (texts.length >= 2 && texts.filter((text) => unitOf(text) !== null).length * 2 >= texts.length) return true;
  const latin = texts.every((text) => !/\p{Script=Han}|\d/u.test(text));
  if (latin && texts.length >= 2) return true;
  if (isLong(search, top)) return false;
  const stub = Math.min(first.columns[0] ?? 0, view.columns[0] ?? 0);
  const stubText = cellText(sheet, row, stub);
  const anchor = merged.anchorOf(row, stub);
  if (stubText === '' || anchor.row < row) return !isFooter(texts[0] ?? '');
  const words = roleWords(sheet, row, view);
  return view.columns.length >= 2 && words.length > 0 && roleOfWord(stubText) !== null;
}

/** How far a header goes down from its first row: child names, units and translations, over a hole if need be. */
export function headerBottom(search: HeaderSearch, top: number): number {
  const { views } = search;
  let bottom = top;
  for (let row = top + 1; row < views.length && row - bottom <= MAX_HOLE + 1; row += 1) {
    const view = views.at(row);
    if (view.values.length > 0 || row - top >= MAX_HEADER_ROWS) break;
    if (view.empty) continue;
    if (!continuesHeader(search, top, row)) break;
    bottom = row;
  }
  return bottom;
}
