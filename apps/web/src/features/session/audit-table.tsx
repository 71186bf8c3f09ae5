import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { auditQuery } from './admin-queries.ts';
import { readAuditFilter } from './audit-filter.ts';
import { AuditSearch } from './audit-search.tsx';
import { momentText } from './moment-text.ts';

/** Who did what, newest first, with a search. */
export function AuditTable() {
  return (
    <>
      <AuditSearch />
      <Lines />
    </>
  );
}

function Lines() {
  const { t } = useTranslation();
  const { params } = useUrlState();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(readAuditFilter(params)),
  );
  if (!data) return error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  return (
    <>
      <p className="note">{t('auditSearch.found', { n: data.pages[0]?.total ?? 0 })}</p>
      <Table
        rowKey="seq"
        size="small"
        dataSource={data.pages.flatMap((page) => page.items)}
        scroll={{ x: 'max-content' }}
        pagination={false}
        locale={{ emptyText: t('admin.noAudit') }}
        columns={[
          { title: t('admin.at'), render: (_, { at }) => momentText(at) },
          { title: t('admin.user'), render: (_, { user }) => user ?? '—' },
          { title: t('admin.action'), dataIndex: 'action' },
          { title: t('admin.object'), render: (_, { object }) => object ?? '—' },
          { title: t('admin.outcome'), render: (_, { outcome }) => t(`admin.outcomeWord.${outcome}`) },
          { title: t('auditSearch.roles'), render: (_, { roles }) => roles ?? '—' },
          { title: t('admin.address'), render: (_, { address }) => address ?? '—' },
          { title: t('auditSearch.detail'), render: (_, { detail }) => <code>{detail ?? ''}</code> },
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
