import type { ColumnUse } from '@dabiao/domain/column-use';
import type { TableView } from '@dabiao/domain/sheet-view';
import { useTranslation } from 'react-i18next';
import { readYear } from '../entry/typed-row.ts';
import type { FormProps } from './label-form.tsx';
import { SaidField } from './said-field.tsx';

/** What a person may say a column is; 'note' is not read. */
const USES = ['region', 'indicator', 'year', 'unit', 'status', 'value', 'data', 'note'] as const satisfies ColumnUse[];

interface ColumnFormProps extends FormProps {
  table: TableView;
  column: TableView['columns'][number];
}

/** What a column is, and the unit and year of its values. */
export function ColumnForm({ table, column: { column, header, use }, disabled, onChange }: ColumnFormProps) {
  const { t } = useTranslation();
  const hasValues = use === 'data' || use === 'value';
  return (
    <div className="sheet-form">
      <fieldset className="use-choice" disabled={disabled}>
        <legend>{header === '' ? t('sheet.columnIs') : t('sheet.namedColumnIs', { header })}</legend>
        {USES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === use}
            onClick={() => onChange({ kind: 'column', column, header, use: one })}
          >
            {t(`sheet.use.${one}`)}
          </button>
        ))}
      </fieldset>
      {hasValues ? (
        <SaidField
          label={t('sheet.columnUnit')}
          value=""
          check={(text) => text !== ''}
          wrong={t('sheet.unitMissing')}
          disabled={disabled}
          onSay={(unit) => onChange({ kind: 'column', column, header, unit })}
        />
      ) : null}
      {use === 'data' && table.layout === 'matrix' ? (
        <SaidField
          numeric
          label={t('sheet.columnYear')}
          value=""
          check={(text) => readYear(text) !== null}
          wrong={t('sheet.yearWrong')}
          disabled={disabled}
          onSay={(text) => onChange({ kind: 'columnYear', column, year: readYear(text) ?? 0 })}
        />
      ) : null}
    </div>
  );
}
