import type { SubmissionsPage } from '@dabiao/contract/submission';
import { formatNumber } from '@dabiao/domain/number-text';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chinaMoment } from '../../ui/china-time.ts';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { submissionsQuery } from './queries.ts';

type Summary = SubmissionsPage['items'][number];

/** Shape of each state beside its word. */
const SHAPES = { draft: '○', submitted: '◐', approved: '●', returned: '↩', withdrawn: '—' } as const;

/** Earlier submissions, each opened by its link. */
export function History() {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(submissionsQuery());
  if (!data) return error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('submit.noneYet')}>{t('submit.noneYetHint')}</Empty>;
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
            <Row key={item.id} item={item} />
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

function Row({ item }: { item: Summary }) {
  const { t } = useTranslation();
  const { id, fileName, state, releasedAt, releaseAt, figures, errors, createdAt, createdBy } = item;
  const waits = state === 'approved' && releasedAt === null;
  const word = waits
    ? t('submit.stateWord.scheduled', { time: releaseAt === null ? '' : chinaMoment(releaseAt) })
    : t(`submit.stateWord.${state}`);
  return (
    <tr>
      <th scope="row">
        <KeepLink to="/submit" search={{ submission: id }}>
          {fileName}
        </KeepLink>
      </th>
      <td>
        <span aria-hidden="true">{waits ? '◔' : SHAPES[state]}</span> {word}
      </td>
      <td className="number" data-label={t('submit.rowsShort')}>
        {formatNumber(figures, 0)}
      </td>
      <td className="number" data-label={t('submit.errorsShort')}>
        {errors}
      </td>
      <td className="note">
        {chinaMoment(createdAt)} {createdBy}
      </td>
    </tr>
  );
}
