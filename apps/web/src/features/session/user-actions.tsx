import type { UserRow } from '@dabiao/contract/session';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountVerb } from './admin-queries.ts';
import { IdentityDialog } from './identity-dialog.tsx';
import { RolesDialog } from './roles-dialog.tsx';

interface UserActionsProps {
  user: UserRow;
  regions: readonly { code: string; name: string }[];
  /** Word for the sign-in provider; null where there is none. */
  provider: string | null;
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
export function UserActions({ user, regions, provider, onAct }: UserActionsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'roles' | 'identity' | null>(null);
  const close = () => setOpen(null);
  return (
    <Space size={0} wrap>
      <Button type="link" size="small" onClick={() => setOpen('roles')}>
        {t('people.roles')}
      </Button>
      {provider === null ? null : (
        <Button type="link" size="small" onClick={() => setOpen('identity')}>
          {t('provider.identity')}
        </Button>
      )}
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
      {open === 'roles' ? <RolesDialog user={user} regions={regions} onClose={close} /> : null}
      {open === 'identity' && provider !== null ? (
        <IdentityDialog user={user} label={provider} onClose={close} />
      ) : null}
    </Space>
  );
}
