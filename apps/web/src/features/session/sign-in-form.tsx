import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useSignIn } from './queries.ts';
import './session.css';

/** Name and password. */
export function SignInForm() {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ name: String(form.get('name')).trim(), password: String(form.get('password')) });
  };
  return (
    <form className="session-form" onSubmit={submit}>
      <label>
        <span>{t('session.name')}</span>
        <input name="name" autoComplete="username" required maxLength={100} autoCapitalize="none" spellCheck={false} />
      </label>
      <label>
        <span>{t('session.password')}</span>
        <input name="password" type="password" autoComplete="current-password" required maxLength={1024} />
      </label>
      <button type="submit" className="button button--main" disabled={signIn.isPending}>
        {t(signIn.isPending ? 'session.signingIn' : 'session.signIn')}
      </button>
      {signIn.error ? <ProblemMessage error={signIn.error} /> : null}
      <p className="note">{t('session.firstTime')}</p>
    </form>
  );
}
