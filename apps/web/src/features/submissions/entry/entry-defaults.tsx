import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LISTS } from './entry-row-cells.tsx';
import type { EntryDefaults } from './typed-row.ts';

const FIELDS = ['region', 'year', 'status'] as const satisfies readonly (keyof EntryDefaults)[];

interface EntryDefaultsFormProps {
  defaults: EntryDefaults;
  disabled: boolean;
  onChange: (defaults: EntryDefaults) => void;
}

/** What stands for empty cells of region, year and status; shown pale in the cells themselves. */
export function EntryDefaultsForm({ defaults, disabled, onChange }: EntryDefaultsFormProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="entry-defaults">
      <legend>{t('entry.defaults')}</legend>
      {FIELDS.map((field) => (
        <label key={field} className="field" htmlFor={`${id}${field}`}>
          <span>{t(`entry.column.${field}`)}</span>
          <input
            id={`${id}${field}`}
            autoComplete="off"
            size={8}
            maxLength={40}
            list={LISTS[field]}
            disabled={disabled}
            value={defaults[field]}
            onChange={(event) => onChange({ ...defaults, [field]: event.target.value })}
          />
        </label>
      ))}
    </fieldset>
  );
}
