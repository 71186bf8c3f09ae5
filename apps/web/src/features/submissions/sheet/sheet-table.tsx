import type { SheetView } from '@dabiao/domain/sheet-view';
import { type KeyboardEvent, type MouseEvent, type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedProblem } from '../problem-groups.ts';
import { columnLetters } from './cell-address.ts';
import type { DrawnSheet } from './drawn-sheet.ts';
import { type GridPlace, nextPlace, placeText, readPlace } from './grid-place.ts';
import { leftOutLabels } from './mark-note.ts';
import { SheetRow } from './sheet-row.tsx';

interface SheetTableProps {
  ref: Ref<HTMLTableElement>;
  view: SheetView;
  drawn: DrawnSheet;
  problems: ReadonlyMap<string, readonly ListedProblem[]>;
  chosen: GridPlace | null;
  onChoose: (place: GridPlace | null) => void;
}

function placeOf(event: { target: EventTarget }): GridPlace | null {
  const element = (event.target as Element).closest<HTMLElement>('[data-place]');
  return readPlace(element?.dataset.place);
}

/** Moves the focus to a place of a sheet, and the place into view. */
export function focusPlace(table: Element | null, place: GridPlace): void {
  const element = table?.querySelector<HTMLElement>(`[data-place="${placeText(place)}"]`);
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  element?.focus({ preventScroll: true });
}

/** The sheet as it is, cell by cell; arrows move over it, Enter or a click chooses. */
export function SheetTable({ ref, view, drawn, problems, chosen, onChoose }: SheetTableProps) {
  const { t } = useTranslation();
  const leftOut = useMemo(() => leftOutLabels(view), [view]);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const place = placeOf(event);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextPlace(drawn, place, event.key);
    if (next) focusPlace(event.currentTarget, next);
    else if (event.key === 'Enter' || event.key === ' ') onChoose(place);
    else if (event.key === 'Escape') onChoose(null);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place) onChoose(place);
  };
  const nowhere = chosen === null || chosen.row < 0 || chosen.column < 0;
  return (
    <table
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is what it is: its cells are chosen
      role="grid"
      className="sheet__table"
      aria-label={view.sheet}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <thead>
        <tr>
          <td className="sheet__corner">
            <span className="unseen">{t('sheet.corner')}</span>
          </td>
          {Array.from({ length: drawn.columns }, (_, column) => column).map((column) => (
            <ColumnHead key={column} view={view} column={column} entry={nowhere && column === 0} />
          ))}
        </tr>
      </thead>
      <tbody>
        {drawn.rows.map((row) => (
          <SheetRow
            key={row.row}
            drawn={row}
            problems={problems}
            leftOut={leftOut}
            chosen={chosen?.row === row.row ? chosen.column : null}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Letter of a column, and what it is in the tables of the sheet. `entry`: the way into the grid by Tab. */
function ColumnHead({ view, column, entry }: { view: SheetView; column: number; entry: boolean }) {
  const { t } = useTranslation();
  const uses = new Set(
    view.tables.flatMap(({ columns }) => columns.filter((own) => own.column === column).map(({ use }) => use)),
  );
  uses.delete('blank');
  return (
    <th scope="col" className="sheet__column-head">
      <button type="button" tabIndex={entry ? 0 : -1} data-place={placeText({ row: -1, column })}>
        {columnLetters(column)}
        {[...uses].map((use) => (
          <span key={use} className={`sheet__use sheet__tag--${use}`}>
            {t(`sheet.use.${use}`)}
          </span>
        ))}
      </button>
    </th>
  );
}
