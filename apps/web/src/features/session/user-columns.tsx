import type { UserRow } from '@dabiao/contract/session';
import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import type { Lang } from '../../ui/url-state.ts';
import { momentText } from './moment-text.ts';
import { roleWord } from './role-words.ts';

interface ColumnWords {
  t: TFunction;
  lang: Lang;
  regionNames: ReadonlyMap<string, string>;
  /** Word for the sign-in provider; null where there is none. */
  provider: string | null;
}

const WIDE = ['sm' as const];

/** Columns of the users: side by side where there is room, one under the other on a phone. */
export function userColumns({ t, lang, regionNames, provider }: ColumnWords): TableColumnsType<UserRow> {
  const roles = (user: UserRow) => user.roles.map((role) => roleWord(role, lang)).join(lang === 'zh' ? '、' : ', ');
  const region = (user: UserRow) => (user.region === null ? '—' : (regionNames.get(user.region) ?? user.region));
  const state = ({ disabled, locked }: UserRow) =>
    t(disabled ? 'admin.disabled' : locked ? 'people.locked' : 'admin.enabled');
  const factor = ({ twoFactor }: UserRow) => t(twoFactor ? 'people.factorOn' : 'people.factorOff');
  const identity = (user: UserRow) => user.identity?.shown ?? user.identity?.subject ?? '—';
  const last = ({ lastSignInAt }: UserRow) => (lastSignInAt === null ? t('people.never') : momentText(lastSignInAt));
  const column = (title: string, text: (user: UserRow) => string) => ({
    title,
    responsive: WIDE,
    render: (_: unknown, user: UserRow) => text(user),
  });
  const wide = [
    column(t('session.name'), ({ name }) => name),
    column(t('admin.displayName'), ({ displayName }) => displayName),
    column(t('admin.roles'), roles),
    column(t('picker.region'), region),
    column(t('admin.state'), state),
    column(t('people.factor'), factor),
    ...(provider === null ? [] : [column(provider, identity)]),
    column(t('people.lastSignIn'), last),
    column(t('admin.since'), ({ createdAt }) => momentText(createdAt)),
  ];
  const narrow = {
    title: t('session.name'),
    responsive: ['xs' as const],
    render: (_: unknown, user: UserRow) => (
      <div className="user-card">
        <strong>{user.name}</strong> {user.displayName === user.name ? '' : user.displayName}
        <br />
        {[roles(user), user.region === null ? '' : region(user), state(user)].filter((part) => part !== '').join(' · ')}
        <br />
        <span className="note">
          {t('people.lastSignIn')} {last(user)}
        </span>
      </div>
    ),
  };
  return [narrow, ...wide];
}
