import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../ui/select-field.tsx';
import { tableOfRow } from './cell-meaning.ts';
import type { FormProps } from './label-form.tsx';

const HEIGHTS = [1, 2, 3, 4, 5, 6];

/** Where the header of a table begins, how many rows it has, and whether another table begins here. */
export function HeaderForm({ view, row, disabled, onChange }: FormProps & { row: number }) {
  const { t } = useTranslation();
  const table = view.tables[tableOfRow(view, row) ?? -1];
  const isHeader = table !== undefined && table.header.first <= row && row <= table.header.last;
  const [rows, setRows] = useState(isHeader ? table.header.last - table.header.first + 1 : 1);
  const say = (how: 'move' | 'add' | 'drop') => onChange({ kind: 'header', row, rows, how });
  return (
    <div className="sheet-form">
      <p>{t('sheet.headerFrom', { row: row + 1 })}</p>
      <p>
        <SelectField
          label={t('sheet.headerRows')}
          value={String(rows)}
          options={HEIGHTS.map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(one) => setRows(Number(one))}
        />
      </p>
      <p className="sheet-form__buttons">
        <button type="button" className="button" disabled={disabled} onClick={() => say('move')}>
          {t('sheet.headerMove')}
        </button>
        {table !== undefined && row > table.header.last ? (
          <button type="button" className="button" disabled={disabled} onClick={() => say('add')}>
            {t('sheet.headerAdd')}
          </button>
        ) : null}
        {isHeader && view.tables.length > 1 ? (
          <button type="button" className="button" disabled={disabled} onClick={() => say('drop')}>
            {t('sheet.headerDrop')}
          </button>
        ) : null}
      </p>
    </div>
  );
}
