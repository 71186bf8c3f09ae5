import { useTranslation } from 'react-i18next';
import { cellKey } from './entry-place.ts';
import { ENTRY_COLUMNS, type EntryColumn, type EntryRow, isEmptyRow } from './entry-rows.ts';
import type { EntryDefaults } from './typed-row.ts';

interface EntryRowCellsProps {
  /** Place of the row, from 0. */
  at: number;
  row: EntryRow;
  defaults: EntryDefaults;
  /** Keys of the cells that cannot be sent. */
  wrong: ReadonlySet<string>;
  disabled: boolean;
  onCell: (row: number, column: EntryColumn, text: string) => void;
  onDelete: (row: number) => void;
}

/** Lists of suggestions, by column (entry-lists.tsx). */
export const LISTS: Partial<Record<EntryColumn, string>> = {
  indicator: 'entry-indicators',
  region: 'entry-regions',
  status: 'entry-statuses',
};

/** What stands for an empty cell of a row that holds something. */
function standIn(row: EntryRow, column: EntryColumn, defaults: EntryDefaults): string {
  if (isEmptyRow(row)) return '';
  return column === 'region' || column === 'year' || column === 'status' ? defaults[column] : '';
}

/** One row of the grid. */
export function EntryRowCells({ at, row, defaults, wrong, disabled, onCell, onDelete }: EntryRowCellsProps) {
  const { t } = useTranslation();
  return (
    <tr aria-rowindex={at + 2}>
      <th scope="row">{at + 1}</th>
      {ENTRY_COLUMNS.map((column) => (
        <td key={column}>
          <input
            data-entry={cellKey({ row: at, column })}
            aria-label={t('entry.cell', { column: t(`entry.column.${column}`), row: at + 1 })}
            aria-invalid={wrong.has(cellKey({ row: at, column }))}
            autoComplete="off"
            spellCheck={false}
            disabled={disabled}
            list={LISTS[column]}
            inputMode={column === 'value' || column === 'year' ? 'decimal' : 'text'}
            placeholder={standIn(row, column, defaults)}
            value={row[column]}
            onChange={(event) => onCell(at, column, event.target.value)}
          />
        </td>
      ))}
      <td>
        {isEmptyRow(row) ? null : (
          <button type="button" tabIndex={-1} disabled={disabled} onClick={() => onDelete(at)}>
            <span aria-hidden="true">✕</span>
            <span className="unseen">{t('entry.delete', { row: at + 1 })}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
