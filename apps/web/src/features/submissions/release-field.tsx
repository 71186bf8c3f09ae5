import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface ReleaseFieldProps {
  /** As the field has it: 2026-07-15T09:00 by the clock of the reader; empty for at once. */
  value: string;
  onChange: (value: string) => void;
}

/** When the figures are to be published; empty for at once. */
export function ReleaseField({ value, onChange }: ReleaseFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <p className="decision__reason">
      <label htmlFor={id}>{t('submit.release.label')}</label>
      <input
        id={id}
        type="datetime-local"
        className="release-field"
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-hint`} className="note">
        {t('submit.release.hint')}
      </span>
    </p>
  );
}

/** The moment that a field's text means by this clock, with its offset (UTC); null for none. */
export function releaseMoment(text: string): string | null {
  const time = text === '' ? Number.NaN : new Date(text).getTime();
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
