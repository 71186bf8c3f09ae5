import type { Comparator } from '@dabiao/domain/target';
import { parseUnit } from '@dabiao/domain/unit';
import type { Block } from './outline.ts';
import { readChange, readValue, type Value } from './table-value.ts';
import { UNIT_PATTERN } from './unit-words.ts';

/** A cell with its place: the paragraph it stands in, and from where to where. */
export interface Cell {
  text: string;
  start: number;
  end: number;
  block: Block;
}

/** One value of a table that is aimed at. */
export interface TableValue {
  name: string;
  unit: string;
  comparator: Comparator;
  milestones: { year: number; value: number; wording: string }[];
  baseline: { year: number; value: number | null } | null;
  /** A yearly rate of growth, from a column of its own. */
  rate: boolean;
  /** A change that the cell itself tells in words (比2015年降低10%); `baseline` is what it is counted from. */
  change?: 'rise' | 'fall';
  from: Cell;
  to: Cell;
}

export interface Columns {
  name: number;
  unit: number | null;
  /** Columns with the year they are of. */
  years: { at: number; year: number; base: boolean }[];
  rate: number | null;
  /** 年均/累计: what is aimed at where the year's own cell holds a dash. */
  change: number | null;
  width: number;
}

export const NAME_HEAD =
  /^(?:主要|具体|核心|考核|发展|预期|分项|规划|评价|监测|量化|绩效)*(?:指标|目标)(?:名称|内容|体系|项)?$|^(?:项目|指标|任务)名称$|^名称$|^(?:重点|主要|工作)?任务$/;
export const UNIT_HEAD = /^(?:计量)?单位$/;
const BASE_HEAD = /基期|现状|实际|完成|基数|已达|实绩/;
export const RATE_HEAD = /年均(?:增长|增速|递增|增幅)(?!.*累计)/;
const CHANGE_HEAD = /累计|年均/;
export const YEAR_HEAD = /(20\d{2})年?/;
/** A column of what is aimed at without its year, which is then that of the plan. */
export const AIM_HEAD = /^(?:预期|目标|规划|计划)(?:目标)?值$|^(?:规划|预期)目标$|^(?:预期|目标)$/;

export function cellsOf(block: Block): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const part of block.paragraph.text.split('\t')) {
    const lead = part.length - part.trimStart().length;
    cells.push({ text: part.trim(), start: start + lead, end: start + part.trimEnd().length, block });
    start += part.length + 1;
  }
  return cells;
}

/** What is known of the plan's years where a table stands; null where not known. */
export interface PlanYears {
  /** When the document was made. */
  madeIn: number | null;
  /** When its plan begins and ends. */
  from: number | null;
  due: number | null;
}

/** Reads a row as a head: it names the indicator, and at least one year. */
export function readHead(cells: readonly Cell[], plan: PlanYears): Columns | null {
  const { due } = plan;
  const texts = cells.map(({ text }) => text.replace(/\s/g, ''));
  const name = texts.findIndex((text) => NAME_HEAD.test(text));
  if (name < 0) return null;
  const unit = texts.findIndex((text) => UNIT_HEAD.test(text));
  const rate = texts.findIndex((text) => RATE_HEAD.test(text));
  const years = texts.flatMap((text, at) => {
    const year = YEAR_HEAD.exec(text)?.[1];
    return year && at !== rate && at !== name ? [{ at, year: Number(year), base: BASE_HEAD.test(text) }] : [];
  });
  const aim = texts.findIndex((text) => AIM_HEAD.test(text));
  if (years.length === 0 && aim >= 0 && aim !== name && due !== null) years.push({ at: aim, year: due, base: false });
  if (years.length === 0) return null;
  const change = texts.findIndex((text, at) => CHANGE_HEAD.test(text) && at !== rate && at !== name);
  if (years.length > 1 && !years.some(({ base }) => base)) {
    const start = startOf(years, texts, plan);
    for (const one of years) one.base = one.year === start;
  }
  return {
    name,
    unit: unit < 0 ? null : unit,
    years,
    rate: rate < 0 ? null : rate,
    change: change < 0 ? null : change,
    width: texts.length,
  };
}

/**
 * Of several years the first is where the plan starts from, unless it is said to be aimed at, or had not begun to run
 * out when the document was made.
 */
function startOf(years: Columns['years'], texts: readonly string[], { madeIn, from }: PlanYears): number | null {
  const [first, second] = years.toSorted((a, b) => a.year - b.year);
  if (!first || !second || /目标|规划|预期|计划/.test(texts[first.at] ?? '')) return null;
  if (madeIn === null || first.year < madeIn) return first.year;
  if (first.year === from && second.year - first.year > 2) return first.year;
  return first.year === madeIn && second.year - first.year > 1 ? first.year : null;
}

/** Units the house converts, and all that a sentence may count or measure in: 岁, /10万. */
const UNIT = new RegExp(`^(?:万亿|亿|万|千)?${UNIT_PATTERN}$`);
const isUnit = (text: string): boolean => parseUnit(text) !== null || UNIT.test(text);

/** What the cells of a row tell in words of change, as one value. */
function changesOf(row: readonly Cell[], columns: Columns, name: string, nameCell: Cell): TableValue | null {
  const told = columns.years.flatMap(({ at, year }) => {
    const found = readChange(row[at]?.text ?? '');
    return found ? [{ ...found, due: year, cell: row[at] as Cell }] : [];
  });
  const last = told.at(-1);
  if (!last) return null;
  return {
    name,
    unit: '%',
    comparator: last.value.comparator,
    milestones: told.map(({ due, value, cell }) => ({ year: due, value: value.value, wording: cell.text })),
    baseline: last.year === null ? null : { year: last.year, value: null },
    rate: false,
    change: last.change,
    from: nameCell,
    to: last.cell,
  };
}

const IN_NAME = /（(?<unit>[^（）]{1,12})）$/;

/** Unit of a row: its own cell, the bracket after the name, the sign after the value. */
function unitOf(row: readonly Cell[], columns: Columns, value: Value): string {
  const written = columns.unit === null ? '' : (row[columns.unit]?.text ?? '');
  const inName = (IN_NAME.exec(row[columns.name]?.text ?? '')?.groups?.unit ?? '').replace(/^1(?=\/)/, '');
  const found = [written, inName, value.unit ?? ''].find((unit) => unit !== '' && isUnit(unit) && !/[—-]/.test(unit));
  return found ?? (value.unit || '指数');
}

/** Reads one row under a head; none where it holds no number that is aimed at. */
export function readRow(row: readonly Cell[], columns: Columns): TableValue[] {
  const nameCell = row[columns.name];
  const name = (nameCell?.text ?? '')
    .replace(/^\d+[.、]?/, '')
    .replace(IN_NAME, '')
    .replace(/[*＊]$/, '');
  if (!nameCell || name.length < 2 || readValue(name)) return [];
  const changes = changesOf(row, columns, name, nameCell);
  const found: TableValue[] = changes ? [changes] : [];
  const aims = columns.years
    .filter(({ base }) => !base)
    .flatMap(({ at, year }) => {
      const value = readValue(row[at]?.text ?? '');
      return value ? [{ at, year, value }] : [];
    });
  const last = aims.at(-1);
  const base = columns.years.find((one) => one.base);
  const from = base ? readValue(row[base.at]?.text ?? '') : null;
  if (last) {
    found.push({
      name,
      unit: unitOf(row, columns, last.value),
      comparator: last.value.comparator,
      milestones: aims.map(({ year, value, at }) => ({ year, value: value.value, wording: row[at]?.text ?? '' })),
      baseline: base && from ? { year: base.year, value: from.value } : null,
      rate: false,
      from: nameCell,
      to: row[last.at] ?? nameCell,
    });
  }
  const changed = last || changes ? null : changeOfRow(row, columns, name, nameCell);
  if (changed) found.push(changed);
  const rate = columns.rate === null ? null : readValue(row[columns.rate]?.text ?? '');
  const due = columns.years.at(-1);
  const cell = columns.rate === null ? undefined : row[columns.rate];
  if (rate && due && cell) {
    const milestones = [{ year: due.year, value: rate.value, wording: cell.text }];
    found.push({
      name,
      unit: '%',
      comparator: rate.comparator,
      milestones,
      baseline: null,
      rate: true,
      from: nameCell,
      to: cell,
    });
  }
  return found;
}

/** A row that aims at a change only: 地区生产总值增长（%） 5.2 — 5左右; in brackets it is that of all years together. */
function changeOfRow(row: readonly Cell[], columns: Columns, name: string, nameCell: Cell): TableValue | null {
  const cell = columns.change === null ? undefined : row[columns.change];
  const value = cell ? readValue(cell.text) : null;
  const due = columns.years.at(-1);
  if (!cell || !value || !due) return null;
  return {
    name,
    unit: unitOf(row, columns, value),
    comparator: value.comparator,
    milestones: [{ year: due.year, value: value.value, wording: cell.text }],
    baseline: null,
    rate: !/[〔[（(]/.test(cell.text) && /增长|增速/.test(name),
    from: nameCell,
    to: cell,
  };
}
