import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { localTime } from '../../ui/local-time.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { fileSize } from './file-size.ts';
import { briefingAddress, briefingsQuery } from './queries.ts';

/** Every kept briefing with its PDF, newest first. */
export function BriefingList() {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(briefingsQuery());
  if (!data) return error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('briefing.empty')}>{t('briefing.emptyHint')}</Empty>;
  return (
    <>
      <table className="briefing-list">
        <caption>{t('briefing.caption', { n: data.pages[0]?.total ?? items.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('briefing.title')}</th>
            <th scope="col">{t('briefing.document')}</th>
            <th scope="col">{t('how.year')}</th>
            <th scope="col">{t('briefing.madeAt')}</th>
            <th scope="col">PDF</th>
          </tr>
        </thead>
        <tbody>
          {items.map((briefing) => (
            <tr key={briefing.id}>
              <th scope="row">{briefing.title}</th>
              <td>
                {briefing.document ? (
                  <KeepLink to={`/documents/${briefing.document}`} search={{ year: briefing.year }}>
                    {briefing.documentTitle ?? briefing.document}
                  </KeepLink>
                ) : (
                  '—'
                )}
              </td>
              <td>{briefing.year}</td>
              <td>
                {localTime(briefing.createdAt)}
                {briefing.createdBy ? ` · ${briefing.createdBy}` : ''}
              </td>
              <td>
                <a href={briefingAddress(briefing.id)} download>
                  {t('briefing.download', { size: fileSize(briefing.bytes) })}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage ? (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('state.more')}
        </button>
      ) : null}
    </>
  );
}
