import { useQuery } from '@tanstack/react-query';
import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useActOnUser, usersQuery } from './admin-queries.ts';
import { ClearanceChoice } from './clearance-choice.tsx';
import { UserActions } from './user-actions.tsx';
import { userColumns } from './user-columns.tsx';

interface UsersTableProps {
  regions: readonly { code: string; name: string }[];
  /** Id of whoever looks: nobody changes their own account here. */
  self: string;
  /** Word for the sign-in provider; null where there is none. */
  provider: string | null;
}

/** Every user with roles and region, and what can be done with the account. */
export function UsersTable({ regions, self, provider }: UsersTableProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useActOnUser();
  const regionNames = new Map(regions.map(({ code, name }) => [code, name]));
  return (
    <>
      {act.data ? (
        <Alert
          type="success"
          title={t('people.newPassword', { name: act.data.user.name })}
          description={<code className="one-time">{act.data.password}</code>}
        />
      ) : null}
      {act.error ? <ProblemMessage error={act.error} /> : null}
      <Answer query={useQuery(usersQuery())}>
        {({ items }) => (
          <Table
            rowKey="id"
            size="small"
            dataSource={items}
            scroll={{ x: true }}
            pagination={false}
            columns={[
              ...userColumns({ t, lang, regionNames, provider }),
              {
                title: t('label.clearance'),
                render: (_, user) => <ClearanceChoice user={user} own={user.id === self} />,
              },
              {
                title: t('people.act'),
                render: (_, user) =>
                  user.id === self ? null : (
                    <UserActions
                      user={user}
                      regions={regions}
                      provider={provider}
                      onAct={(verb) => act.mutate({ id: user.id, verb })}
                    />
                  ),
              },
            ]}
          />
        )}
      </Answer>
    </>
  );
}
