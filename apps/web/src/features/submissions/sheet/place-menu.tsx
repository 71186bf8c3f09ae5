import type { SheetView } from '@dabiao/domain/sheet-view';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemSentence } from '../../../ui/problem-sentence.tsx';
import { kindOf, type ListedProblem } from '../problem-groups.ts';
import { KIND_SHAPES } from '../problem-list.tsx';
import { columnLetters, toAddress } from './cell-address.ts';
import { type CellMeaning, meaningOf } from './cell-meaning.ts';
import { ColumnForm } from './column-form.tsx';
import type { Change } from './correct.ts';
import type { GridPlace } from './grid-place.ts';
import { HeaderForm } from './header-form.tsx';
import { LabelForm } from './label-form.tsx';
import { MeaningLine } from './meaning-line.tsx';
import { QuantityForm } from './whole-sheet-form.tsx';

interface PlaceMenuProps {
  view: SheetView;
  place: GridPlace;
  /** Text of the cell; empty for heads. */
  text: string;
  problems: readonly ListedProblem[];
  /** Absent where nothing may be changed. */
  onChange: ((change: Change) => void) | null;
  running: boolean;
  onClose: () => void;
  /** Whether the menu takes the focus: not when the page was just loaded. */
  takesFocus: boolean;
}

/** What a cell, a column or a row was taken for, what is wrong with it, and how to say it otherwise. */
export function PlaceMenu(props: PlaceMenuProps) {
  const { view, place, text, problems, onChange, running, onClose, takesFocus } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { row, column } = place;
  const title = useTitle(place);
  const meaning = meaningOf(view, Math.max(row, 0), column);
  // Also after a correction: its field could not keep the focus while it was sent.
  useEffect(() => {
    if (!takesFocus || running) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [takesFocus, running]);
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      className="place-menu__box"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <p className="place-menu__title">
        <b>{title}</b> {text === '' ? null : <span className="place-menu__text">{text}</span>}
        <button type="button" className="place-menu__close" onClick={onClose}>
          <span aria-hidden="true">✕</span>
          <span className="unseen">{t('sheet.close')}</span>
        </button>
      </p>
      {row >= 0 && column >= 0 ? <MeaningLine meaning={meaning} /> : null}
      <Problems problems={problems} />
      {onChange ? <Forms {...{ view, place, problems, meaning, disabled: running, onChange }} /> : null}
    </div>
  );
}

function useTitle({ row, column }: GridPlace): string {
  const { t } = useTranslation();
  if (row < 0) return t('sheet.column', { letters: columnLetters(column) });
  if (column < 0) return t('sheet.row', { row: row + 1 });
  return toAddress(row, column);
}

function Problems({ problems }: { problems: readonly ListedProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <ul className="place-menu__problems">
      {problems.map((problem) => (
        <li key={problem.code + problem.message}>
          <span className={`kind kind--${kindOf(problem)}`}>
            <span aria-hidden="true">{KIND_SHAPES[kindOf(problem)]}</span> {t(`submit.kind.${kindOf(problem)}`)}
          </span>{' '}
          <ProblemSentence problem={problem} />
        </li>
      ))}
    </ul>
  );
}

interface FormsProps {
  view: SheetView;
  place: GridPlace;
  problems: readonly ListedProblem[];
  meaning: CellMeaning;
  disabled: boolean;
  onChange: (change: Change) => void;
}

function Forms({ view, place, problems, meaning, disabled, onChange }: FormsProps): ReactNode {
  const { row, column } = place;
  const { mark, use } = meaning;
  const form = { view, disabled, onChange };
  const table = view.tables[meaning.table ?? -1];
  if (column < 0) return <HeaderForm {...form} row={row} />;
  const label = row >= 0 && (mark?.role === 'indicator' || mark?.role === 'region') ? mark.label : undefined;
  return (
    <>
      {row >= 0 && mark?.role === 'value' && table ? (
        <QuantityForm {...form} table={table} problems={problems} />
      ) : null}
      {mark && label ? <LabelForm {...form} mark={mark} label={label} problems={problems} /> : null}
      {row < 0 ? <ColumnForms {...form} column={column} /> : null}
      {row >= 0 && use && table && meaning.table !== null ? (
        <MoreOfColumn open={!label}>
          <ColumnForms {...form} column={column} table={meaning.table} />
        </MoreOfColumn>
      ) : null}
      {view.tables.length === 0 && row >= 0 ? <HeaderForm {...form} row={row} /> : null}
    </>
  );
}

/** The column of a cell: at once where the cell itself has nothing to be said of. */
function MoreOfColumn({ open, children }: { open: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  if (open) return children;
  return (
    <details className="place-menu__more">
      <summary>{t('sheet.moreOfColumn')}</summary>
      {children}
    </details>
  );
}

/** One form for each table that has the column (or for one of them); tables with the same header share it. */
function ColumnForms({
  view,
  column,
  table,
  ...form
}: Pick<FormsProps, 'view' | 'disabled' | 'onChange'> & { column: number; table?: number }) {
  const { t } = useTranslation();
  const found = view.tables.flatMap((own, index) => {
    const as = table === undefined || table === index ? own.columns.find((one) => one.column === column) : undefined;
    return as ? [{ table: own, column: as }] : [];
  });
  const unlike = [...new Map(found.map((one) => [one.column.header, one])).values()];
  if (unlike.length === 0) return <p className="note">{t('sheet.noTable')}</p>;
  return unlike.map((one) => <ColumnForm key={one.column.header} view={view} {...form} {...one} />);
}
