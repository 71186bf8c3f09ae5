import type { BriefingChoices } from '@dabiao/contract/briefing';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import type { BriefingFilter } from './queries.ts';

const SCOPES = ['document', 'region', 'department', 'indicator', 'targets', 'whole'] as const;

/** What of the archive the address asks for. */
export function readBriefingFilter(params: URLSearchParams): BriefingFilter {
  const scope = SCOPES.find((one) => one === params.get('scope')) ?? null;
  const year = /^\d{4}$/.test(params.get('for') ?? '') ? params.get('for') : null;
  return { scope, year, by: readText(params, 'by'), q: readText(params, 'q') };
}

/** Narrows the archive down: what they are of, as of when, by whom, which words. */
export function BriefingFilters({ choices }: { choices: BriefingChoices }) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const { scope, year, by } = readBriefingFilter(params);
  const any = { value: '', label: t('briefing.filter.any') };
  return (
    <div className="briefing-form">
      <SelectField
        label={t('briefing.filter.scope')}
        value={scope ?? ''}
        onChange={(value) => change({ scope: value })}
        options={[any, ...SCOPES.map((one) => ({ value: one, label: t(`briefing.scope.${one}`) }))]}
      />
      <SelectField
        label={t('briefing.filter.year')}
        value={year ?? ''}
        onChange={(value) => change({ for: value })}
        options={[
          any,
          ...choices.years.toReversed().map((one) => ({ value: String(one), label: t('picker.year', { year: one }) })),
        ]}
      />
      <SelectField
        label={t('briefing.filter.by')}
        value={by ?? ''}
        onChange={(value) => change({ by: value })}
        options={[any, ...choices.makers.map((name) => ({ value: name, label: name }))]}
      />
      <SearchField label={t('briefing.filter.search')} />
    </div>
  );
}
