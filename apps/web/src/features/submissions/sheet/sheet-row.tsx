import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CatalogueNames, useCatalogueNames } from '../catalogue-names.tsx';
import { kindOf, type ListedProblem } from '../problem-groups.ts';
import { KIND_SHAPES } from '../problem-list.tsx';
import { toAddress } from './cell-address.ts';
import { type DrawnCell, type DrawnRow, isBand } from './drawn-sheet.ts';
import { placeText } from './grid-place.ts';
import { noteOf } from './mark-note.ts';

interface SheetRowProps {
  drawn: DrawnRow;
  /** Problems of this sheet by A1 address. */
  problems: ReadonlyMap<string, readonly ListedProblem[]>;
  leftOut: ReadonlySet<string>;
  /** Column of the chosen cell of this row; −1 for the row itself, null for none. */
  chosen: number | null;
}

/** One row of a sheet; drawn anew only when something in it changes. */
export const SheetRow = memo(function SheetRow({ drawn, problems, leftOut, chosen }: SheetRowProps) {
  // Once a row: a sheet has up to 12,000 cells.
  const { t } = useTranslation();
  const names = useCatalogueNames();
  const { row, role, cells } = drawn;
  return (
    <tr>
      <th scope="row" className="sheet__row-head" aria-selected={chosen === -1}>
        <button type="button" tabIndex={-1} data-place={placeText({ row, column: -1 })}>
          {row + 1}
          {role === 'header' ? <span className="sheet__use">{t('sheet.role.header')}</span> : null}
        </button>
      </th>
      {cells.map((cell) => (
        <Cell
          key={cell.column}
          row={row}
          cell={cell}
          problems={problems.get(toAddress(row, cell.column)) ?? NONE}
          chosen={chosen === cell.column}
          words={{ t, names, leftOut }}
        />
      ))}
    </tr>
  );
});

const NONE: readonly ListedProblem[] = [];

interface Words {
  t: TFunction;
  names: CatalogueNames;
  leftOut: ReadonlySet<string>;
}

interface CellProps {
  row: number;
  cell: DrawnCell;
  problems: readonly ListedProblem[];
  chosen: boolean;
  words: Words;
}

function Cell({ row, cell, problems, chosen, words }: CellProps) {
  const { t } = words;
  const { mark, text, first, rowSpan, colSpan } = cell;
  const role = mark && isBand(mark.role) ? mark.role : null;
  const worst = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  const kind = worst ? kindOf(worst) : null;
  const classes = ['sheet__cell', mark ? `sheet__cell--${mark.role}` : '', kind ? `sheet__cell--has-${kind}` : ''];
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid can be chosen
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      data-place={placeText({ row, column: cell.column })}
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      {...(rowSpan > 1 ? { rowSpan } : {})}
      {...(colSpan > 1 ? { colSpan } : {})}
    >
      {kind ? (
        <span className={`sheet__problem kind--${kind}`}>
          <span aria-hidden="true">{KIND_SHAPES[kind]}</span>
          <span className="unseen">{t(`submit.kind.${kind}`)}</span>
        </span>
      ) : null}
      {first && role ? <span className={`sheet__tag sheet__tag--${role}`}>{t(`sheet.role.${role}`)}</span> : null}
      {text}
      {mark ? <Note cell={cell} words={words} /> : null}
    </td>
  );
}

function Note({ cell: { text, mark }, words: { t, names, leftOut } }: { cell: DrawnCell; words: Words }) {
  const note = mark && noteOf(text, mark, names, leftOut, (year) => t('picker.year', { year }));
  if (!note) return null;
  if (note.kind === 'is') return <span className="sheet__note">= {note.text}</span>;
  return (
    <span className={`sheet__note sheet__note--${note.kind}`}>
      {t(note.kind === 'unknown' ? 'sheet.unknown' : 'sheet.leftOut')}
    </span>
  );
}
