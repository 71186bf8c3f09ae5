import { parseUnit } from '@dabiao/domain/unit';
import type { Block } from './outline.ts';
import {
  AIM_HEAD,
  type Cell,
  type Columns,
  NAME_HEAD,
  type PlanYears,
  RATE_HEAD,
  readHead,
  UNIT_HEAD,
  YEAR_HEAD,
} from './table.ts';
import { turned } from './table-down.ts';
import { padded, readRow, type TableValue } from './table-row.ts';
import { isScoped, readChange, readScoped, readValue } from './table-value.ts';

/** Cells that stand one on a line, as tables come out of web pages: a head of short lines, then rows of as many. */
export function readFlat(
  blocks: readonly Block[],
  start: number,
  plan: PlanYears,
): { values: TableValue[]; end: number } | null {
  const isCell = (block: Block | undefined) =>
    block !== undefined && block.paragraph.text.length <= 40 && !/[。；]/.test(block.paragraph.text);
  let end = start;
  while (isCell(blocks[end]) && end - start < 400) end += 1;
  const lines = blocks
    .slice(start, end)
    .map((block) => ({ text: block.paragraph.text, start: 0, end: block.paragraph.text.length, block }));
  const cells = joinScoped(lines);
  const width = headWidth(cells);
  const tried = width === 0 ? [] : [width, width + 1, width + 2].map((wide) => readWide(cells, wide, plan));
  // a head may end with a word that is none of a table's own: the width under which most rows lie even is that of it
  const [best] = tried.toSorted((a, b) => fitOf(b) - fitOf(a));
  if (!best || best.length === 0) return readFlatTurned(cells, start, plan);
  return best.length > 1 ? { values: best, end } : null;
}

/** 重点城市≥30 and 一般城市≥15 on lines of their own are one cell. */
function joinScoped(lines: readonly Cell[]): Cell[] {
  const cells: Cell[] = [];
  for (const line of lines) {
    const before = cells.at(-1);
    if (before && isScoped(line.text) && readScoped(before.text).length > 0)
      cells[cells.length - 1] = { ...line, text: `${before.text}；${line.text}` };
    else cells.push(line);
  }
  return cells;
}

/** How well rows fit a head: names that differ, and units that are known. */
const fitOf = (values: readonly TableValue[]): number =>
  new Set(values.map(({ name }) => name)).size + values.filter(({ unit }) => unit !== '指数').length;

/** Rows of cells one on a line under a head of so many. */
function readWide(cells: readonly Cell[], width: number, plan: PlanYears): TableValue[] {
  const columns = readHead(cells.slice(0, width), plan);
  const values: TableValue[] = [];
  if (!columns) return values;
  for (let at = width; at < cells.length; ) {
    const row = [0, 1, 2]
      .map((lost) => padded(cells.slice(at, at + columns.width - lost), columns))
      .find((one) => isAligned(one, columns));
    if (row) values.push(...readRow(row, columns));
    at += row ? row.filter(({ start, end: last }) => last > start).length : 1;
  }
  return values;
}

/** What stands in a column of sorts is no name. */
const SORT_CELL = /^(?:预期性|约束性|指导性|性质|属性|类型|备注|[—-]+)$/;

/** Whether a run of cells is a row: a name, a unit where the head has one, a number in the last year. */
function isAligned(row: readonly Cell[], columns: Columns): boolean {
  const last = columns.years.at(-1);
  const name = row[columns.name]?.text ?? '';
  if (row.length < columns.width || !last || name.length < 2 || readValue(name) || parseUnit(name) !== null)
    return false;
  if (SORT_CELL.test(name) || readScoped(name).length > 0) return false;
  const unit = columns.unit === null ? null : (row[columns.unit]?.text ?? '');
  if (unit !== null && (readValue(unit) || (parseUnit(unit) === null && unit.length > 6))) return false;
  const aim = row[last.at]?.text ?? '';
  return readValue(aim) !== null || readChange(aim) !== null || readScoped(aim).length > 0;
}

/** How many short lines make the head: up to the last that is a heading word, before the first number. */
function headWidth(cells: readonly Cell[]): number {
  let width = 0;
  for (let at = 0; at < Math.min(cells.length, 9); at += 1) {
    const text = cells[at]?.text ?? '';
    if (
      NAME_HEAD.test(text) ||
      UNIT_HEAD.test(text) ||
      YEAR_HEAD.test(text) ||
      RATE_HEAD.test(text) ||
      AIM_HEAD.test(text) ||
      /^(?:属性|性质|类型|指标属性|类别|序号|备注|责任单位|累计)$/.test(text)
    )
      width = at + 1;
    else if (at > 0) break;
  }
  return width >= 3 ? width : 0;
}

/** The same of a table whose years run down the side: as wide as there are cells before its first year. */
function readFlatTurned(
  cells: readonly Cell[],
  start: number,
  plan: PlanYears,
): { values: TableValue[]; end: number } | null {
  const width = cells.slice(0, 12).findIndex(({ text }) => /^20\d{2}年|^(?:计量)?单位$/.test(text));
  if (width < 3) return null;
  const rows: Cell[][] = [];
  for (let at = 0; at + width <= cells.length; at += width) rows.push(cells.slice(at, at + width));
  const table = turned(rows);
  return table ? { values: readTurned(table.rows, plan), end: start + table.taken * width } : null;
}

export function readTurned(rows: readonly Cell[][], plan: PlanYears): TableValue[] {
  const [head = [], ...body] = rows;
  const columns = readHead(head, plan);
  return columns ? body.flatMap((row) => readRow(row, columns)) : [];
}
