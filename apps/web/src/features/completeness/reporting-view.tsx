import type { Completeness } from '@dabiao/contract/completeness';
import { dayText } from '@dabiao/domain/day-text';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { completenessQuery, dueDatesQuery } from './queries.ts';
import { RegionProgress } from './region-progress.tsx';
import { readReportingFilter, readView, requiredOf, suitsMatrix } from './reporting.ts';
import { ReportingFilters } from './reporting-filters.tsx';
import { MarkKey } from './reporting-mark.tsx';
import { ReportingList, ReportingMatrix } from './reporting-matrix.tsx';
import { reportingSentence, restSentence } from './reporting-sentence.ts';

/** Cells that are loaded without being asked for. */
const AT_ONCE = 2000;

interface ReportingViewProps {
  years: readonly number[];
  regions: readonly { code: string; name: string }[];
  /** Where the reader looks at submissions. */
  way: '/review' | '/submit';
  /** Draws the due dates of a year. */
  dates: (year: number) => ReactNode;
}

/** Who has not reported: the sentence, the regions, every figure that is needed, the due dates. */
export function ReportingView({ years, regions, way, dates }: ReportingViewProps) {
  const { t } = useTranslation();
  const filter = readReportingFilter(useUrlState().params);
  const query = useInfiniteQuery(completenessQuery(filter));
  const first = query.data?.pages[0];
  if (!first) {
    return (
      <>
        <h1>{t('page.completeness')}</h1>
        {query.error ? (
          <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </>
    );
  }
  const { year, counts } = first;
  const needed = requiredOf(counts) > 0;
  const asked = regions.find(({ code }) => code === filter.region);
  const region = asked ? { name: asked.name, shown: first.regions.length } : null;
  const offered = years.includes(year) ? years : [year, ...years].toSorted((a, b) => b - a);
  return (
    <>
      <h1>{reportingSentence({ year, counts, region }, t)}</h1>
      <p className="reporting-due">
        {restSentence(counts, t)} <UsualDate year={year} />
      </p>
      {dates(year)}
      <ReportingFilters year={year} years={offered} regions={regions} />
      {needed ? (
        <>
          <RegionProgress regions={first.regions} year={year} />
          <Cells query={query} way={way} />
        </>
      ) : (
        <Empty title={t('reporting.nothingDueHint')} />
      )}
    </>
  );
}

/** The date that holds for all of a year; null while unknown and where there is none. */
function useUsualDate(year: number): { usual: string | null; others: number } | null {
  const { data } = useQuery(dueDatesQuery(year));
  if (!data) return null;
  const all = data.items.find(({ indicator, region }) => indicator === null && region === null);
  return { usual: all?.dueOn ?? null, others: data.items.length - (all ? 1 : 0) };
}

function UsualDate({ year }: { year: number }) {
  const { t } = useTranslation();
  const lang = useLang();
  const due = useUsualDate(year);
  if (!due) return null;
  return (
    <span>
      {due.usual === null ? t('reporting.noDueOn') : t('reporting.dueOn', { day: dayText(due.usual, lang) })}
      {due.others > 0 ? t('reporting.dueExceptions', { n: due.others }) : null}
    </span>
  );
}

interface CellsProps {
  query: UseInfiniteQueryResult<InfiniteData<Completeness>>;
  way: '/review' | '/submit';
}

function Cells({ query, way }: CellsProps) {
  const { t } = useTranslation();
  const { params } = useUrlState();
  const pages = query.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const { total = 0, year = 0 } = pages[0] ?? {};
  const usual = useUsualDate(year)?.usual ?? null;
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = query;
  const on = items.length < AT_ONCE && hasNextPage && !isFetchingNextPage && !error;
  useEffect(() => {
    if (on) void fetchNextPage();
  }, [on, fetchNextPage]);
  if (total === 0) return <Empty title={t('reporting.nothing')}>{t('reporting.nothingHint')}</Empty>;
  const view = readView(params);
  const asMatrix = view === 'matrix' || (view === 'auto' && suitsMatrix(items, total));
  const Table = asMatrix ? ReportingMatrix : ReportingList;
  return (
    <section aria-label={t(asMatrix ? 'reporting.matrix' : 'reporting.list')} className="reporting-cells">
      <MarkKey />
      <Table items={items} total={total} year={year} usual={usual} way={way} />
      {error ? <ProblemMessage error={error} onRetry={() => void fetchNextPage()} /> : null}
      {hasNextPage ? (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('reporting.more')}
        </button>
      ) : null}
    </section>
  );
}
