import type { SessionUser } from '@dabiao/contract/session';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { KeepLink } from '../ui/keep-link.tsx';

const PAGES = [
  { to: '/', key: 'overview' },
  { to: '/targets', key: 'targets' },
  { to: '/indicators', key: 'indicators' },
  { to: '/departments', key: 'departments' },
  { to: '/compare', key: 'compare' },
  { to: '/measures', key: 'measures' },
  { to: '/briefings', key: 'briefings' },
  { to: '/submit', key: 'submit' },
] as const;

const COMPLETENESS = { to: '/completeness', key: 'completeness' } as const;
const READ = { to: '/read', key: 'read' } as const;
const REVIEW = { to: '/review', key: 'review' } as const;
const ADMIN = { to: '/admin', key: 'admin' } as const;

/** The pages of those who work here, by what they may do. */
function workPages(roles: SessionUser['roles']) {
  const any = (...wanted: SessionUser['roles']) => wanted.some((role) => roles.includes(role));
  return [
    ...(any('statistician', 'reviewer', 'viewer', 'system_admin') ? [COMPLETENESS] : []),
    ...(any('statistician', 'reviewer') ? [READ] : []),
    ...(any('reviewer') ? [REVIEW] : []),
    ...(any('system_admin', 'security_admin', 'auditor') ? [ADMIN] : []),
  ];
}

function isCurrent(to: string, pathname: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}

/** Name of the product and the way to its pages. */
export function Navigation({ user }: { user: SessionUser | null }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <>
      <KeepLink to="/" className="frame-head__name">
        {t('product')}
      </KeepLink>
      <nav aria-label={t('frame.navigation')}>
        <ul className="frame-nav">
          {[...PAGES, ...workPages(user?.roles ?? [])].map(({ to, key }) => (
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
