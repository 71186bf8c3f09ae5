import type { ShapeCorrections, SheetFacts } from '@dabiao/domain/corrections';
import type { Wording } from '@dabiao/domain/wording';
import { cellText, type Sheet } from './grid.ts';
import type { HeaderPath } from './header-path.ts';
import { timelessName } from './label.ts';
import type { TableFrame } from './table-frame.ts';

/** What a person has said about one sheet, and which headers and columns of it found their place (filled while reading). */
export interface SheetSaid {
  shape: ShapeCorrections;
  facts: SheetFacts | null;
  found: Set<object>;
}

/** Rows that a header may have moved by since its correction was made. */
const MAX_MOVE = 50;

/** The header of a column as corrections name it. */
export function columnText(path: HeaderPath | undefined): string {
  return path?.parts.join(' / ') ?? '';
}

function firstText(sheet: Sheet, row: number): string {
  const width = sheet.rows[row]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const text = cellText(sheet, row, column);
    if (text !== '') return text;
  }
  return '';
}

/** The row nearest to `row` that begins with this text. */
function findRow(sheet: Sheet, row: number, text: string): number | null {
  const wanted = timelessName(text);
  for (let move = 0; move <= MAX_MOVE; move += 1) {
    for (const candidate of move === 0 ? [row] : [row - move, row + move]) {
      if (sheet.rows[candidate] && timelessName(firstText(sheet, candidate)) === wanted) return candidate;
    }
  }
  return null;
}

/** The headers a person has named, each where its first row stands now; null where none was named or found. */
export function saidHeaders(sheet: Sheet, said: SheetSaid | null): TableFrame['header'][] | null {
  const found = (said?.shape.headers ?? []).flatMap((own) => {
    const top = findRow(sheet, own.row, own.text);
    if (top === null) return [];
    said?.found.add(own);
    return [{ top, bottom: Math.min(top + own.rows, sheet.rows.length) - 1 }];
  });
  const sorted = found
    .sort((a, b) => a.top - b.top)
    .filter(({ top }, index, all) => top > (all[index - 1]?.bottom ?? -1));
  return sorted.length === 0 ? null : sorted;
}

type ColumnSaid = NonNullable<ShapeCorrections['columns']>[number];

/** What a person has said of columns, by where each stands now: the nearest column with the same header. */
export function saidColumns(paths: readonly HeaderPath[], said: SheetSaid | null): Map<number, ColumnSaid> {
  const keys = paths.map((path) => timelessName(columnText(path)));
  const columns = new Map<number, ColumnSaid>();
  for (const own of said?.shape.columns ?? []) {
    const wanted = timelessName(own.text);
    const same = keys.flatMap((key, column) => (key === wanted ? [column] : []));
    const [nearest] = same.sort((a, b) => Math.abs(a - own.column) - Math.abs(b - own.column));
    if (nearest === undefined) continue;
    said?.found.add(own);
    columns.set(nearest, own);
  }
  return columns;
}

/** The headers and columns that found no place in any table of the sheet, in words. */
export function lostCorrections({ shape, found }: SheetSaid): Wording[] {
  const lost = (own: object): boolean => !found.has(own);
  return [
    ...(shape.headers ?? []).filter(lost).map(({ text }) => ({ zh: `表头“${text}”`, en: `the header “${text}”` })),
    ...(shape.columns ?? []).filter(lost).map(({ text }) => ({ zh: `“${text}”一列`, en: `the column “${text}”` })),
  ];
}

/** Years a person has given to columns of this file. */
export function saidYears(said: SheetSaid | null): Map<number, number> {
  return new Map((said?.facts?.columns ?? []).map(({ column, year }) => [column, year]));
}
