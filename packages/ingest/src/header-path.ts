import { cellText, type Sheet } from './grid.ts';
import { stripMarkers } from './label.ts';
import type { MergedCells } from './merged-cells.ts';
import type { TableFrame } from './table-frame.ts';

/** Header of one column, outermost name first. */
export interface HeaderPath {
  parts: string[];
  /** Row of the lowest part, for pointing at it. */
  row: number;
}

function textsOf(merged: MergedCells, rows: readonly number[], width: number): string[][] {
  return rows.map((row) => Array.from({ length: width }, (_, column) => merged.textAt(row, column)));
}

function hasBelow(texts: readonly (readonly string[])[], level: number, column: number): boolean {
  return texts.slice(level + 1).some((row) => (row[column] ?? '') !== '');
}

/**
 * Carries a parent name to the right over the empty cells whose children stand below (in a CSV, or where the
 * cells were centred instead of merged): 2016,,2017, over 迁入,迁出,迁入,迁出.
 */
function fillRight(texts: string[][], isMerged: (level: number, column: number) => boolean): void {
  for (const [level, row] of texts.slice(0, -1).entries()) {
    for (let column = 1; column < row.length; column += 1) {
      const left = row[column - 1] ?? '';
      const child = texts.slice(level + 1).find((below) => (below[column] ?? '') !== '')?.[column] ?? '';
      // a merged parent has its width written down, and one that comes from above is no parent on this level
      if ((row[column] ?? '') !== '' || left === '' || child === '' || isMerged(level, column - 1)) continue;
      const isPart = stripMarkers(child) !== child;
      if (isPart || hasBelow(texts, level, column - 1)) row[column] = left;
    }
  }
}

/** The path of names above every column of a table; empty where a column has no header. */
export function headerPaths(
  sheet: Sheet,
  merged: MergedCells,
  header: TableFrame['header'],
  width: number,
): HeaderPath[] {
  const rows = Array.from({ length: header.bottom - header.top + 1 }, (_, index) => header.top + index);
  const texts = textsOf(merged, rows, width);
  fillRight(texts, (level, column) => merged.isMerged(header.top + level, column));
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    let lowest = header.top;
    for (const [level, row] of texts.entries()) {
      const text = row[column] ?? '';
      if (text === '' || text === parts.at(-1)) continue;
      parts.push(text);
      const own = header.top + level;
      if (cellText(sheet, own, column) !== '') lowest = own;
    }
    return { parts, row: lowest };
  });
}
