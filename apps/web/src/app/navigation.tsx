import type { SessionUser } from '@dabiao/contract/session';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { KeepLink } from '../ui/keep-link.tsx';

const PAGES = [
  { to: '/', key: 'overview' },
  { to: '/targets', key: 'targets' },
  { to: '/indicators', key: 'indicators' },
  { to: '/departments', key: 'departments' },
  { to: '/measures', key: 'measures' },
  { to: '/briefings', key: 'briefings' },
  { to: '/submit', key: 'submit' },
] as const;

const ADMIN = { to: '/admin', key: 'admin' } as const;

function isCurrent(to: string, pathname: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}

/** Name of the product and the way to its pages. */
export function Navigation({ user }: { user: SessionUser | null }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const administers = user?.roles.some((role) => role === 'security_admin' || role === 'auditor') ?? false;
  return (
    <>
      <KeepLink to="/" className="frame-head__name">
        {t('product')}
      </KeepLink>
      <nav aria-label={t('frame.navigation')}>
        <ul className="frame-nav">
          {[...PAGES, ...(administers ? [ADMIN] : [])].map(({ to, key }) => (
            <li key={to}>
              <KeepLink to={to} current={isCurrent(to, pathname)}>
                {t(`page.${key}`)}
              </KeepLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
