import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useMakeRecoveryCodes } from './account-queries.ts';
import './session.css';

/** Codes for the day the authenticator is lost: how many are left, and ten new ones, shown this once. */
export function RecoveryCodes({ left }: { left: number }) {
  const { t } = useTranslation();
  const make = useMakeRecoveryCodes();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    make.mutate(String(new FormData(element).get('recovery-password')), { onSuccess: () => element.reset() });
  };
  return (
    <section aria-labelledby="recovery" className="recovery">
      <h3 id="recovery">{t('recovery.title')}</h3>
      <p>{left > 0 ? t('recovery.left', { n: left }) : t('recovery.none')}</p>
      {make.data ? (
        <div role="status" className="recovery__made">
          <p>{t('recovery.made')}</p>
          <ol className="recovery__codes">
            {make.data.codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      <form className="session-form" onSubmit={submit}>
        <label>
          <span>{t('account.confirm')}</span>
          <input name="recovery-password" type="password" autoComplete="current-password" required maxLength={1024} />
        </label>
        <button type="submit" className="button" disabled={make.isPending}>
          {t(left > 0 ? 'recovery.again' : 'recovery.make')}
        </button>
        {make.error ? <ProblemMessage error={make.error} /> : null}
      </form>
    </section>
  );
}
