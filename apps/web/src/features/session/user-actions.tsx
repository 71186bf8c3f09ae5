import type { UserRow } from '@dabiao/contract/session';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountVerb } from './admin-queries.ts';
import { RolesDialog } from './roles-dialog.tsx';

interface UserActionsProps {
  user: UserRow;
  regions: readonly { code: string; name: string }[];
  onAct: (verb: AccountVerb) => void;
}

/** What fits the state of an account. */
function verbsFor({ disabled, locked, twoFactor }: UserRow): AccountVerb[] {
  return [
    ...(locked ? (['unlock'] as const) : []),
    'password',
    ...(twoFactor ? (['remove-code'] as const) : []),
    disabled ? 'enable' : 'disable',
  ];
}

/** What the security administrator can do with one account; each is asked about once more. */
export function UserActions({ user, regions, onAct }: UserActionsProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <Space size={0} wrap>
      <Button type="link" size="small" onClick={() => setEditing(true)}>
        {t('people.roles')}
      </Button>
      {verbsFor(user).map((verb) => (
        <Popconfirm
          key={verb}
          title={t('people.sure', { name: user.name, what: t(`people.${verb}`) })}
          okText={t('people.yes')}
          cancelText={t('people.no')}
          onConfirm={() => onAct(verb)}
        >
          <Button type="link" size="small">
            {t(`people.${verb}`)}
          </Button>
        </Popconfirm>
      ))}
      {editing ? <RolesDialog user={user} regions={regions} onClose={() => setEditing(false)} /> : null}
    </Space>
  );
}
