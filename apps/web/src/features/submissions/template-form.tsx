import { useTranslation } from 'react-i18next';
import { DownloadLink } from '../../ui/download-link.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { queryString } from '../../ui/url-state.ts';
import { useCatalogueNames } from './catalogue-names.tsx';

interface TemplateFormProps {
  region: string;
  year: number;
  years: readonly number[];
  onChange: (changes: { region?: string; figures?: number }) => void;
}

/** The workbook to fill in, for a region and a year. */
export function TemplateForm({ region, year, years, onChange }: TemplateFormProps) {
  const { t } = useTranslation();
  const { regions } = useCatalogueNames();
  return (
    <section aria-labelledby="template" className="template-form">
      <h2 id="template">{t('submit.template.title')}</h2>
      <p className="small">{t('submit.template.what')}</p>
      <p className="template-form__fields">
        <SelectField
          label={t('picker.region')}
          value={region}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code) => onChange({ region: code })}
        />
        <SelectField
          label={t('submit.template.year')}
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: t('picker.year', { year: one }) }))}
          onChange={(one) => onChange({ figures: Number(one) })}
        />
      </p>
      <DownloadLink path={`/templates/figures.xlsx${queryString({ region, year })}`} button>
        {t('submit.template.download')}
      </DownloadLink>
    </section>
  );
}
