import { type SheetView, VIEW_COLUMNS } from '@dabiao/domain/sheet-view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemSentence } from '../../../ui/problem-sentence.tsx';
import { type ListedProblem, problemsByPlace } from '../problem-groups.ts';
import { Anchored } from './anchored.tsx';
import { readAddress, toAddress } from './cell-address.ts';
import type { Change } from './correct.ts';
import { drawSheet, findDrawn } from './drawn-sheet.ts';
import { type GridPlace, isCell } from './grid-place.ts';
import { PlaceMenu } from './place-menu.tsx';
import { SheetLegend } from './sheet-legend.tsx';
import { focusPlace, SheetTable } from './sheet-table.tsx';
import './sheet.css';

interface DrawnSheetBoxProps {
  view: SheetView;
  problems: readonly ListedProblem[];
  /** Address of the chosen cell. */
  cell: string | null;
  onChange: ((change: Change) => void) | null;
  running: boolean;
  onCell: (cell: string | null) => void;
}

/** Problems of one sheet by A1 address. */
function problemsOfSheet(sheet: string, problems: readonly ListedProblem[]): Map<string, ListedProblem[]> {
  const own = problemsByPlace(problems.filter((problem) => problem.sheet === sheet && problem.cell !== null));
  return new Map([...own.values()].flatMap((some) => (some[0]?.cell ? [[some[0].cell, some]] : [])));
}

/** One sheet that can be looked through, with the menu of the place that is chosen. */
export function DrawnSheetBox({ view, problems, cell, onChange, running, onCell }: DrawnSheetBoxProps) {
  const drawn = useMemo(() => drawSheet(view), [view]);
  const found = useMemo(() => problemsOfSheet(view.sheet, problems), [view.sheet, problems]);
  const [head, setHead] = useState<GridPlace | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const loadedWith = useRef(cell);
  const address = readAddress(cell);
  const at = address && findDrawn(drawn, address.row, address.column);
  const [row, column] = [at?.row, at?.cell.column];
  const cellPlace = useMemo(() => (row === undefined || column === undefined ? null : { row, column }), [row, column]);
  const place = head ?? cellPlace;
  useEffect(() => {
    if (cellPlace && table.current) showPlace(table.current, cellPlace);
  }, [cellPlace]);
  const choose = (next: GridPlace | null) => {
    setHead(next && !isCell(next) ? next : null);
    onCell(next && isCell(next) ? toAddress(next.row, next.column) : null);
  };
  const close = () => {
    choose(null);
    if (place) focusPlace(table.current, place);
  };
  const key = place && isCell(place) ? toAddress(place.row, place.column) : null;
  return (
    <>
      <div className="sheet">
        <div className="sheet__scroll" ref={scroller}>
          <SheetTable ref={table} view={view} drawn={drawn} problems={found} chosen={place} onChoose={choose} />
        </div>
        {place ? (
          <Anchored scroller={scroller} place={place}>
            <PlaceMenu
              key={`${place.row}:${place.column}`}
              view={view}
              place={place}
              text={isCell(place) ? (view.cells[place.row]?.[place.column] ?? '') : ''}
              problems={key === null ? [] : (found.get(key) ?? [])}
              onChange={onChange}
              running={running}
              onClose={close}
              takesFocus={loadedWith.current !== cell || head !== null}
            />
          </Anchored>
        ) : null}
      </div>
      <Beyond view={view} cell={address && !at ? cell : null} problems={found} />
      <SheetLegend view={view} />
    </>
  );
}

/** Brings a place into the scroller, and the sheet into the page. */
function showPlace(table: HTMLTableElement, { row, column }: GridPlace): void {
  const element = table.querySelector(`[data-place="${row}:${column}"]`);
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** What the view leaves out, and the problems of a chosen cell that lies there. */
function Beyond({
  view,
  cell,
  problems,
}: {
  view: SheetView;
  cell: string | null;
  problems: ReadonlyMap<string, ListedProblem[]>;
}) {
  const { t } = useTranslation();
  const [rows, columns] = [view.rows - view.cells.length, view.columns - Math.min(view.columns, VIEW_COLUMNS)];
  return (
    <>
      {cell === null ? null : (
        <div role="status" className="sheet__beyond">
          <p>{t('sheet.beyond', { cell })}</p>
          {(problems.get(cell) ?? []).map((problem) => (
            <p key={problem.message}>
              <ProblemSentence problem={problem} />
            </p>
          ))}
        </div>
      )}
      {rows > 0 ? <p className="note">{t('sheet.moreRows', { shown: view.cells.length, more: rows })}</p> : null}
      {columns > 0 ? <p className="note">{t('sheet.moreColumns', { shown: VIEW_COLUMNS, more: columns })}</p> : null}
    </>
  );
}
