import type { Completeness } from '@dabiao/contract/completeness';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { ASKED_STATES, readReportingFilter, readView, VIEWS } from './reporting.ts';

interface ReportingFiltersProps {
  /** The year shown. */
  year: number;
  /** Years to choose from, the newest first. */
  years: readonly number[];
  regions: readonly Pick<Completeness['regions'][number], 'code' | 'name'>[];
}

/** Year, region, state and way of showing, kept in the URL. */
export function ReportingFilters({ year, years, regions }: ReportingFiltersProps) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const { region, state } = readReportingFilter(params);
  const every = { value: '', label: t('reporting.every') };
  return (
    <search className="reporting-filters">
      <SelectField
        label={t('reporting.year')}
        value={String(year)}
        options={years.map((one) => ({ value: String(one), label: t('picker.year', { year: one }) }))}
        onChange={(next) => change({ year: next })}
      />
      <SelectField
        label={t('reporting.region')}
        value={region ?? ''}
        options={[every, ...regions.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={(next) => change({ region: next })}
      />
      <SelectField
        label={t('reporting.state')}
        value={state ?? ''}
        options={[every, ...ASKED_STATES.map((one) => ({ value: one, label: t(`reporting.word.${one}`) }))]}
        onChange={(next) => change({ state: next })}
      />
      <SelectField
        label={t('reporting.view')}
        value={readView(params)}
        options={VIEWS.map((view) => ({ value: view, label: t(`reporting.${view}`) }))}
        onChange={(view) => change({ view: view === 'auto' ? null : view })}
      />
    </search>
  );
}
