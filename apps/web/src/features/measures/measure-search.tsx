import type { MeasureRow } from '@dabiao/contract/measure';
import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import './measures.css';

/** Document and words to search for, both kept in the URL; only documents with measures can be chosen. */
export function MeasureSearch({ all }: { all: readonly MeasureRow[] }) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const id = useId();
  const q = readText(params, 'q') ?? '';
  const titles = new Map(all.map(({ document }) => [document.id, document.shortTitle]));
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() });
  };
  return (
    <search className="measure-search no-print">
      <SelectField
        label={t('measure.document')}
        value={readText(params, 'document') ?? ''}
        onChange={(document) => change({ document })}
        options={[{ value: '', label: t('filter.every') }, ...[...titles].map(([value, label]) => ({ value, label }))]}
      />
      <form onSubmit={search} className="field">
        <label htmlFor={id}>{t('filter.search')}</label>
        <input id={id} key={q} name="q" type="search" defaultValue={q} maxLength={200} />
        <button type="submit" className="button">
          {t('filter.find')}
        </button>
      </form>
    </search>
  );
}
