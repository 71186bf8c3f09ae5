import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readText } from './url-state.ts';
import { useUrlState } from './use-url-state.ts';

interface SearchFieldProps {
  /** Its name in the URL. */
  name?: string;
  label?: string;
}

/** Words to search for, kept in the URL as `q`; taken over when the form is sent. */
export function SearchField({ name = 'q', label }: SearchFieldProps) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const id = useId();
  const q = readText(params, name) ?? '';
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change({ [name]: String(new FormData(event.currentTarget).get(name) ?? '').trim() });
  };
  return (
    <form onSubmit={search} className="field">
      <label htmlFor={id}>{label ?? t('filter.search')}</label>
      <input id={id} key={q} name={name} type="search" defaultValue={q} maxLength={200} />
      <button type="submit" className="button">
        {t('filter.find')}
      </button>
    </form>
  );
}
