import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The six digits an authenticator shows. */
export function CodeField() {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <label>
      <span>{t('account.code')}</span>
      <input
        ref={field}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        maxLength={6}
        required
        aria-describedby="code-hint"
      />
      <span id="code-hint">{t('account.codeHint')}</span>
    </label>
  );
}
