/** A merged range, 0-based, both ends included. */
export interface Merge {
  row: number;
  column: number;
  lastRow: number;
  lastColumn: number;
}

/** Cells that merged ranges may cover in all, and columns of one range: those of headers and labels cover few. */
const MAX = { cells: 50_000, ranges: 2_000, columns: 16_384 };

/** Merged ranges that can be written, and where each of their cells leads. Rows and columns 0-based. */
export interface MergedCells {
  /** The ranges that begin in a row. */
  from(row: number): readonly Merge[];
  /** Part of a range, but not its first cell. */
  isCovered(row: number, column: number): boolean;
  /** The first cell of the range that covers a cell; the cell itself where none does. */
  anchorOf(row: number, column: number): { row: number; column: number };
}

const keyOf = (row: number, column: number): number => row * MAX.columns + column;

function cellsOf({ row, column, lastRow, lastColumn }: Merge): number[] {
  const rows = Array.from({ length: lastRow - row + 1 }, (_, index) => row + index);
  return rows.flatMap((own) =>
    Array.from({ length: lastColumn - column + 1 }, (_, index) => keyOf(own, column + index)),
  );
}

const sizeOf = ({ row, column, lastRow, lastColumn }: Merge): number => (lastRow - row + 1) * (lastColumn - column + 1);

/**
 * Sorts out the merged ranges of a sheet of `height` rows: clipped to its rows; without those that overlap an earlier
 * one, which no program would open, and without what lies beyond 50,000 covered cells.
 */
export function mergedCells(merges: readonly Merge[], height: number): MergedCells {
  const anchors = new Map<number, Merge>();
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges.slice(0, MAX.ranges)) {
    const lastRow = Math.min(merge.lastRow, height - 1);
    const range = { ...merge, lastRow, lastColumn: Math.min(merge.lastColumn, MAX.columns - 1) };
    const size = range.row > lastRow || range.column > range.lastColumn ? 0 : sizeOf(range);
    if (size < 2 || anchors.size + size > MAX.cells) continue;
    const cells = cellsOf(range);
    if (cells.some((key) => anchors.has(key))) continue;
    for (const key of cells) anchors.set(key, range);
    byRow.set(range.row, [...(byRow.get(range.row) ?? []), range]);
  }
  const anchorOf = (row: number, column: number) => {
    const range = anchors.get(keyOf(row, column));
    return range ? { row: range.row, column: range.column } : { row, column };
  };
  const isCovered = (row: number, column: number) => {
    const anchor = anchorOf(row, column);
    return anchor.row !== row || anchor.column !== column;
  };
  return { from: (row) => byRow.get(row) ?? [], isCovered, anchorOf };
}
