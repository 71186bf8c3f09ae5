import { type CellMark, type CellRange, VIEW_COLUMNS, VIEW_ROWS } from '@dabiao/domain/sheet-view';

/** Collects the marks of one sheet: those outside the view are left out, the others end with it, none overlaps. */
export class ViewMarks {
  readonly marks: CellMark[] = [];
  readonly #taken = new Set<number>();

  /** Adds a mark for the cells of a range that have none yet; the range is given up where its first cell has one. */
  add(range: CellRange, mark: Omit<CellMark, keyof CellRange>): void {
    const clipped = clip(range);
    if (!clipped || this.#taken.has(clipped.row * VIEW_COLUMNS + clipped.column)) return;
    this.#take(clipped);
    this.marks.push({ ...clipped, ...mark });
  }

  #take({ row, column, lastRow, lastColumn }: CellRange): void {
    for (let own = row; own <= lastRow; own += 1) {
      for (let across = column; across <= lastColumn; across += 1) this.#taken.add(own * VIEW_COLUMNS + across);
    }
  }
}

/** A range as far as it lies within the view; null where it does not begin there. */
export function clip({ row, column, lastRow, lastColumn }: CellRange): CellRange | null {
  if (row >= VIEW_ROWS || column >= VIEW_COLUMNS || lastRow < row || lastColumn < column) return null;
  return {
    row,
    column,
    lastRow: Math.min(lastRow, VIEW_ROWS - 1),
    lastColumn: Math.min(lastColumn, VIEW_COLUMNS - 1),
  };
}
