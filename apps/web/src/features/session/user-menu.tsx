import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { KeepLink } from '../../ui/keep-link.tsx';
import { sessionQuery, useSignOut } from './queries.ts';

/** The signed-in person's name with signing out, or the way to sign in. */
export function UserMenu() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const { data } = useQuery(sessionQuery());
  const signOut = useSignOut();
  const user = data?.user;
  if (!user) {
    return (
      <KeepLink to="/sign-in" search={pathname === '/sign-in' ? {} : { next: pathname + search }}>
        {t('session.signIn')}
      </KeepLink>
    );
  }
  return (
    <span className="user-menu">
      <KeepLink to="/account" className="user-menu__name">
        {user.displayName}
        {user.regionName ? ` · ${user.regionName}` : ''}
      </KeepLink>
      <button type="button" className="link-button" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        {t('session.signOut')}
      </button>
    </span>
  );
}
