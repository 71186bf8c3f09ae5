import type { UserRow } from '@dabiao/contract/session';
import { LABEL_WORDS, LABELS, type Label } from '@dabiao/domain/label';
import { Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { useSetClearance } from './admin-queries.ts';

/** The highest label a user may read; another one is asked about once more. Nobody gives it to themselves. */
export function ClearanceChoice({ user, own }: { user: UserRow; own: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [wanted, setWanted] = useState<Label | null>(null);
  const set = useSetClearance();
  if (own) return <span title={t('label.own')}>{LABEL_WORDS[user.clearance][lang]}</span>;
  const end = () => setWanted(null);
  return (
    <Popconfirm
      open={wanted !== null}
      title={t('label.clearanceOf', { name: user.name, label: LABEL_WORDS[wanted ?? user.clearance][lang] })}
      okText={t('people.yes')}
      cancelText={t('people.no')}
      onCancel={end}
      onConfirm={() => {
        if (wanted) set.mutate({ id: user.id, clearance: wanted });
        end();
      }}
    >
      <Select
        size="small"
        aria-label={`${t('label.clearance')} ${user.name}`}
        value={user.clearance}
        onChange={setWanted}
        options={LABELS.map((label) => ({ value: label, label: LABEL_WORDS[label][lang] }))}
      />
    </Popconfirm>
  );
}
