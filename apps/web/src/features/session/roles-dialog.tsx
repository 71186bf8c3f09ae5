import { ROLES, type Role, type UserRow } from '@dabiao/contract/session';
import { Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useSetRoles } from './admin-queries.ts';
import { ExcludedNote } from './excluded-note.tsx';
import { excludedRoles } from './excluded-roles.ts';
import { roleWord } from './role-words.ts';

interface RolesDialogProps {
  user: UserRow;
  regions: readonly { code: string; name: string }[];
  onClose: () => void;
}

/** Other roles, and another region, for one user. */
export function RolesDialog({ user, regions, onClose }: RolesDialogProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const [roles, setRoles] = useState<Role[]>(user.roles);
  const [region, setRegion] = useState(user.region);
  const save = useSetRoles();
  const barred = excludedRoles(roles);
  const missing = roles.length === 0 || (roles.includes('statistician') && region === null);
  return (
    <Modal
      open
      title={t('people.rolesOf', { name: user.name })}
      okText={t('people.save')}
      cancelText={t('people.no')}
      okButtonProps={{ disabled: missing, loading: save.isPending }}
      onCancel={onClose}
      onOk={() => save.mutate({ id: user.id, roles, region }, { onSuccess: onClose })}
    >
      <Checkbox.Group
        aria-label={t('admin.roles')}
        value={roles}
        onChange={(chosen) => setRoles(ROLES.filter((role) => chosen.includes(role)))}
        options={ROLES.map((role) => ({ value: role, label: roleWord(role, lang), disabled: barred.has(role) }))}
      />
      <ExcludedNote barred={barred} />
      <p className="note">{t('admin.regionHint')}</p>
      <Select
        aria-label={t('picker.region')}
        style={{ width: '100%' }}
        allowClear
        value={region}
        onChange={(code: string | undefined) => setRegion(code ?? null)}
        options={regions.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {save.error ? <ProblemMessage error={save.error} /> : null}
    </Modal>
  );
}
