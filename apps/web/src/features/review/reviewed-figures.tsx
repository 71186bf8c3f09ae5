import type { Submission } from '@dabiao/contract/submission';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { CHANGES, type Change, readRowFilter, toEffectRow } from './effect-rows.ts';
import { EffectsTable } from './effects-table.tsx';
import { MoreRows, useRowsAtOnce } from './loading-rows.tsx';
import { figuresQuery } from './queries.ts';

/** The figures of a submission that is over, against what was published when they were read. */
export function ReviewedFigures({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(figuresQuery(submission.id, submission.revision));
  const rows = (query.data?.pages ?? []).flatMap((page) => page.items).map(toEffectRow);
  const { change, marked, q } = readRowFilter(useUrlState().params);
  useRowsAtOnce(query, rows.length, change !== null || marked || q !== null);
  const total = query.data?.pages[0]?.total ?? 0;
  const counts = Object.fromEntries(
    CHANGES.map((change) => [change, rows.filter((row) => row.change === change).length]),
  ) as Record<Change, number>;
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t('review.rowsOver')}</h2>
      {query.data ? (
        <EffectsTable
          rows={rows}
          total={total}
          counts={counts}
          problems={submission.problems}
          more={<MoreRows query={query} />}
        />
      ) : query.error ? (
        <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton />
      )}
    </section>
  );
}
