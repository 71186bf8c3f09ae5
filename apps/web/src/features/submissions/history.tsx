import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { localTime } from '../../ui/local-time.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { submissionsQuery } from './queries.ts';

/** Earlier submissions, each opened by its link. */
export function History() {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(submissionsQuery());
  if (!data) return error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('submit.noneYet')} />;
  return (
    <>
      <table className="history">
        <caption className="unseen">{t('submit.earlierOnes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('submit.file')}</th>
            <th scope="col">{t('submit.state')}</th>
            <th scope="col" className="number">
              {t('submit.rowsShort')}
            </th>
            <th scope="col" className="number">
              {t('submit.errorsShort')}
            </th>
            <th scope="col">{t('submit.when')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <KeepLink to="/submit" search={{ submission: item.id }}>
                  {item.fileName}
                </KeepLink>
              </th>
              <td>{t(`submit.stateWord.${item.state}`)}</td>
              <td className="number" data-label={t('submit.rowsShort')}>
                {item.figures}
              </td>
              <td className="number" data-label={t('submit.errorsShort')}>
                {item.errors}
              </td>
              <td className="note">
                {localTime(item.createdAt)} {item.createdBy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('state.more')}
        </Button>
      ) : null}
    </>
  );
}
