import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { afterSignIn } from '../../features/session/after-sign-in.ts';
import { PasswordForm } from '../../features/session/password-form.tsx';
import { ProviderButton } from '../../features/session/provider-button.tsx';
import { ProviderCode } from '../../features/session/provider-code.tsx';
import { ProviderOutcome } from '../../features/session/provider-outcome.tsx';
import { sessionQuery } from '../../features/session/queries.ts';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { Answer } from '../../ui/answer.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { usePageTitle } from '../../ui/page-title.ts';

/** Name and password, and where there is one the way over the provider; or the code that is owed after it. */
function Ways({ label, owesCode }: { label: string | null; owesCode: boolean }) {
  const { t } = useTranslation();
  if (label === null) return <SignInForm />;
  if (owesCode) {
    return (
      <>
        <ProviderCode label={label} />
        <p>
          <KeepLink to="/sign-in">{t('provider.otherWay')}</KeepLink>
        </p>
      </>
    );
  }
  return (
    <>
      <ProviderOutcome label={label} />
      <SignInForm />
      <ProviderButton label={label} />
    </>
  );
}

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
        {({ workspace }) =>
          user ? (
            <PasswordForm name={user.name} rules={workspace.password} must />
          ) : (
            <Ways label={workspace.provider?.label ?? null} owesCode={params.get('provider') === 'code'} />
          )
        }
      </Answer>
    </>
  );
}
