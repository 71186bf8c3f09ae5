import { parseUnit } from '@dabiao/domain/unit';
import type { Block } from './outline.ts';
import {
  type Cell,
  type Columns,
  cellsOf,
  joinHeads,
  NAME_HEAD,
  type PlanYears,
  planNamed,
  RATE_HEAD,
  readHead,
  YEAR_HEAD,
} from './table.ts';
import { isTop, turned } from './table-down.ts';
import { readFlat, readTurned } from './table-flat.ts';
import { padded, readRow, type TableValue } from './table-row.ts';
import { isThingsHead, type Over, readThings } from './table-things.ts';
import { unitAmong } from './table-unit.ts';
import { readValue } from './table-value.ts';
import { type RowFacts, rowFacts, type WorkColumns, workHead } from './table-work.ts';

/** Whether a row aims at something in words that a cell of a number is not read for (新增20家，累计100家). */
const saysInWords = (cells: readonly Cell[], columns: Columns): boolean =>
  columns.years.some(
    ({ at, base }) => !base && /[\u4e00-\u9fa5].*\d|\d.*[\u4e00-\u9fa5].*\d/.test(cells[at]?.text ?? ''),
  );

/** Lines that look like the head of a table and are none: after so many no more are tried. */
const MOST_MISSED = 300;

/** A table of things and places has no more rows. */
const MOST_ROWS = 80;

/** A row that has none of these is no head: most rows are none, and reading one takes a while. */
const NAMES = /指\s*标|目\s*标|名\s*称|任\s*务/;

const FIRST_WORD = /指标|目标|序号|类别|年份|年度|时间/;

/** Reads tables among blocks, from the first to the last. */
class Tables {
  readonly used = new Set<Block>();
  readonly values: TableValue[] = [];
  /** What the columns beside it say of a row that tells in words what to do. */
  readonly told = new Map<Block, RowFacts>();
  private columns: Columns | null = null;
  private work: WorkColumns | null = null;
  private missed = 0;
  private unitAbove = '';
  private readonly blocks: readonly Block[];
  private readonly plan: PlanYears;

  constructor(blocks: readonly Block[], plan: PlanYears) {
    this.blocks = blocks;
    this.plan = plan;
  }

  readAt(at: number): void {
    const block = this.blocks[at] as Block;
    if (this.used.has(block)) return;
    if (block.paragraph.text.includes('\t')) this.readCells(at);
    else if (this.columns && this.isGroup(at)) this.used.add(block);
    else {
      this.columns = null;
      this.work = null;
      if (block.paragraph.text.length < 12) this.readLines(at);
    }
  }

  /** A row of one cell over a group of rows: 经济发展. */
  private isGroup(at: number): boolean {
    const [own, next] = [at, at + 1].map((one) => this.blocks[one]?.paragraph.text ?? '');
    return (
      own !== undefined &&
      own.length <= 40 &&
      !/[。；：，]|^(?:附?表|专栏|图|注)/.test(own) &&
      (next ?? '').includes('\t')
    );
  }

  private readLines(at: number): void {
    // 主要指标 over a head that begins with 指标 is the title of the table
    const [own, next] = [at, at + 1].map((one) => this.blocks[one]?.paragraph.text ?? '');
    if (NAME_HEAD.test(own ?? '') && /^序号$/.test(next ?? '') !== NAME_HEAD.test(next ?? '')) return;
    const flat =
      this.missed < MOST_MISSED && FIRST_WORD.test(this.blocks[at]?.paragraph.text ?? '')
        ? readFlat(this.blocks, at, this.plan)
        : null;
    if (flat) this.take(flat.values, at, flat.end);
    else this.missed += 1;
  }

  private readCells(at: number): void {
    const block = this.blocks[at] as Block;
    const cells = cellsOf(block);
    this.work = workHead(cells) ?? this.work;
    const facts = this.work ? rowFacts(cells, this.work) : null;
    if (facts) this.told.set(block, facts);
    const named = NAMES.test(block.paragraph.text);
    const head = named ? (this.headOfTwo(at, cells) ?? readHead(cells, this.planAt(at))) : null;
    const down = head || this.columns || !isTop(cells) ? null : this.turnedAt(at);
    if (down) {
      this.take(readTurned(down.rows, this.plan), at, at + down.taken);
      return;
    }
    const things = head || !isThingsHead(cells) ? null : readThings(this.rowsFrom(at), this.over(at), this.plan);
    if (things) {
      this.take(things.values, at, at + things.taken);
      return;
    }
    if (head) [this.columns, this.unitAbove] = [head, ''];
    const values = !head && this.columns ? alignedRow(this.withUnit(cells, this.columns), this.columns) : [];
    this.values.push(...values);
    if (head || (this.columns && (values.length > 0 || !saysInWords(cells, this.columns)))) this.used.add(block);
  }

  /** The plan that the line over the table names (“十二五”基本情况), else the document's. */
  private planAt(at: number): PlanYears {
    const over = this.blocks[at - 1]?.paragraph.text ?? '';
    const due = over.length <= 40 && !over.includes('\t') ? planNamed(over) : null;
    return due === null ? this.plan : { ...this.plan, due };
  }

  /** A unit that stands for several rows is written in the first of them. */
  private withUnit(cells: Cell[], { unit, width }: Columns): Cell[] {
    if (unit === null || cells.length !== width) return cells;
    const own = cells[unit]?.text ?? '';
    if (own !== '') this.unitAbove = own;
    return cells.map((cell, at) => (at === unit && own === '' ? { ...cell, text: this.unitAbove } : cell));
  }

  /** A head in two rows: 指标 | 现状 | 目标 over 2022年 | 2025年 | 2030年. */
  private headOfTwo(at: number, over: readonly Cell[]): Columns | null {
    const below = this.blocks[at + 1];
    if (!below?.paragraph.text.includes('\t') || !over.some(({ text }) => NAME_HEAD.test(text.replace(/\s/g, ''))))
      return null;
    const under = cellsOf(below).filter(({ text }) => text !== '');
    const isYear = ({ text }: Cell) => YEAR_HEAD.test(text);
    if (over.some(isYear) || !under.some(isYear) || !under.every((one) => isYear(one) || RATE_HEAD.test(one.text)))
      return null;
    const head = readHead(joinHeads(over, cellsOf(below)), this.planAt(at));
    if (head) this.used.add(below);
    return head;
  }

  /** The rows of cells from here on, as many as a table may have. */
  private rowsFrom(at: number): Cell[][] {
    let end = at;
    while (end - at < MOST_ROWS && this.blocks[end]?.paragraph.text.includes('\t')) end += 1;
    return this.blocks.slice(at, end).map(cellsOf);
  }

  /** The line over a table, and the unit for all of it that may stand between (单位：亿元). */
  private over(at: number): Over {
    const lines = [at - 1, at - 2].map((one) => this.blocks[one]?.paragraph.text ?? '');
    const unit = /^（?(?:计量)?单位：(?<unit>[^（）]{1,12})）?$/.exec(lines[0] ?? '')?.groups?.unit;
    const title = (unit === undefined ? lines[0] : lines[1]) ?? '';
    return {
      title: title.length <= 50 && !title.includes('\t') ? title : '',
      unit: unit === undefined ? null : unitAmong([unit]),
    };
  }

  private turnedAt(at: number): ReturnType<typeof turned<Cell>> {
    return turned(this.rowsFrom(at));
  }

  private take(values: readonly TableValue[], from: number, to: number): void {
    this.values.push(...values);
    for (const one of this.blocks.slice(from, to)) this.used.add(one);
  }
}

/**
 * Reads the tables among the blocks.
 * @param plan years of the document's plan
 * @returns the values aimed at, the blocks that were tables, and what is told of rows that are read as sentences
 */
export function readTables(
  blocks: readonly Block[],
  plan: PlanYears,
): { values: TableValue[]; used: ReadonlySet<Block>; told: ReadonlyMap<Block, RowFacts> } {
  const tables = new Tables(blocks, plan);
  for (let at = 0; at < blocks.length; at += 1) tables.readAt(at);
  return tables;
}

/**
 * A row with fewer cells than the head lost its first ones to a merged cell; one with a cell more has a group's name
 * before its own (城镇化率 | 常住人口城镇化率), or its place where that stood above.
 */
function alignedRow(cells: Cell[], columns: Columns): TableValue[] {
  const own = cells[columns.name + 1]?.text ?? '';
  if (cells.length === columns.width + 1 && own.length > 1 && !readValue(own) && parseUnit(own) === null)
    return readRow([...cells.slice(0, columns.name), ...cells.slice(columns.name + 1)], columns);
  const row = padded(cells, columns);
  const shifted = cells.length < columns.width && cells.length >= columns.width - 2 ? readRow(row, columns) : [];
  return shifted.length > 0 ? shifted : readRow(cells, columns);
}
