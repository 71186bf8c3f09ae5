import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaMoment } from '../../ui/china-time.ts';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import {
  ASKED,
  isListed,
  type ListFilter,
  listSearch,
  narrows,
  readListFilter,
  STAGES,
  type Summary,
  stageOf,
} from './list-filter.ts';
import { reviewListQuery } from './queries.ts';
import { StageMark } from './stage-mark.tsx';

/** Submissions by where they stand, the waiting ones first of all; the URL holds the filter. */
export function ReviewList() {
  const { t } = useTranslation();
  const filter = readListFilter(useUrlState().params);
  const { data } = useInfiniteQuery(reviewListQuery(ASKED.submitted));
  const waiting = data?.pages[0]?.total;
  const title =
    waiting === undefined ? null : t(waiting === 0 ? 'review.nothingWaiting' : 'review.waiting', { n: waiting });
  return (
    <>
      <h1>{title ?? t('page.review')}</h1>
      <Filters filter={filter} />
      <Listed key={JSON.stringify(filter)} filter={filter} />
    </>
  );
}

function Filters({ filter }: { filter: ListFilter }) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  const kinds = (['file', 'rows', 'correction'] as const).map((kind) => ({
    value: kind as string,
    label: t(`review.kind.${kind}`),
  }));
  return (
    <search className="review-filters">
      <SelectField
        label={t('review.stageLabel')}
        value={filter.stage}
        options={STAGES.map((stage) => ({ value: stage, label: t(`review.stage.${stage}`) }))}
        onChange={(stage) => change({ stage: stage === 'submitted' ? null : stage })}
      />
      <SelectField
        label={t('review.kindLabel')}
        value={filter.kind ?? ''}
        options={[{ value: '', label: t('review.everyKind') }, ...kinds]}
        onChange={(kind) => change({ kind })}
      />
      <SearchField label={t('review.searchLabel')} />
    </search>
  );
}

function Listed({ filter }: { filter: ListFilter }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(reviewListQuery(ASKED[filter.stage]));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const seekOn = narrows(filter) && hasNextPage && !isFetchingNextPage && !error;
  useEffect(() => {
    if (seekOn) void fetchNextPage();
  }, [seekOn, fetchNextPage]);
  if (!data) return error ? <ProblemMessage error={error} onRetry={() => void query.refetch()} /> : <Skeleton />;
  const items = data.pages.flatMap((page) => page.items).filter((item) => isListed(item, filter));
  if (items.length === 0 && !hasNextPage) {
    const waiting = filter.stage === 'submitted' && filter.kind === null && filter.q === null;
    return (
      <Empty title={t(waiting ? 'review.nothingWaiting' : 'review.empty')}>
        {t(waiting ? 'review.emptyHint.submitted' : 'review.emptyHint.other')}
      </Empty>
    );
  }
  const stage = t(`review.stage.${filter.stage}`);
  const all = data.pages[0]?.total ?? items.length;
  return (
    <>
      <ListTable
        items={items}
        filter={filter}
        caption={
          narrows(filter) || !hasNextPage
            ? t('review.listed', { stage, n: items.length })
            : t('review.listedOf', { stage, n: items.length, all })
        }
      />
      {error ? <ProblemMessage error={error} onRetry={() => void fetchNextPage()} /> : null}
      {hasNextPage && !narrows(filter) ? (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('state.more')}
        </button>
      ) : null}
      {isFetchingNextPage ? <p role="status">{t('state.pending')}</p> : null}
    </>
  );
}

const NUMBERS = ['figures', 'errors', 'toConfirm'] as const;

interface ListTableProps {
  items: readonly Summary[];
  filter: ListFilter;
  caption: string;
}

function ListTable({ items, filter, caption }: ListTableProps) {
  const { t } = useTranslation();
  return (
    <table className="review-table review-list">
      <caption aria-live="polite">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('review.column.file')}</th>
          <th scope="col">{t('review.column.stage')}</th>
          <th scope="col">{t('review.column.maker')}</th>
          <th scope="col">{t('review.column.at')}</th>
          {NUMBERS.map((name) => (
            <th key={name} scope="col" className="number">
              {t(`review.column.${name}`)}
            </th>
          ))}
          <th scope="col">{t('review.column.release')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ListLine key={item.id} item={item} filter={filter} />
        ))}
      </tbody>
    </table>
  );
}

function ListLine({ item, filter }: { item: Summary; filter: ListFilter }) {
  const { t } = useTranslation();
  const release = item.releasedAt ?? item.releaseAt;
  return (
    <tr>
      <th scope="row">
        <KeepLink to="/review" search={{ ...listSearch(filter), submission: item.id }}>
          {item.fileName}
        </KeepLink>
        {item.regions.length > 0 ? <span className="note review-list__regions">{item.regions.join('、')}</span> : null}
        {item.kind === 'file' ? null : <span className="note"> {t(`review.kind.${item.kind}`)}</span>}
      </th>
      <td>
        <StageMark stage={stageOf(item)} />
      </td>
      <td data-label={t('review.column.maker')}>{item.createdBy}</td>
      <td data-label={t('review.column.at')}>{chinaMoment(item.createdAt)}</td>
      {NUMBERS.map((name) => (
        <td
          key={name}
          className={item[name] > 0 && name !== 'figures' ? `number review-list__${name}` : 'number'}
          data-label={t(`review.column.${name}`)}
        >
          {item[name]}
        </td>
      ))}
      <td data-label={t('review.column.release')} className={release ? undefined : 'review-list__none'}>
        {release ? chinaMoment(release) : '—'}
      </td>
    </tr>
  );
}
