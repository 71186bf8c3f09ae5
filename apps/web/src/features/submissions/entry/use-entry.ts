import type { GridBody } from '@dabiao/contract/grid-rows';
import { useState } from 'react';
import { useEntryDraft } from './entry-draft.ts';
import type { EntryPlace } from './entry-place.ts';
import { type EntryColumn, type EntryRow, emptyRows, layRows, withCell, withRoom } from './entry-rows.ts';
import { type LaidBlock, layBlock } from './lay-block.ts';
import { isBlock, parseBlock } from './paste-block.ts';
import { type EntryDefaults, type EntryFault, toGridRows } from './typed-row.ts';

/** Said below the grid: what became of a pasted block, or that there is nothing to send. */
export type Said = { laid: LaidBlock; left: number } | 'nothing' | null;

/** Empty rows that are always left below, and those added at a time. */
const ROOM = 5;
const MORE = 20;

/** The grid of a user: its rows, what was said of them, and everything that changes them. */
export function useEntry(user: string, region: string) {
  const { draft, setDraft, forget } = useEntryDraft(user, region);
  const { rows, defaults, before } = draft;
  const [faults, setFaults] = useState<EntryFault[]>([]);
  const [said, setSaid] = useState<Said>(null);
  const put = (next: EntryRow[], past: EntryRow[] | null = before) => {
    setFaults([]);
    setDraft((now) => ({ ...now, rows: withRoom(next, ROOM), before: past }));
  };
  const paste = (place: EntryPlace, text: string): boolean => {
    if (!isBlock(text)) return false;
    const laid = layBlock(parseBlock(text), place.column);
    const { rows: next, left } = layRows(rows, place.row, laid.rows);
    put(next, rows);
    setSaid({ laid, left });
    return true;
  };
  /** The rows to be sent; null where something has to be mended or typed first. */
  const made = (): GridBody | null => {
    const grid = toGridRows(rows, defaults);
    setFaults(grid.faults);
    setSaid(grid.rows.length === 0 && grid.faults.length === 0 ? 'nothing' : null);
    return grid.rows.length > 0 ? { rows: grid.rows } : null;
  };
  const remove = (at: number) => {
    const kept = rows.filter((_, index) => index !== at);
    put(kept, rows);
  };
  return {
    rows,
    defaults,
    faults,
    said,
    made,
    paste,
    remove,
    forget,
    type: (at: number, column: EntryColumn, text: string) => put(withCell(rows, at, column, text)),
    clear: () => put(emptyRows(), rows),
    grow: () => setDraft((now) => ({ ...now, rows: withRoom(now.rows, MORE) })),
    undo: before === null ? null : () => put(before, null),
    setDefaults: (next: EntryDefaults) => setDraft((now) => ({ ...now, defaults: next })),
  };
}

export type Entry = ReturnType<typeof useEntry>;
