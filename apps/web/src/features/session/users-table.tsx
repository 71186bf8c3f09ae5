import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { useLang } from '../../ui/lang.ts';
import { localTime } from '../../ui/local-time.ts';
import { usersQuery } from './admin-queries.ts';
import { roleWord } from './role-words.ts';

/** Every user with roles and region. */
export function UsersTable({ regionNames }: { regionNames: ReadonlyMap<string, string> }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <Answer query={useQuery(usersQuery())}>
      {({ items }) => (
        <Table
          rowKey="id"
          size="small"
          dataSource={items}
          scroll={{ x: 'max-content' }}
          pagination={false}
          columns={[
            { title: t('session.name'), dataIndex: 'name' },
            { title: t('admin.displayName'), dataIndex: 'displayName' },
            {
              title: t('admin.roles'),
              render: (_, { roles }) => roles.map((role) => roleWord(role, lang)).join(lang === 'zh' ? '、' : ', '),
            },
            {
              title: t('picker.region'),
              render: (_, { region }) => (region === null ? '—' : (regionNames.get(region) ?? region)),
            },
            { title: t('admin.state'), render: (_, { disabled }) => t(disabled ? 'admin.disabled' : 'admin.enabled') },
            { title: t('admin.since'), render: (_, { createdAt }) => localTime(createdAt) },
          ]}
        />
      )}
    </Answer>
  );
}
