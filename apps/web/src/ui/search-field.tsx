import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readText } from './url-state.ts';
import { useUrlState } from './use-url-state.ts';

/** Words to search for, kept in the URL as `q`; taken over when the form is sent. */
export function SearchField() {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const id = useId();
  const q = readText(params, 'q') ?? '';
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() });
  };
  return (
    <form onSubmit={search} className="field">
      <label htmlFor={id}>{t('filter.search')}</label>
      <input id={id} key={q} name="q" type="search" defaultValue={q} maxLength={200} />
      <button type="submit" className="button">
        {t('filter.find')}
      </button>
    </form>
  );
}
