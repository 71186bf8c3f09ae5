import { type CellMark, type CellRange, type TableView, VIEW_COLUMNS, VIEW_ROWS } from '@dabiao/domain/sheet-view';
import { roleOfWord } from './column-role.ts';
import { columnText } from './correct-table.ts';
import type { FoundTable } from './find-tables.ts';
import { cellText } from './grid.ts';
import { unitOf } from './label.ts';
import { observeTable, type Quantity, quantityOfAll } from './observe-table.ts';
import { findIndicator, findRegion, type LabelReading } from './read-labels.ts';
import { readStatus } from './read-status.ts';
import type { ViewMarks } from './view-marks.ts';
import { splitYear, yearInTitle } from './year-label.ts';

/** What is marked: one table, what its labels are read with, and its place among the tables of the sheet. */
interface Marking {
  table: FoundTable;
  reading: LabelReading;
  place: number;
  marks: ViewMarks;
  /** Quantities of the cells of each column, by row: for naming what a header and a row stand for. */
  quantities: Map<string, Quantity>;
}

type Said = Omit<CellMark, keyof CellRange | 'table'>;

const UNIT_NOTE = /单\s*位\s*[:：]/u;
const INDICATOR_NOTE = /^指\s*标\s*[:：]/u;

function rangeOf({ merged }: FoundTable, row: number, column: number): CellRange {
  return merged.rangeAt(row, column);
}

function add({ table, place, marks }: Marking, row: number, column: number, said: Said): void {
  marks.add(rangeOf(table, row, column), { ...said, table: place });
}

function indicatorSaid(marking: Marking, quantity: Quantity): Said {
  const indicator = idOf(findIndicator(marking.reading, quantity));
  const unit = quantity.unit === null ? {} : { unit: quantity.unit };
  return { role: 'indicator', label: quantity.text ?? '', indicator, ...unit };
}

function regionSaid(marking: Marking, label: string): Said {
  const found = findRegion(marking.reading, label);
  return { role: 'region', label, region: found === null || found === 'left_out' ? null : found.code };
}

/** What the table as a whole is of, where its title or 指标：… says it. */
function wholeSaid(marking: Marking): Omit<Said, 'role'> {
  const whole = [...marking.quantities.values()].find(({ fromTitle }) => fromTitle);
  if (!whole) return {};
  const { role: _, ...said } = indicatorSaid(marking, whole);
  return said;
}

function contextSaid(marking: Marking, row: number, column: number, text: string): Said {
  const { context } = marking.table;
  const { indicatorAt } = context;
  const whole = indicatorAt?.row === row && indicatorAt.column === column ? wholeSaid(marking) : {};
  if (text === context.title) return { role: 'title', ...(context.year !== null && { year: context.year }), ...whole };
  if (UNIT_NOTE.test(text) || unitOf(text) !== null) {
    return { role: 'unit', ...(context.unit !== null && { unit: context.unit }) };
  }
  if (INDICATOR_NOTE.test(text)) return { role: 'indicator', ...whole };
  const year = yearInTitle(text);
  return year !== null && text.length <= 12 ? { role: 'year', year } : { role: 'note' };
}

function markContext(marking: Marking): void {
  const { sheet, frame } = marking.table;
  for (const row of frame.context.filter((own) => own < VIEW_ROWS)) {
    sheet.rows[row]?.forEach((cell, column) => {
      const text = cell ? cellText(sheet, row, column) : '';
      if (text !== '' && column < VIEW_COLUMNS) add(marking, row, column, contextSaid(marking, row, column, text));
    });
  }
}

function yearSaid(text: string): Said | null {
  const label = splitYear(text);
  if (!label) return null;
  const status = readStatus(label.rest);
  return { role: 'year', year: label.year, ...(status !== null && { status }) };
}

/** What a header cell over a data column was taken for: a year, a unit, a region, or the name of a quantity. */
function headerSaid(marking: Marking, row: number, column: number, text: string): Said {
  const { table } = marking;
  const use = table.uses[column];
  if (use === 'note') return { role: 'note' };
  if (use === 'blank') return { role: 'ignored' };
  const facts = table.facts[column];
  if (!facts) return { role: UNIT_NOTE.test(text) ? 'unit' : 'header' };
  const year = facts.yearIsSaid && facts.year !== null ? ({ role: 'year', year: facts.year } as const) : yearSaid(text);
  if (year) return year;
  if (unitOf(text) !== null) return { role: 'unit', unit: facts.unit ?? text };
  if (facts.region === text) return regionSaid(marking, text);
  if (roleOfWord(text) === 'value' || facts.partOfYear === text) return { role: 'header' };
  const isLeaf = facts.indicator.at(-1) === text || facts.comparison?.endsWith(text);
  const quantity = marking.quantities.get(`column ${column}`);
  if (!isLeaf || !quantity || table.paths[column]?.row !== row) return { role: 'header' };
  return { ...indicatorSaid(marking, quantity), ...(facts.unit !== null && { unit: facts.unit }) };
}

function markHeader(marking: Marking): void {
  const { sheet, frame, paths } = marking.table;
  for (let row = frame.header.top; row <= Math.min(frame.header.bottom, VIEW_ROWS - 1); row += 1) {
    for (let column = 0; column < Math.min(paths.length, VIEW_COLUMNS); column += 1) {
      const text = cellText(sheet, row, column);
      if (text !== '') add(marking, row, column, headerSaid(marking, row, column, text));
    }
  }
}

/** Marks the labels of a row: regions, names of quantities, and years, units, statuses as they are written. */
function markLabels(marking: Marking, row: number): void {
  const { table } = marking;
  for (const [column, use] of table.uses.slice(0, VIEW_COLUMNS).entries()) {
    const text = cellText(table.sheet, row, column);
    if (text === '') continue;
    if (use === 'region') add(marking, row, column, regionSaid(marking, text));
    else if (use === 'year') add(marking, row, column, yearSaid(text) ?? { role: 'year' });
    else if (use === 'unit') add(marking, row, column, { role: 'unit', unit: text });
    else if (use === 'note') add(marking, row, column, { role: 'note' });
    else if (use === 'status') {
      const status = readStatus(text);
      add(marking, row, column, { role: 'status', ...(status !== null && { status }) });
    } else if (use === 'indicator') {
      const quantity = marking.quantities.get(`row ${row}`);
      add(marking, row, column, quantity ? indicatorSaid(marking, quantity) : { role: 'header' });
    }
  }
}

function valueSaid({ table }: Marking, column: number): Said {
  const facts = table.facts[column];
  const year = facts?.year ?? null;
  const unit = facts?.unit ?? null;
  return { role: 'value', ...(year !== null && { year }), ...(unit !== null && { unit }) };
}

/** Marks the values of each column, one range from the first row of data to the last. */
function markValues(marking: Marking, first: number, last: number): void {
  const { table, place, marks } = marking;
  for (const [column, facts] of table.facts.slice(0, VIEW_COLUMNS).entries()) {
    const range = { row: first, column, lastRow: last, lastColumn: column };
    if (facts) marks.add(range, { ...valueSaid(marking, column), table: place });
  }
}

/** Rows of the body that hold no values: headings between and notes below. */
function markRest(marking: Marking, row: number): void {
  const { sheet } = marking.table;
  sheet.rows[row]?.slice(0, VIEW_COLUMNS).forEach((cell, column) => {
    if (cell && cellText(sheet, row, column) !== '') add(marking, row, column, { role: 'note' });
  });
}

/** Rows with values, and the quantities of rows and columns; as far as the view reaches. */
function surveyRows(marking: Marking): Set<number> {
  const rows = new Set<number>();
  const { quantities, table } = marking;
  const { first } = table.frame.body;
  const last = Math.min(table.frame.body.last, VIEW_ROWS - 1);
  const shown: FoundTable = { ...table, frame: { ...table.frame, body: { first, last } } };
  observeTable(shown, ({ row, column, quantity, facts }) => {
    rows.add(row);
    if (!quantities.has(`column ${column}`)) quantities.set(`column ${column}`, quantity);
    const isPlain = facts.indicator.length === 0 && facts.comparison === null;
    if (!quantities.has(`row ${row}`) || isPlain) quantities.set(`row ${row}`, quantity);
  });
  return rows;
}

/** Marks the cells of one table. */
export function markTable(marks: ViewMarks, table: FoundTable, reading: LabelReading, place: number): void {
  const marking: Marking = { table, reading, place, marks, quantities: new Map() };
  const rows = surveyRows(marking);
  markContext(marking);
  markHeader(marking);
  const { first } = table.frame.body;
  const last = Math.min(table.frame.body.last, VIEW_ROWS - 1);
  for (let row = first; row <= last; row += 1) {
    if (rows.has(row)) markLabels(marking, row);
    else markRest(marking, row);
  }
  if (rows.size > 0) markValues(marking, Math.min(...rows), Math.max(...rows));
}

function idOf(found: ReturnType<typeof findIndicator>): string | null {
  return found === null || found === 'left_out' ? null : found.id;
}

/** A table as its outline is shown beside the sheet. */
export function viewTable(table: FoundTable, reading: LabelReading): TableView {
  const { context, layout, frame, uses, paths } = table;
  const quantity = quantityOfAll(table);
  return {
    title: context.title,
    layout,
    header: { first: frame.header.top, last: frame.header.bottom },
    body: { first: frame.body.first, last: frame.body.last },
    columns: uses.map((use, column) => ({ column, header: columnText(paths[column]), use })),
    quantity: quantity && { label: quantity.text ?? '', indicator: idOf(findIndicator(reading, quantity)) },
    year: context.year ?? reading.hints.year ?? context.fileYear,
    region: reading.region?.code ?? null,
    unit: context.unit,
  };
}
