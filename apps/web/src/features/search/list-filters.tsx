import type { TargetRow } from '@dabiao/contract/target';
import { TARGET_KIND_WORDS, TARGET_KINDS } from '@dabiao/domain/target';
import { VERDICT_WORDS, VERDICTS } from '@dabiao/domain/verdict';
import { memo, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { choicesOf, type ListFilter } from './list-filter.ts';
import './target-list.css';

interface ListFiltersProps {
  rows: readonly TargetRow[];
  filter: ListFilter;
  /** Names of regions that no target is of, for an address that names one. */
  regionNames: ReadonlyMap<string, string>;
}

/** Verdict, document, region, department, kind and due year; only what occurs can be chosen. */
export const ListFilters = memo(function ListFilters({ rows, filter, regionNames }: ListFiltersProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const { change } = useUrlState();
  const choices = useMemo(() => choicesOf(rows), [rows]);
  const fields = [
    {
      name: 'verdict',
      label: t('filter.verdict'),
      options: VERDICTS.filter((one) => choices.verdicts.has(one)).map((one) => [one, VERDICT_WORDS[one][lang]]),
    },
    { name: 'document', label: t('measure.document'), options: choices.documents },
    { name: 'region', label: t('picker.region'), options: choices.regions },
    { name: 'department', label: t('filter.department'), options: choices.departments.map((one) => [one, one]) },
    {
      name: 'kind',
      label: t('filter.kind'),
      options: TARGET_KINDS.filter((one) => choices.kinds.has(one)).map((one) => [one, TARGET_KIND_WORDS[one][lang]]),
    },
    { name: 'due', label: t('filter.due'), options: choices.dues.map((one) => [String(one), String(one)]) },
  ] as const;
  return fields.map(({ name, label, options }) => (
    <SelectField
      key={name}
      label={label}
      value={String(filter[name] ?? '')}
      onChange={(value) => change({ [name]: value })}
      options={withChosen([['', t('filter.every')], ...options], filter[name], regionNames)}
    />
  ));
});

/** The options, with the one chosen by the address even where no row has it. */
function withChosen(
  options: readonly (readonly string[])[],
  chosen: string | number | null,
  names: ReadonlyMap<string, string>,
): { value: string; label: string }[] {
  const all = options.map(([value = '', label = '']) => ({ value, label }));
  const value = String(chosen ?? '');
  if (all.some((one) => one.value === value)) return all;
  return [...all, { value, label: names.get(value) ?? value }];
}

interface TextFilterProps {
  value: string;
  onChange: (text: string) => void;
}

/** Words to narrow the list by, at each key. */
export function TextFilter({ value, onChange }: TextFilterProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <label className="field field--text" htmlFor={id}>
      <span>{t('filter.search')}</span>
      <input
        id={id}
        type="search"
        value={value}
        maxLength={200}
        placeholder={t('search.placeholder')}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
