import type { SessionUser } from '@dabiao/contract/session';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { overviewQuery } from '../../features/overview/queries.ts';
import { AddUser } from '../../features/session/add-user.tsx';
import { AlarmList, AlarmTab } from '../../features/session/alarm-list.tsx';
import { AuditTable } from '../../features/session/audit-table.tsx';
import { LabelsTable } from '../../features/session/labels-table.tsx';
import { PolicyForm } from '../../features/session/policy-form.tsx';
import { sessionQuery } from '../../features/session/queries.ts';
import { SystemStatus } from '../../features/session/system-status.tsx';
import { UsersTable } from '../../features/session/users-table.tsx';
import '../../features/session/session.css';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { WorkbenchTheme } from './workbench-theme.tsx';

/** `/admin`: users for the security administrator, the record for the auditor. */
export function AdminPage() {
  const { t } = useTranslation();
  usePageTitle(t('page.admin'));
  return (
    <WorkbenchTheme>
      <h1>{t('page.admin')}</h1>
      <Answer query={useQuery(sessionQuery())} lines={3}>
        {({ user, workspace }) => <Sections user={user} provider={workspace.provider?.label ?? null} />}
      </Answer>
    </WorkbenchTheme>
  );
}

function Sections({ user, provider }: { user: SessionUser | null; provider: string | null }) {
  const { t } = useTranslation();
  const { params } = useUrlState();
  const items = [
    ...(user?.roles.includes('security_admin')
      ? [
          { key: 'users', label: t('admin.users'), children: <Users self={user.id} provider={provider} /> },
          { key: 'policy', label: t('policy.tab'), children: <PolicyForm /> },
          { key: 'labels', label: t('label.tab'), children: <LabelsTable /> },
        ]
      : []),
    ...(user?.roles.some((role) => role === 'security_admin' || role === 'auditor')
      ? [
          {
            key: 'alarms',
            label: <AlarmTab />,
            children: <AlarmList mayAct={user.roles.includes('security_admin')} />,
          },
        ]
      : []),
    ...(user?.roles.some((role) => role === 'system_admin' || role === 'security_admin')
      ? [
          {
            key: 'system',
            label: t('system.tab'),
            children: <SystemStatus mayBackUp={user.roles.includes('system_admin')} />,
          },
        ]
      : []),
    ...(user?.roles.includes('auditor') ? [{ key: 'audit', label: t('admin.audit'), children: <AuditTable /> }] : []),
  ];
  const first = items[0];
  if (!user) {
    return (
      <Empty title={t('admin.signIn')}>
        <KeepLink to="/sign-in" search={{ next: `/admin?${params}` }} className="button">
          {t('session.signIn')}
        </KeepLink>
      </Empty>
    );
  }
  if (!first) return <Empty title={t('admin.noRole')}>{t('admin.noRoleHint')}</Empty>;
  const asked = readText(params, 'tab');
  const active = items.find(({ key }) => key === asked) ?? first;
  return (
    <>
      <nav className="admin-nav" aria-label={t('page.admin')}>
        {items.map(({ key, label }) => (
          <KeepLink key={key} to="/admin" search={{ tab: key }} current={key === active.key}>
            {label}
          </KeepLink>
        ))}
      </nav>
      {active.children}
    </>
  );
}

function Users({ self, provider }: { self: string; provider: string | null }) {
  return (
    <Answer query={useQuery(overviewQuery(null, null))}>
      {({ regions }) => (
        <>
          <UsersTable regions={regions} self={self} provider={provider} />
          <AddUser regions={regions} />
        </>
      )}
    </Answer>
  );
}
