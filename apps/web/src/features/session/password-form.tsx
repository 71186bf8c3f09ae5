import type { Session } from '@dabiao/contract/session';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useChangePassword } from './queries.ts';
import './session.css';

interface PasswordFormProps {
  name: string;
  rules: Session['workspace']['password'];
  /** The password is a one-time one or too old: changing it comes before anything else. */
  must?: boolean;
}

/** A new password instead of the present one. */
export function PasswordForm({ name, rules, must = false }: PasswordFormProps) {
  const { t } = useTranslation();
  const change = useChangePassword();
  const [differs, setDiffers] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const next = String(form.get('next'));
    const same = next === String(form.get('again'));
    setDiffers(!same);
    if (same) change.mutate({ current: String(form.get('current')), next }, { onSuccess: () => element.reset() });
  };
  return (
    <form className="session-form" onSubmit={submit}>
      {must ? <p>{t('session.mustChange')}</p> : null}
      <ul className="session-form__rules note" id="password-rules">
        <li>{t('session.rule.length', { n: rules.shortest })}</li>
        {rules.kinds > 0 ? <li>{t('session.rule.kinds', { n: rules.kinds })}</li> : null}
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
          minLength={rules.shortest}
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
      <p role="status">{change.isSuccess && !must ? t('session.changed') : ''}</p>
      {change.error ? <ProblemMessage error={change.error} /> : null}
    </form>
  );
}
