import { type Merge, type Sheet, sheetWidth, trimText } from './grid.ts';

/** Cells that merged ranges of one sheet may cover in all; more is not a table made by people. */
const MAX_COVERED = 200_000;

/** Looks up cells with merged ranges filled in: every covered cell answers with the text of its first cell. */
export interface MergedCells {
  /** Trimmed text; that of the first cell of the range where the cell is covered by one. */
  textAt(row: number, column: number): string;
  /** Address of the cell that holds the text. */
  anchorOf(row: number, column: number): { row: number; column: number };
  /** Whether the cell is part of a merged range. */
  isMerged(row: number, column: number): boolean;
  /** The merged range that the cell begins, else the cell itself. */
  rangeAt(row: number, column: number): Merge;
}

function clip(merge: Merge, height: number, width: number): Merge {
  return {
    ...merge,
    lastRow: Math.min(merge.lastRow, height - 1),
    lastColumn: Math.min(merge.lastColumn, width - 1),
  };
}

/**
 * Indexes the merged ranges of a sheet, each clipped to the rows and columns in use (a range over a whole sheet
 * costs nothing); ranges beyond 200,000 covered cells are left out.
 */
export function indexMergedCells(sheet: Sheet): MergedCells {
  const [height, width] = [sheet.rows.length, sheetWidth(sheet)];
  const anchors = new Map<number, Merge>();
  let covered = 0;
  for (const merge of sheet.merges) {
    const range = clip(merge, height, width);
    const size = (range.lastRow - range.row + 1) * (range.lastColumn - range.column + 1);
    if (range.lastRow < range.row || range.lastColumn < range.column) continue;
    covered += size;
    if (covered > MAX_COVERED) break;
    for (let row = range.row; row <= range.lastRow; row += 1) {
      for (let column = range.column; column <= range.lastColumn; column += 1) {
        anchors.set(row * width + column, range);
      }
    }
  }
  const anchorOf = (row: number, column: number) =>
    (column < width ? anchors.get(row * width + column) : undefined) ?? { row, column };
  const ownText = (row: number, column: number) => {
    const cell = sheet.rows[row]?.[column];
    return cell === undefined ? '' : trimText(cell.text);
  };
  const textAt = (row: number, column: number) => {
    const own = ownText(row, column);
    if (own !== '' || anchors.size === 0) return own;
    const anchor = anchorOf(row, column);
    return ownText(anchor.row, anchor.column);
  };
  const isMerged = (row: number, column: number) => column < width && anchors.has(row * width + column);
  const rangeAt = (row: number, column: number) => {
    const range = column < width ? anchors.get(row * width + column) : undefined;
    return range?.row === row && range.column === column ? range : { row, column, lastRow: row, lastColumn: column };
  };
  return { textAt, anchorOf, isMerged, rangeAt };
}
