import { type CellValue, readCell } from './cell-value.ts';
import type { ColumnFacts } from './column-facts.ts';
import { columnText } from './correct-table.ts';
import type { FoundTable } from './find-tables.ts';
import { cellText, type GridCell, trimText } from './grid.ts';
import { isFooter } from './header-rows.ts';
import { splitUnit } from './label.ts';
import {
  type Label,
  labelsOf,
  type Part,
  partsOf,
  type RowLabels,
  type ValueColumn,
  valueColumns,
} from './row-labels.ts';

/** The quantity of a cell. The same object for all cells of a table with the same names down and across. */
export interface Quantity {
  /** All parts joined, labels as written; null where the table names none. */
  text: string | null;
  /** Names of the quantity from the outermost in. */
  parts: string[];
  /** It is that of the whole table, taken from its title or the file's name. */
  fromTitle: boolean;
  /** Names across that qualify the one down the row (2025年目标, 比上年增长％), with the header they stand in. */
  qualifier: Label | null;
  /** The unit one of its names brings along. */
  unit: string | null;
}

/** One value cell with everything the table says about it, labels as written. */
export interface Observation {
  row: number;
  column: number;
  cell: GridCell | undefined;
  value: CellValue;
  region: Label | null;
  quantity: Quantity;
  /** Where the name of the quantity stands; null where it is the sheet's or the file's name. */
  namedAt: { row: number; column: number } | null;
  /** Label of the year as written in the row; header years are in `year` only. */
  yearLabel: Label | null;
  year: number | null;
  /** Unit as written for this row, column or table; the one in the cell itself is in `value`. */
  unit: Label | null;
  status: Label | null;
  facts: ColumnFacts;
}

/** Between the parts of a quantity's name: 商品房销售面积 / # 住宅. */
const PART_SEPARATOR = ' / ';

/** What a table's columns say, looked up once for all its rows. */
interface Plan {
  table: FoundTable;
  parts: Part[];
  columns: ValueColumn[];
  quantities: Map<string, Quantity>;
}

function planOf(table: FoundTable): Plan {
  const columns = valueColumns(table);
  return { table, parts: partsOf(table, columns), columns, quantities: new Map() };
}

/** Quantity of one cell: names down and names across, or that of the whole table. */
function nameQuantity({ table }: Plan, names: readonly Label[], own: ValueColumn): Quantity {
  const { facts, header } = own;
  const down = names.map(({ text }) => text).filter((text, index, all) => all.indexOf(text) === index);
  const across = facts.comparison === null ? facts.indicator : [...facts.indicator, facts.comparison];
  const isQualified = down.length > 0 && across.length > 0;
  const qualifier = isQualified ? { text: table.paths[own.column]?.parts.join(' ') ?? '', ...header } : null;
  const title = table.uses.includes('indicator') ? null : table.context.indicator;
  const fromTitle = down.length + across.length === 0 && title !== null;
  const parts = fromTitle ? [title] : [...down, ...across];
  const unit = parts.map((part) => splitUnit(part).unit).find((found) => found !== null) ?? null;
  return { text: parts.length === 0 ? null : parts.join(PART_SEPARATOR), parts, fromTitle, qualifier, unit };
}

function quantityOf(plan: Plan, names: readonly Label[], own: ValueColumn): Quantity {
  const key = `${own.column}\n${names.map(({ text }) => text).join('\n')}`;
  const known = plan.quantities.get(key) ?? nameQuantity(plan, names, own);
  plan.quantities.set(key, known);
  return known;
}

function unitOfCell(plan: Plan, labels: RowLabels, own: ValueColumn, row: number, quantity: Quantity): Label | null {
  const { facts, header } = own;
  if (facts.unitIsSaid && facts.unit !== null) return { text: facts.unit, ...header };
  if (labels.unit && facts.comparison === null) return labels.unit;
  if (facts.unit !== null) return { text: facts.unit, ...header };
  if (quantity.unit !== null) return { text: quantity.unit, row, column: own.column };
  const { unit } = plan.table.context;
  return unit === null ? null : { text: unit, ...header };
}

function observe(plan: Plan, labels: RowLabels, own: ValueColumn, row: number): Observation {
  const { facts, header, column } = own;
  const cell = plan.table.sheet.rows[row]?.[column];
  const quantity = quantityOf(plan, labels.names, own);
  const place = labels.names.at(-1) ?? header;
  const { indicatorAt } = plan.table.context;
  return {
    row,
    column,
    cell,
    value: readCell(cell),
    region: own.region ?? labels.region,
    quantity,
    namedAt: quantity.fromTitle ? indicatorAt : { row: place.row, column: place.column },
    yearLabel: facts.yearIsSaid ? null : labels.year,
    year: facts.year ?? (plan.table.uses.includes('year') ? null : plan.table.context.year),
    unit: unitOfCell(plan, labels, own, row, quantity),
    status: labels.status ?? own.status,
    facts,
  };
}

function holdsValue({ table, columns }: Plan, row: number): boolean {
  const cells = table.sheet.rows[row] ?? [];
  return columns.some(({ column }) => {
    const cell = cells[column];
    return cell !== undefined && (cell.number !== null || cell.error !== null || trimText(cell.text) !== '');
  });
}

/** A row is data where a data column holds something, or, in a long table, where it is labelled but has no value. */
function isDataRow(plan: Plan, row: number): boolean {
  const { sheet, layout } = plan.table;
  const cells = sheet.rows[row] ?? [];
  const isValue = holdsValue(plan, row);
  if (isValue && layout === 'long') return true;
  const filled: string[] = [];
  for (let column = 0; column < cells.length && filled.length < 2; column += 1) {
    const text = cells[column] ? cellText(sheet, row, column) : '';
    if (text !== '') filled.push(text);
  }
  if (filled.length === 1 && isFooter(filled[0] ?? '')) return false;
  return isValue || (layout === 'long' && filled.length >= 2);
}

/** The quantity of the whole table, where its values go by that; null where its rows or columns have names. */
export function quantityOfAll(table: FoundTable): Quantity | null {
  const plan = planOf(table);
  const quantities = plan.columns.map((own) => quantityOf(plan, [], own));
  return quantities.find(({ fromTitle }) => fromTitle) ?? null;
}

/** Whether a table holds anything at all: a value, or text where one should be; in a long one, a row. */
export function hasValues(table: FoundTable): boolean {
  const plan = planOf(table);
  const { first, last } = table.frame.body;
  for (let row = first; row <= last; row += 1) {
    if (table.layout === 'long') {
      if (isDataRow(plan, row)) return true;
      continue;
    }
    const cells = table.sheet.rows[row] ?? [];
    const isValue = plan.columns.some(({ column }) => readCell(cells[column]).kind !== 'missing');
    if (isValue && isDataRow(plan, row)) return true;
  }
  return false;
}

/** Calls `visit` with every value cell of a table, row by row. */
export function observeTable(table: FoundTable, visit: (observation: Observation) => void): void {
  const plan = planOf(table);
  const { first, last } = table.frame.body;
  for (let row = first; row <= last; row += 1) {
    if (!isDataRow(plan, row)) continue;
    for (const { labels, columns } of plan.parts) {
      const said = labelsOf(table, labels, row);
      for (const own of columns) visit(observe(plan, said, own, row));
    }
  }
}

/** Columns with values that are not read, because nothing says what they are. */
export function unreadColumns(table: FoundTable): { column: number; row: number; header: string }[] {
  const { uses, facts, paths, sheet, frame } = table;
  const firstLabelled = uses.findIndex((use) => use !== 'blank');
  return uses.flatMap((use, column) => {
    if (facts[column] || (use !== 'data' && use !== 'blank')) return [];
    if (use === 'blank' && column < firstLabelled) return [];
    const rows = sheet.rows.slice(frame.body.first, frame.body.last + 1);
    if (!rows.some((row) => row?.[column] !== undefined && readCell(row[column]).kind === 'number')) return [];
    return [{ column, row: paths[column]?.row ?? frame.header.top, header: columnText(paths[column]) }];
  });
}
