import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestProblem } from '../../ui/problem.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { CodeField } from './code-field.tsx';
import { useSignIn } from './queries.ts';
import './session.css';

/** Name and password, and the code of the second factor once the server asks for it. */
export function SignInForm() {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const code = String(form.get('code') ?? '');
    const named = { name: String(form.get('name')).trim(), password: String(form.get('password')) };
    signIn.mutate(code === '' ? named : { ...named, code });
  };
  const asked = signIn.error instanceof RequestProblem && signIn.error.code === 'code_needed';
  const [codeShown, setCodeShown] = useState(false);
  if (asked && !codeShown) setCodeShown(true);
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
      {codeShown ? <CodeField mayRecover /> : null}
      <button type="submit" className="button button--main" disabled={signIn.isPending}>
        {t(signIn.isPending ? 'session.signingIn' : 'session.signIn')}
      </button>
      {signIn.error && !asked ? <ProblemMessage error={signIn.error} /> : null}
      <p className="note">{t('session.firstTime')}</p>
    </form>
  );
}
