import { type DrawnSheet, findDrawn } from './drawn-sheet.ts';

/** A place that can be chosen: a cell, or the head of a column (row −1) or of a row (column −1). */
export interface GridPlace {
  row: number;
  column: number;
}

export const isCell = ({ row, column }: GridPlace): boolean => row >= 0 && column >= 0;

/** How a place is written on its element. */
export const placeText = ({ row, column }: GridPlace): string => `${row}:${column}`;

/** The place written on an element; null where there is none. */
export function readPlace(text: string | undefined): GridPlace | null {
  const [, row, column] = /^(-?\d+):(-?\d+)$/.exec(text ?? '') ?? [];
  return row === undefined ? null : { row: Number(row), column: Number(column) };
}

/** The place as it is drawn: a merged cell stands for all it covers. */
function settle(drawn: DrawnSheet, { row, column }: GridPlace): GridPlace | null {
  if (row < -1 || column < -1 || row >= drawn.rows.length || column >= drawn.columns) return null;
  if (row === -1 || column === -1) return row === -1 && column === -1 ? null : { row, column };
  const found = findDrawn(drawn, row, column);
  return found && { row: found.row, column: found.cell.column };
}

function sizeAt(drawn: DrawnSheet, { row, column }: GridPlace) {
  const cell = drawn.rows[row]?.cells.find((own) => own.column === column);
  return { rowSpan: cell?.rowSpan ?? 1, colSpan: cell?.colSpan ?? 1 };
}

/** Where a key of the keyboard leads from a place; null for a key that does not move, and at the edge. */
export function nextPlace(drawn: DrawnSheet, from: GridPlace, key: string): GridPlace | null {
  const { row, column } = from;
  const { rowSpan, colSpan } = sizeAt(drawn, from);
  switch (key) {
    case 'ArrowUp':
      return settle(drawn, { row: row - 1, column });
    case 'ArrowDown':
      return settle(drawn, { row: row + rowSpan, column });
    case 'ArrowLeft':
      return settle(drawn, { row, column: column - 1 });
    case 'ArrowRight':
      return settle(drawn, { row, column: column + colSpan });
    case 'Home':
      return settle(drawn, { row, column: row < 0 ? 0 : -1 });
    case 'End':
      return settle(drawn, { row, column: drawn.columns - 1 });
    case 'PageUp':
      return settle(drawn, { row: Math.max(0, row - 15), column });
    case 'PageDown':
      return settle(drawn, { row: Math.min(drawn.rows.length - 1, row + 15), column });
    default:
      return null;
  }
}
