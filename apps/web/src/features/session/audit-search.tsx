import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadLink } from '../../ui/download-link.tsx';
import { queryString, readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { readAuditFilter } from './audit-filter.ts';

const FIELDS = ['user', 'action', 'outcome', 'from', 'to'] as const;
const OUTCOMES = ['done', 'refused', 'failed'] as const;

/** What to look for in the audit, and the same lines as a file. */
export function AuditSearch() {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const given = (name: string): string => readText(params, name) ?? '';
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    change(Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name)).trim() || null])));
  };
  return (
    <form className="audit-search" onSubmit={search} key={params.toString()}>
      <label>
        <span>{t('auditSearch.user')}</span>
        <input name="user" defaultValue={given('user')} maxLength={100} />
      </label>
      <label>
        <span>{t('auditSearch.action')}</span>
        <input name="action" defaultValue={given('action')} maxLength={80} pattern="[a-z\-]+([.][a-z\-]+)?" />
      </label>
      <label>
        <span>{t('auditSearch.outcome')}</span>
        <select name="outcome" defaultValue={given('outcome')}>
          <option value="">{t('auditSearch.any')}</option>
          {OUTCOMES.map((one) => (
            <option key={one} value={one}>
              {t(`admin.outcomeWord.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('auditSearch.from')}</span>
        <input name="from" type="date" defaultValue={given('from')} />
      </label>
      <label>
        <span>{t('auditSearch.to')}</span>
        <input name="to" type="date" defaultValue={given('to')} />
      </label>
      <button type="submit" className="button button--main">
        {t('auditSearch.search')}
      </button>
      <DownloadLink path={`/audit.csv${queryString({ ...readAuditFilter(params) })}`} button>
        {t('auditSearch.export')}
      </DownloadLink>
    </form>
  );
}
