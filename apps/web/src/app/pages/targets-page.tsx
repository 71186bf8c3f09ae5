import type { TargetRow } from '@dabiao/contract/target';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { overviewQuery } from '../../features/overview/queries.ts';
import { readListFilter } from '../../features/search/list-filter.ts';
import { ListFilters, TextFilter } from '../../features/search/list-filters.tsx';
import { ListedTargets } from '../../features/search/listed-targets.tsx';
import { useLoadedTargets } from '../../features/search/loaded-targets.ts';
import { useTyped } from '../../features/search/use-typed.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';

/** `/targets`: targets of every document, narrowed by what the URL says. */
export function TargetsPage() {
  const { t } = useTranslation();
  const { params, year } = useUrlState();
  const filter = useMemo(() => readListFilter(params), [params]);
  const { rows, total, error, retry } = useLoadedTargets(year);
  const [typed, setTyped] = useTyped('q');
  usePageTitle(filter.department ?? t('page.targets'));
  return (
    <>
      <h1>{filter.department ?? t('page.targets')}</h1>
      <search className="list-filters no-print">
        <TextFilter value={typed} onChange={setTyped} />
        <ListFilters rows={rows ?? NONE} filter={filter} regionNames={useRegionNames(filter.region, rows)} />
      </search>
      {rows ? (
        <ListedTargets rows={rows} total={total} filter={filter} text={typed} failed={error !== null} />
      ) : error ? null : (
        <Skeleton lines={10} />
      )}
      {error ? <ProblemMessage error={error} onRetry={retry} /> : null}
    </>
  );
}

const NONE: readonly TargetRow[] = [];

/** Names of all regions; asked for only where the address names one that no target is of. */
function useRegionNames(region: string | null, rows: readonly TargetRow[] = NONE): ReadonlyMap<string, string> {
  const unknown = region !== null && rows.length > 0 && rows.every((row) => row.region.code !== region);
  const { data } = useQuery({ ...overviewQuery(null, null), enabled: unknown });
  return useMemo(() => new Map(data?.regions.map(({ code, name }) => [code, name])), [data]);
}
