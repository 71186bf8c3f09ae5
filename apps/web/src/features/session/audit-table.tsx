import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { localTime } from '../../ui/local-time.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { auditQuery } from './admin-queries.ts';

/** Who did what, newest first. */
export function AuditTable() {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(auditQuery());
  if (!data) return error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  return (
    <>
      <Table
        rowKey="seq"
        size="small"
        dataSource={data.pages.flatMap((page) => page.items)}
        scroll={{ x: 'max-content' }}
        pagination={false}
        locale={{ emptyText: t('admin.noAudit') }}
        columns={[
          { title: t('admin.at'), render: (_, { at }) => localTime(at) },
          { title: t('admin.user'), render: (_, { user }) => user ?? '—' },
          { title: t('admin.action'), dataIndex: 'action' },
          { title: t('admin.object'), render: (_, { object }) => object ?? '—' },
          { title: t('admin.outcome'), render: (_, { outcome }) => t(`admin.outcomeWord.${outcome}`) },
          { title: t('admin.address'), render: (_, { address }) => address ?? '—' },
        ]}
      />
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('state.more')}
        </Button>
      ) : null}
    </>
  );
}
