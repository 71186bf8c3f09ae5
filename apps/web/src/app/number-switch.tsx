import { MAGNITUDES } from '@dabiao/domain/magnitude';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../ui/select-field.tsx';
import { readMagnitude } from '../ui/url-state.ts';
import { useUrlState } from '../ui/use-url-state.ts';

/** Whether values are written in 万 or 亿; lives in the URL. English has neither word. */
export function NumberSwitch() {
  const { t } = useTranslation();
  const { params, lang, change } = useUrlState();
  if (lang === 'en') return null;
  return (
    <div className="no-print">
      <SelectField
        label={t('frame.numbers')}
        value={readMagnitude(params)}
        onChange={(chosen) => change({ numbers: chosen === 'auto' ? null : chosen }, true)}
        options={MAGNITUDES.map((one) => ({ value: one, label: t(`frame.magnitude.${one}`) }))}
      />
    </div>
  );
}
