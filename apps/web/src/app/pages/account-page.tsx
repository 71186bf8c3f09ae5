import { scopesOf } from '@dabiao/contract/session';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { OtherSessions } from '../../features/session/other-sessions.tsx';
import { OwnIdentity } from '../../features/session/own-identity.tsx';
import { PasswordForm } from '../../features/session/password-form.tsx';
import { sessionQuery } from '../../features/session/queries.ts';
import { SecondFactor } from '../../features/session/second-factor.tsx';
import { Tokens } from '../../features/session/tokens.tsx';
import '../../features/session/session.css';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { usePageTitle } from '../../ui/page-title.ts';

/** Tokens, for those who may let a program do something. */
function OwnTokens({ roles }: { roles: readonly string[] }) {
  const scopes = scopesOf(roles);
  return scopes.length > 0 ? <Tokens scopes={scopes} /> : null;
}

/** `/account`: one's own password, second factor, sessions and tokens. */
export function AccountPage() {
  const { t } = useTranslation();
  usePageTitle(t('account.title'));
  return (
    <>
      <h1>{t('account.title')}</h1>
      <Answer query={useQuery(sessionQuery())} lines={4}>
        {({ user, workspace }) =>
          user ? (
            <div className="account">
              <SecondFactor user={user} />
              <section aria-labelledby="own-password" className="account__part">
                <h2 id="own-password">{t('account.password')}</h2>
                <PasswordForm name={user.name} rules={workspace.password} must={user.mustChangePassword} />
              </section>
              {workspace.provider ? <OwnIdentity user={user} label={workspace.provider.label} /> : null}
              <OtherSessions />
              <OwnTokens roles={user.roles} />
            </div>
          ) : (
            <Empty title={t('account.signIn')}>
              <KeepLink to="/sign-in" search={{ next: '/account' }} className="button">
                {t('session.signIn')}
              </KeepLink>
            </Empty>
          )
        }
      </Answer>
    </>
  );
}
