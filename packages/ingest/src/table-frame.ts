import { cellText, type Sheet } from './grid.ts';
import { firstHeader, type HeaderSearch, headerBottom, nextHeader } from './header-rows.ts';
import type { MergedCells } from './merged-cells.ts';
import { type RowViews, viewRows } from './row-views.ts';

/** Where one table stands on a sheet; rows are 0-based. A sheet may hold several, one below the other. */
export interface TableFrame {
  /** Rows above the header that belong to it: title, unit, preamble. */
  context: number[];
  header: { top: number; bottom: number };
  body: { first: number; last: number };
}

/** The row 甲 乙 1 2 3 that official forms number their columns with. */
function isNumbering(sheet: Sheet, row: number): boolean {
  const texts = (sheet.rows[row] ?? []).flatMap((_, column) => cellText(sheet, row, column) || []);
  return texts[0] === '甲' && texts.every((text) => /^[甲乙丙丁戊]$|^\d{1,2}$/.test(text));
}

function rowsBetween(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

function lastDataRow(views: RowViews, first: number, end: number): number {
  for (let row = end - 1; row >= first; row -= 1) if (views.at(row).columns.length > 1) return row;
  return first - 1;
}

/** Tables under these headers, each from the rows above its header to those above the next. */
function frameAll(sheet: Sheet, views: RowViews, headers: readonly TableFrame['header'][]): TableFrame[] {
  const frames: TableFrame[] = [];
  for (const header of headers) {
    const current = frames.at(-1);
    const contextFrom = current ? lastDataRow(views, current.body.first, header.top) + 1 : 0;
    if (current) current.body.last = contextFrom - 1;
    const context = rowsBetween(contextFrom, header.top).filter((row) => !views.at(row).empty);
    const first = header.bottom + (isNumbering(sheet, header.bottom + 1) ? 2 : 1);
    frames.push({ context, header, body: { first, last: views.length - 1 } });
  }
  return frames;
}

/** Tables of one sheet; further rows count to the last one, whose header they do not fit. */
const MAX_TABLES = 300;

function findHeaders(search: HeaderSearch): TableFrame['header'][] {
  const headers: TableFrame['header'][] = [];
  let top = firstHeader(search);
  while (top !== null && headers.length < MAX_TABLES) {
    const header = { top, bottom: headerBottom(search, top) };
    headers.push(header);
    top = nextHeader(search, header.bottom + 1, header.top);
  }
  return headers;
}

/**
 * Finds the tables of a sheet by the rows that can be headers. Looks at the words of headers, not at a catalogue.
 * @param given the headers, where a person has said which rows they are
 */
export function findFrames(
  sheet: Sheet,
  merged: MergedCells,
  given: readonly TableFrame['header'][] | null = null,
): TableFrame[] {
  const views = viewRows(sheet);
  return frameAll(sheet, views, given ?? findHeaders({ sheet, merged, views }));
}
