import type { ColumnUse } from '@dabiao/domain/column-use';
import type { ColumnFacts } from './column-facts.ts';
import type { FoundTable } from './find-tables.ts';
import { isMarkedPart } from './label.ts';
import { splitYear } from './year-label.ts';

/** A label and the cell it stands in (0-based). */
export interface Label {
  text: string;
  row: number;
  column: number;
}

/** Label columns by what they say of their row. */
type LabelColumns = Record<(typeof LABEL_USES)[number], number[]>;
const LABEL_USES = ['region', 'indicator', 'year', 'unit', 'status'] as const;

/** A part of a table with label columns of its own; most tables are one part. */
export interface Part {
  labels: LabelColumns;
  columns: ValueColumn[];
}

/** A column of values. */
export interface ValueColumn {
  column: number;
  facts: ColumnFacts;
  header: { row: number; column: number };
  region: Label | null;
  status: Label | null;
}

/** The labels of one row. */
export interface RowLabels {
  region: Label | null;
  names: Label[];
  year: Label | null;
  unit: Label | null;
  status: Label | null;
}

/** The columns that hold values, with what their headers say. */
export function valueColumns({ facts, paths, frame }: FoundTable): ValueColumn[] {
  return facts.flatMap((own, column) => {
    if (!own) return [];
    const header = { row: paths[column]?.row ?? frame.header.top, column };
    const region = own.region === null ? null : { text: own.region, ...header };
    const status = own.status === null ? null : { text: own.status, ...header };
    return [{ column, facts: own, header, region, status }];
  });
}

function isLabelUse(use: ColumnUse): use is (typeof LABEL_USES)[number] {
  return (LABEL_USES as readonly ColumnUse[]).includes(use);
}

/**
 * Where the parts of a table begin: a long list printed in two columns has its names twice, 地区 产值 地区 产值, and each
 * value goes by the names before it.
 */
function partStarts({ uses, facts }: FoundTable): number[] {
  const starts = [0];
  let seen = new Set<ColumnUse>();
  let hasValues = false;
  for (const [column, use] of uses.entries()) {
    if (facts[column]) hasValues = true;
    if (use !== 'region' && use !== 'indicator' && use !== 'year') continue;
    if (hasValues && seen.has(use)) {
      starts.push(column);
      seen = new Set();
      hasValues = false;
    }
    seen.add(use);
  }
  return starts;
}

/** The parts of a table, each with the columns of its values. */
export function partsOf(table: FoundTable, columns: readonly ValueColumn[]): Part[] {
  const starts = partStarts(table);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? table.uses.length;
    const labels: LabelColumns = { region: [], indicator: [], year: [], unit: [], status: [] };
    for (const [column, use] of table.uses.entries()) {
      if (column >= start && column < end && isLabelUse(use)) labels[use].push(column);
    }
    return { labels, columns: columns.filter(({ column }) => column >= start && column < end) };
  });
}

/** The label of a row in one column; that of the first row of its group where only that has one. */
function labelIn({ merged, grouped, frame }: FoundTable, row: number, column: number): Label | null {
  for (let own = row; own >= frame.body.first; own -= 1) {
    const text = merged.textAt(own, column);
    if (text !== '') return { text, row: own, column };
    if (!grouped.has(column)) return null;
  }
  return null;
}

function firstLabel(table: FoundTable, row: number, columns: readonly number[]): Label | null {
  for (const column of columns) {
    const label = labelIn(table, row, column);
    if (label) return label;
  }
  return null;
}

function allLabels(table: FoundTable, row: number, columns: readonly number[]): Label[] {
  return columns.flatMap((column) => labelIn(table, row, column) ?? []);
}

/** Of several columns under 年份 (a period merged beside the years) the one that holds a year. */
function yearLabel(table: FoundTable, row: number, columns: readonly number[]): Label | null {
  if (columns.length < 2) return firstLabel(table, row, columns);
  const labels = allLabels(table, row, columns);
  return labels.find(({ text }) => splitYear(text) !== null) ?? labels[0] ?? null;
}

const DITTO = /^(?:[〃"″]|同上)$/;

/** The unit of a row; that of a row above where it says 〃, or nothing beside a name that is a part of the one above. */
function unitLabel(table: FoundTable, row: number, columns: readonly number[], names: readonly Label[]): Label | null {
  for (let above = row; above >= table.frame.body.first; above -= 1) {
    const label = firstLabel(table, above, columns);
    if (label && !DITTO.test(label.text)) return label;
    if (!label && !(above < row || isMarkedPart(names.at(-1)?.text ?? ''))) return null;
  }
  return null;
}

/** What the labels of one row say of its values. */
export function labelsOf(table: FoundTable, labels: LabelColumns, row: number): RowLabels {
  const names = allLabels(table, row, labels.indicator);
  return {
    region: firstLabel(table, row, labels.region),
    names,
    year: yearLabel(table, row, labels.year),
    unit: labels.unit.length === 0 ? null : unitLabel(table, row, labels.unit, names),
    status: firstLabel(table, row, labels.status),
  };
}
