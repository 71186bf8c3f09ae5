import { ENTRY_COLUMNS, type EntryColumn } from './entry-rows.ts';

/** A cell of the grid; rows from 0. */
export interface EntryPlace {
  row: number;
  column: EntryColumn;
}

/** How a cell is written on its field. */
export const cellKey = ({ row, column }: EntryPlace): string => `${row}:${column}`;

/** The cell written on a field; null where there is none. */
export function readCellKey(text: string | undefined): EntryPlace | null {
  const [row, name] = (text ?? '').split(':');
  const column = ENTRY_COLUMNS.find((own) => own === name);
  return column && /^\d+$/.test(row ?? '') ? { row: Number(row), column } : null;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;
type Caret = Pick<HTMLInputElement, 'selectionStart' | 'selectionEnd' | 'value'>;

function sideways({ row, column }: EntryPlace, by: number): EntryPlace | null {
  const next = ENTRY_COLUMNS[ENTRY_COLUMNS.indexOf(column) + by];
  return next ? { row, column: next } : null;
}

/**
 * The cell that a key leads to: up and down always, left and right from the ends of the text, Enter down (with Shift
 * up). Null where the key belongs to the text, to the input method, or where the grid ends.
 */
export function entryStep(key: Key, caret: Caret, place: EntryPlace, rows: number): EntryPlace | null {
  if (key.ctrlKey || key.metaKey || key.altKey || key.isComposing) return null;
  const { row, column } = place;
  const up = row > 0 ? { row: row - 1, column } : null;
  const down = row < rows - 1 ? { row: row + 1, column } : null;
  const whole = caret.selectionStart === 0 && caret.selectionEnd === caret.value.length;
  if (key.key === 'ArrowUp') return up;
  if (key.key === 'ArrowDown') return down;
  if (key.key === 'Enter') return key.shiftKey ? up : down;
  if (key.shiftKey) return null;
  if (key.key === 'ArrowLeft' && (whole || caret.selectionEnd === 0)) return sideways(place, -1);
  if (key.key === 'ArrowRight' && (whole || caret.selectionStart === caret.value.length)) return sideways(place, 1);
  return null;
}
