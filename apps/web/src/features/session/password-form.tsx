import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useChangePassword } from './queries.ts';
import './session.css';

/** Change of a one-time password, which comes before anything else. */
export function PasswordForm({ name }: { name: string }) {
  const { t } = useTranslation();
  const change = useChangePassword();
  const [differs, setDiffers] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const next = String(form.get('next'));
    const same = next === String(form.get('again'));
    setDiffers(!same);
    if (same) change.mutate({ current: String(form.get('current')), next });
  };
  return (
    <form className="session-form" onSubmit={submit}>
      <p>{t('session.mustChange')}</p>
      <ul className="session-form__rules note" id="password-rules">
        <li>{t('session.rule.length')}</li>
        <li>{t('session.rule.kinds')}</li>
        <li>{t('session.rule.name')}</li>
        <li>{t('session.rule.other')}</li>
      </ul>
      <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
      <label>
        <span>{t('session.current')}</span>
        <input name="current" type="password" autoComplete="current-password" required maxLength={1024} />
      </label>
      <label>
        <span>{t('session.next')}</span>
        <input
          name="next"
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={256}
          aria-describedby="password-rules"
        />
      </label>
      <label>
        <span>{t('session.again')}</span>
        <input name="again" type="password" autoComplete="new-password" required maxLength={256} />
      </label>
      {differs ? (
        <p className="session-form__wrong" role="alert">
          ✕ {t('session.differs')}
        </p>
      ) : null}
      <button type="submit" className="button button--main" disabled={change.isPending}>
        {t('session.change')}
      </button>
      {change.error ? <ProblemMessage error={change.error} /> : null}
    </form>
  );
}
