import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { afterSignIn } from '../../features/session/after-sign-in.ts';
import { PasswordForm } from '../../features/session/password-form.tsx';
import { sessionQuery } from '../../features/session/queries.ts';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { Answer } from '../../ui/answer.tsx';
import { usePageTitle } from '../../ui/page-title.ts';

/** `/sign-in`: name and password, then the change of a one-time password; `?next=` says where to go afterwards. */
export function SignInPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const query = useQuery(sessionQuery());
  const user = query.data?.user ?? null;
  const title = t(user ? 'session.change' : 'session.signIn');
  usePageTitle(title);
  if (user?.mustSetUpTwoFactor && !user.mustChangePassword) return <Navigate to="/account" replace />;
  if (user && !user.mustChangePassword) return <Navigate to={afterSignIn(params)} replace />;
  return (
    <>
      <h1>{title}</h1>
      <Answer query={query} lines={3}>
        {({ workspace }) => (user ? <PasswordForm name={user.name} rules={workspace.password} must /> : <SignInForm />)}
      </Answer>
    </>
  );
}
