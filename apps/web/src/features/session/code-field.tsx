import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The six digits an authenticator shows; where `mayRecover`, a recovery code instead. */
export function CodeField({ mayRecover = false }: { mayRecover?: boolean }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [recovers, setRecovers] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const kind = recovers
    ? ({ maxLength: 40, pattern: '([0-9A-Za-z][ \\-]?){23}[0-9A-Za-z]', autoComplete: 'off' } as const)
    : ({ maxLength: 6, pattern: '[0-9]{6}', autoComplete: 'one-time-code', inputMode: 'numeric' } as const);
  return (
    <>
      <label>
        <span>{t(recovers ? 'recovery.code' : 'account.code')}</span>
        <input
          key={String(recovers)}
          ref={field}
          name="code"
          {...kind}
          autoCapitalize="characters"
          spellCheck={false}
          required
          aria-describedby="code-hint"
        />
        <span id="code-hint">{t(recovers ? 'recovery.codeHint' : 'account.codeHint')}</span>
      </label>
      {mayRecover ? (
        <button type="button" className="link-button session-form__other" onClick={() => setRecovers(!recovers)}>
          {t(recovers ? 'recovery.useAuthenticator' : 'recovery.use')}
        </button>
      ) : null}
    </>
  );
}
