import { createHash } from 'node:crypto';
import type { FoundTable } from './find-tables.ts';
import { cellText, type Sheet } from './grid.ts';
import { timelessName } from './label.ts';

/** What makes two sheets of one kind: the names in them, without values and years. */
export interface SheetShape {
  key: string;
  names: string[];
}

/** Rows whose names count, and names kept of one sheet with the letters of each. */
const MAX_ROWS_NAMED = 500;
const MAX_NAMES = 1_000;
const MAX_LETTERS = 100;
/** Rows that stand for a sheet without a table. */
const MAX_ROWS_WITHOUT_TABLE = 20;

const TABLE_NUMBER =
  /^(?:续?表|附表)?\s*[\d一二三四五六七八九十]+(?:[-.—][\d]+)*\s*(?=\p{Script=Han})|^(?:续?表|附表)\s*[\d.、—-]*/u;

function namesDown({ merged, uses, frame }: FoundTable): string[] {
  const columns = uses.flatMap((use, column) => (use === 'indicator' ? [column] : []));
  const last = Math.min(frame.body.last, frame.body.first + MAX_ROWS_NAMED - 1);
  const names: string[] = [];
  for (let row = frame.body.first; row <= last; row += 1) {
    for (const column of columns) names.push(merged.textAt(row, column));
  }
  return names;
}

/** Names of a table: title, header, and those of its rows where the rows are quantities. */
function namesOf(table: FoundTable): string[] {
  const { context, paths, layout, facts, uses } = table;
  const header = paths.flatMap(({ parts }) => parts);
  const isNamed = uses.includes('indicator') || facts.some((own) => own !== null && own.indicator.length > 0);
  const titles = context.titles.map((title) => title.replace(TABLE_NUMBER, ''));
  const whole = isNamed ? '' : (context.indicator ?? '');
  return [...titles, whole, ...header, ...(layout === 'long' ? [] : namesDown(table))];
}

function namesWithoutTable(sheet: Sheet): string[] {
  return sheet.rows
    .slice(0, MAX_ROWS_WITHOUT_TABLE)
    .flatMap((row, index) => (row ?? []).map((_, column) => cellText(sheet, index, column)));
}

/**
 * The shape of a sheet: its names in their order, each once, without years and numbers.
 * @param tables as they are understood without catalogue and corrections, so that neither changes the shape
 */
export function shapeOf(sheet: Sheet, tables: readonly FoundTable[]): SheetShape {
  const all = tables.length > 0 ? tables.flatMap(namesOf) : namesWithoutTable(sheet);
  const plain = all.map((name) => timelessName(name).slice(0, MAX_LETTERS)).filter((name) => /[^\d#.,%~-]/.test(name));
  const names = [...new Set(plain)].slice(0, MAX_NAMES);
  const key = createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 24);
  return { key, names };
}

/** How much of their names two shapes share, 0 … 1 (Jaccard). */
export function likenessOf(a: readonly string[], b: readonly string[]): number {
  const [own, others] = [new Set(a), new Set(b)];
  const shared = [...own].filter((name) => others.has(name)).length;
  return shared / (own.size + others.size - shared || 1);
}
