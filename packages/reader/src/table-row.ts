import type { Comparator, TargetDepartment } from '@dabiao/domain/target';
import { departmentsIn } from './departments.ts';
import type { Block } from './outline.ts';
import { unitOfNone } from './quantity-words.ts';
import type { Cell, Columns } from './table.ts';
import { unitAmong } from './table-unit.ts';
import { readChange, readScoped, readValue, type Value } from './table-value.ts';
import { unitOfName } from './unit-words.ts';

/** One value of a table that is aimed at. */
export interface TableValue {
  name: string;
  unit: string;
  comparator: Comparator;
  milestones: { year: number; value: number; valueMax?: number; wording: string }[];
  baseline: { year: number; value: number | null } | null;
  /** A yearly rate of growth, from a column of its own. */
  rate: boolean;
  /** A change that the cell itself tells in words (比2015年降低10%); `baseline` is what it is counted from. */
  change?: 'rise' | 'fall';
  from: Cell;
  to: Cell;
  /** Who answers for the row, from columns of their own. */
  departments?: TargetDepartment[];
}

/** What a row is about: its name without number and unit, and the cell and bracket they stand in. */
interface Named {
  name: string;
  unitInName: string;
  cell: Cell;
}

const IN_NAME = /（(?<unit>[^（）]{1,12})）$/;
/** 1. （1） ① before a name. */
const ITEM_NUMBER = /^(?:\d{1,3}(?:[.、．](?!\d)|\s+)|（[\d一二三四五六七八九十]{1,3}）|[①-⑳])/;

/** The last words under the head of names: the row's own name stands behind that of its group. */
function namedBy(row: readonly Cell[], { name, names }: Columns): Named | null {
  const cell = row.slice(name, name + Math.max(names, 1)).findLast(({ text }) => text !== '');
  if (!cell) return null;
  const unitInName = IN_NAME.exec(cell.text)?.groups?.unit ?? '';
  const words = cell.text
    .replace(ITEM_NUMBER, '')
    .replace(IN_NAME, '')
    .replace(/[*＊]$|(?<=[\u4e00-\u9fa5])\d$/, '');
  return words.length < 2 || readValue(words) ? null : { name: words, unitInName, cell };
}

/** What the cells of a row tell in words of change, as one value. */
function changesOf(row: readonly Cell[], columns: Columns, { name, cell: from }: Named): TableValue | null {
  const told = columns.years.flatMap(({ at, year }) => {
    const found = readChange(row[at]?.text ?? '');
    return found ? [{ ...found, due: year, cell: row[at] as Cell }] : [];
  });
  const last = told.at(-1);
  if (!last) return null;
  return {
    name: name.replace(/(?:提高|提升|增加|增长)$/, ''),
    unit: last.value.unit ?? '%',
    comparator: last.value.comparator,
    milestones: told.map(({ due, value, cell }) => ({ year: due, value: value.value, wording: cell.text })),
    baseline: last.year === null ? null : { year: last.year, value: null },
    rate: false,
    change: last.change,
    from,
    to: last.cell,
  };
}

/** Unit of a row: its own cell, the bracket after the name, the sign after the value. */
function unitOf(row: readonly Cell[], columns: Columns, { name, unitInName }: Named, value: Value): string {
  const written = columns.unit === null ? '' : (row[columns.unit]?.text ?? '');
  const found = unitAmong([written, unitInName, value.unit ?? '']);
  return found ?? value.unit ?? unitOfName(name) ?? (value.value === 0 ? unitOfNone(name) : '指数');
}

/** What is to become less of, whatever it was: a bare number is the most there may be. */
const UNWANTED =
  /(?:死亡|发病|患病|感染|流失|失业|事故|伤亡|误差|缺失|辍学|漏损|损耗|返贫)(?:率|数|人数)|(?:能耗|水耗|电耗|煤耗|物耗|消耗|消耗量|用水量|能源消费总量|用水总量|排放量|排放强度|排放|浓度)$|PM2/;
export const isUnwanted = (name: string): boolean => UNWANTED.test(name);
/** What stays a floor where it grows less: land, woods, what is held. */
const HELD = /保有|面积|耕地|农田|人口|储量|岸线/;

/** How a bare number compares: at most where it is less than it was, or less of it is better; else at least. */
function compared({ name }: Named, last: Value, base: Value | null): Comparator {
  if (last.said) return last.comparator;
  const falls = base !== null && last.value < base.value && !HELD.test(name);
  return falls || isUnwanted(name) ? 'lte' : 'gte';
}

const toMilestone = (year: number, { value, valueMax }: Value, wording: string): TableValue['milestones'][0] => ({
  year,
  value,
  ...(valueMax === undefined ? {} : { valueMax }),
  wording,
});

/** Reads one row under a head; none where it holds no number that is aimed at. */
export function readRow(row: readonly Cell[], columns: Columns): TableValue[] {
  const named = namedBy(row, columns);
  if (!named) return [];
  const changes = changesOf(row, columns, named);
  const found = changes ? [changes] : levelsOf(row, columns, named);
  const changed = found.length > 0 ? null : changeOfRow(row, columns, named);
  const values = [...found, changed, rateOf(row, columns, named, found.length > 0)].filter((one) => one !== null);
  const departments = columns.departments.flatMap(({ at, lead }) => departmentsIn(row[at]?.text ?? '', lead));
  return departments.length === 0 ? values : values.map((one) => ({ ...one, departments }));
}

interface Aim {
  cell: Cell;
  year: number;
  value: Value;
}

/** What the columns of years aim at: one value, or one for each of those that a cell names. */
function levelsOf(row: readonly Cell[], columns: Columns, named: Named): TableValue[] {
  const aimed = columns.years.filter(({ base }) => !base);
  const cells = aimed.map(({ at, year }) => ({ cell: row[at], year }));
  const scopes = new Map<string, Aim[]>();
  for (const { cell, year } of cells) {
    if (!cell) continue;
    const own = readValue(cell.text);
    const values = own ? [{ scope: '', value: own }] : readScoped(cell.text);
    for (const { scope, value } of values) scopes.set(scope, [...(scopes.get(scope) ?? []), { cell, year, value }]);
  }
  return [...scopes].flatMap(([scope, aims]) =>
    Object.values(Object.groupBy(aims, ({ value }) => sideOf(value))).map((alike = []) =>
      levelOf(row, columns, { ...named, name: scopedName(scope, named.name) }, alike),
    ),
  );
}

/** A row named for what is done (培育龙头企业) has its cell say what is measured (营收超百亿元企业达到5家). */
const WORK = /^(?:培育|建设|推进|推动|实施|开展|提升|提高|加强|加快|发展|打造|完善|支持|降低)/;
const scopedName = (scope: string, name: string): string =>
  scope.length >= 4 && WORK.test(name) ? scope : scope + name;

/** About so much, between two, or on one side of it: what is met in different ways is aimed at by different targets. */
const sideOf = ({ comparator }: Value): string =>
  comparator === 'approx' || comparator === 'range' ? comparator : 'one side';

function levelOf(row: readonly Cell[], columns: Columns, named: Named, aims: readonly Aim[]): TableValue {
  const last = aims.at(-1) as Aim;
  const rightmost = Math.max(...aims.map(({ cell }) => row.indexOf(cell)));
  const base = columns.years.find((one) => one.base);
  const from = base ? readValue(row[base.at]?.text ?? '') : null;
  return {
    name: named.name,
    unit: unitOf(row, columns, named, last.value),
    comparator: compared(named, last.value, from),
    milestones: aims.map(({ year, value, cell }) => toMilestone(year, value, cell.text)),
    baseline: base && from ? { year: base.year, value: from.value } : null,
    rate: false,
    from: named.cell,
    to: row[rightmost] ?? last.cell,
  };
}

/** Brackets tell what all years come to together, beside rates of one year in the same column. */
const OF_ALL_YEARS = /^(?:[〔[（(【［]|累计)/;

/** A rate of every year, from a column of its own, or of 年均/[累计] beside what the year itself aims at. */
function rateOf(row: readonly Cell[], columns: Columns, named: Named, beside: boolean): TableValue | null {
  const { rate, change, yearly, years } = columns;
  const at = rate ?? (beside && yearly ? change : null);
  const cell = at === null ? undefined : row[at];
  const value = cell ? readValue(cell.text) : null;
  const due = years.at(-1);
  if (!cell || !value || !due || OF_ALL_YEARS.test(cell.text)) return null;
  return {
    name: named.name,
    unit: '%',
    comparator: value.comparator,
    milestones: [toMilestone(due.year, value, cell.text)],
    baseline: null,
    rate: true,
    from: named.cell,
    to: cell,
  };
}

/** A row that aims at a change only: 地区生产总值增长（%） 5.2 — 5左右; in brackets it is that of all years together. */
function changeOfRow(row: readonly Cell[], columns: Columns, named: Named): TableValue | null {
  const cell = columns.change === null ? undefined : row[columns.change];
  const value = cell ? readValue(cell.text) : null;
  const due = columns.years.at(-1);
  if (!cell || !value || !due) return null;
  return {
    name: named.name,
    unit: unitOf(row, columns, named, value),
    comparator: value.comparator,
    milestones: [toMilestone(due.year, value, cell.text)],
    baseline: null,
    rate: !OF_ALL_YEARS.test(cell.text) && /增长|增速/.test(named.name),
    from: named.cell,
    to: cell,
  };
}

/** A row that lost its first cells to a merged one, filled up from the left. */
export function padded(cells: Cell[], columns: Columns): Cell[] {
  const lost = columns.width - cells.length;
  const block = cells[0]?.block as Block;
  return [...Array.from({ length: Math.max(0, lost) }, () => ({ text: '', start: 0, end: 0, block })), ...cells];
}
