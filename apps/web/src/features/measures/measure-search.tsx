import type { MeasureRow } from '@dabiao/contract/measure';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import './measures.css';

/** Document and words to search for, both kept in the URL; only documents with measures can be chosen. */
export function MeasureSearch({ all }: { all: readonly MeasureRow[] }) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const titles = new Map(all.map(({ document }) => [document.id, document.shortTitle]));
  return (
    <search className="measure-search no-print">
      <SelectField
        label={t('measure.document')}
        value={readText(params, 'document') ?? ''}
        onChange={(document) => change({ document })}
        options={[{ value: '', label: t('filter.every') }, ...[...titles].map(([value, label]) => ({ value, label }))]}
      />
      <SearchField />
    </search>
  );
}
