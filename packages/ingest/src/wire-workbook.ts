import { readDouble } from '@dabiao/domain/decimal';
import { type GridCell, type Merge, type Sheet, textCell } from './grid.ts';

/** A cell on its way out of the parsing process: column, then one of number, text or error. */
export interface WireCell {
  c: number;
  n?: number;
  s?: string;
  e?: string;
  /** Shown as a percentage. */
  p?: number;
  /** Decimals shown. */
  d?: number;
}

export interface WireSheet {
  name: string;
  hidden: boolean;
  rows: { r: number; cells: WireCell[] }[];
  merges: Merge[];
  cut: boolean;
}

/** What the parsing process answers. */
export type WireWorkbook = { sheets: WireSheet[] } | { failure: 'unreadable' | 'encrypted' | 'too_large' };

function gridCell(wire: WireCell): GridCell {
  if (wire.e !== undefined) return { ...textCell(wire.e), error: wire.e === '' ? '公式没有保存结果' : wire.e };
  if (wire.n === undefined) return textCell(wire.s ?? '');
  const read = readDouble(wire.n);
  const text = typeof read === 'string' ? String(wire.n) : String(read.value);
  return { text, number: wire.n, percent: wire.p === 1, shownDecimals: wire.d ?? 0, error: null };
}

/** Builds the sheet that the rest of the reader works on. */
export function toSheet(wire: WireSheet): Sheet {
  const rows: (GridCell | undefined)[][] = [];
  for (const { r, cells } of wire.rows) {
    while (rows.length <= r) rows.push([]);
    const row = rows[r];
    for (const cell of row ? cells : []) if (row) row[cell.c] = gridCell(cell);
  }
  return { name: wire.name, hidden: wire.hidden, rows, merges: wire.merges, cut: wire.cut };
}
