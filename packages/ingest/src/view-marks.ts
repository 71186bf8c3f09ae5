import { type CellMark, type CellRange, VIEW_COLUMNS, VIEW_ROWS } from '@dabiao/domain/sheet-view';

/** Collects the marks of one sheet: those outside the view are left out, the others end with it, none overlaps. */
export class ViewMarks {
  readonly marks: CellMark[] = [];
  readonly #taken = new Set<number>();

  /** Adds a mark for a range as far as its cells have none yet; it is given up where its first cell has one. */
  add(range: CellRange, mark: Omit<CellMark, keyof CellRange>): void {
    const clipped = clip(range);
    if (!clipped || this.#has(clipped.row, clipped.column)) return;
    const free = this.#freePart(clipped);
    this.#take(free);
    this.marks.push({ ...free, ...mark });
  }

  #has(row: number, column: number): boolean {
    return this.#taken.has(row * VIEW_COLUMNS + column);
  }

  /** The range up to the first column of its first row that is taken, and to the first row with a taken cell. */
  #freePart(range: CellRange): CellRange {
    let [lastRow, lastColumn] = [range.row, range.column];
    while (lastColumn < range.lastColumn && !this.#has(range.row, lastColumn + 1)) lastColumn += 1;
    const isFree = (row: number): boolean => {
      for (let column = range.column; column <= lastColumn; column += 1) if (this.#has(row, column)) return false;
      return true;
    };
    while (lastRow < range.lastRow && isFree(lastRow + 1)) lastRow += 1;
    return { ...range, lastRow, lastColumn };
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
