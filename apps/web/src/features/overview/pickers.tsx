import type { Overview } from '@dabiao/contract/overview';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';

/** Region and as-of year; both go into the URL. */
export function Pickers({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  const years = [...overview.years].sort((a, b) => b - a);
  const shown = years.includes(overview.year) ? years : [overview.year, ...years];
  return (
    <div className="pickers no-print">
      <SelectField
        label={t('picker.region')}
        value={overview.region ?? ''}
        onChange={(region) => change({ region })}
        options={[
          { value: '', label: t('picker.everyRegion') },
          ...overview.regions.map(({ code, name, parent }) => ({
            value: code,
            label: parent === null ? name : `　${name}`,
          })),
        ]}
      />
      <SelectField
        label={t('picker.asOf')}
        value={String(overview.year)}
        onChange={(year) => change({ year })}
        options={shown.map((year) => ({ value: String(year), label: t('picker.year', { year }) }))}
      />
    </div>
  );
}
