import type { UserRow } from '@dabiao/contract/session';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useSetIdentity } from './admin-queries.ts';

interface IdentityDialogProps {
  user: UserRow;
  label: string;
  onClose: () => void;
}

/** Which identity at the provider one account is tied to, by its number there. */
export function IdentityDialog({ user, label, onClose }: IdentityDialogProps) {
  const { t } = useTranslation();
  const [subject, setSubject] = useState(user.identity?.subject ?? '');
  const save = useSetIdentity();
  const set = (to: string | null) => save.mutate({ id: user.id, subject: to }, { onSuccess: onClose });
  return (
    <Modal
      open
      title={t('provider.identityOf', { name: user.name, label })}
      okText={t('people.save')}
      cancelText={t('people.no')}
      okButtonProps={{ disabled: subject.trim() === '' || subject === user.identity?.subject, loading: save.isPending }}
      onCancel={onClose}
      onOk={() => set(subject.trim())}
    >
      <label htmlFor="identity-subject">{t('provider.subject')}</label>
      <Input
        id="identity-subject"
        autoComplete="off"
        maxLength={255}
        value={subject}
        onChange={({ target }) => setSubject(target.value)}
      />
      <p className="note">{t('provider.subjectHint', { label })}</p>
      {user.identity ? (
        <Button danger type="link" disabled={save.isPending} onClick={() => set(null)}>
          {t('provider.unlink', { label })}
        </Button>
      ) : null}
      {save.error ? <ProblemMessage error={save.error} /> : null}
    </Modal>
  );
}
