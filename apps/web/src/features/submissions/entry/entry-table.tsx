import { type ClipboardEvent, type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { cellKey, type EntryPlace, entryStep, readCellKey } from './entry-place.ts';
import { EntryRowCells } from './entry-row-cells.tsx';
import { ENTRY_COLUMNS, type EntryColumn, type EntryRow } from './entry-rows.ts';
import type { EntryDefaults, EntryFault } from './typed-row.ts';

/** Height of a row (entry.css), and rows drawn above and below those in sight. */
const ROW_HEIGHT = 36;
const SPARE = 10;
const IN_SIGHT = 24;

export interface EntryTableHandle {
  focus: (place: EntryPlace) => void;
}

interface EntryTableProps {
  ref: Ref<EntryTableHandle>;
  rows: readonly EntryRow[];
  defaults: EntryDefaults;
  faults: readonly EntryFault[];
  disabled: boolean;
  onCell: (row: number, column: EntryColumn, text: string) => void;
  onPaste: (place: EntryPlace, text: string) => boolean;
  onDelete: (row: number) => void;
}

/** The grid to type into: only rows in sight are drawn, so that five thousand are as quick as ten. */
export function EntryTable({ ref, rows, defaults, faults, disabled, onCell, onPaste, onDelete }: EntryTableProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const first = Math.max(0, top - SPARE);
  const last = Math.min(rows.length, top + IN_SIGHT + SPARE);
  const focus = (place: EntryPlace) => {
    const element = box.current;
    if (!element) return;
    const y = place.row * ROW_HEIGHT;
    if (y < element.scrollTop) element.scrollTop = y;
    const room = element.clientHeight - 2 * ROW_HEIGHT;
    if (y > element.scrollTop + room) element.scrollTop = y - room;
    flushSync(() => setTop(Math.floor(element.scrollTop / ROW_HEIGHT)));
    const input = element.querySelector<HTMLInputElement>(`[data-entry="${cellKey(place)}"]`);
    input?.focus({ preventScroll: true });
    input?.select();
  };
  useImperativeHandle(ref, () => ({ focus }));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const place = readCellKey((event.target as HTMLElement).dataset.entry);
    const next = place && entryStep(event.nativeEvent, event.target as HTMLInputElement, place, rows.length);
    if (!next) return;
    event.preventDefault();
    focus(next);
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const place = readCellKey((event.target as HTMLElement).dataset.entry);
    if (place && onPaste(place, event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  const wrong = new Set(faults.map(({ row, column }) => cellKey({ row, column })));
  return (
    <div
      ref={box}
      className="entry__scroll"
      onScroll={(event) => setTop(Math.floor(event.currentTarget.scrollTop / ROW_HEIGHT))}
    >
      <table className="entry__table" aria-rowcount={rows.length + 1} onKeyDown={onKeyDown} onPaste={paste}>
        <caption className="unseen">{t('entry.title')}</caption>
        <Head />
        <tbody>
          <Spacer rows={first} />
          {rows.slice(first, last).map((row, index) => (
            <EntryRowCells
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of the grid is its place
              key={first + index}
              at={first + index}
              row={row}
              defaults={defaults}
              wrong={wrong}
              disabled={disabled}
              onCell={onCell}
              onDelete={onDelete}
            />
          ))}
          <Spacer rows={rows.length - last} />
        </tbody>
      </table>
    </div>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="unseen">{t('entry.rowNumber')}</span>
        </th>
        {ENTRY_COLUMNS.map((column) => (
          <th key={column} scope="col">
            {t(`entry.column.${column}`)}
          </th>
        ))}
        <td />
      </tr>
    </thead>
  );
}

/** The height of rows that are not drawn. */
function Spacer({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr>
      <td colSpan={ENTRY_COLUMNS.length + 2} style={{ height: rows * ROW_HEIGHT, padding: 0 }} />
    </tr>
  );
}
