import type { TargetRow } from '@dabiao/contract/target';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { VerdictBar } from '../../ui/verdict-bar.tsx';
import { countByVerdict, filterRows, type ListFilter, searchRows } from './list-filter.ts';
import { LongTargetTable } from './long-target-table.tsx';
import { foundTargetsQuery } from './queries.ts';
import { usePreparedSearch } from './use-prepared-search.ts';
import { useSettled } from './use-settled.ts';
import './target-list.css';

/** Milliseconds without a key before the server is asked what a text means by pinyin. */
const PAUSE = 120;

interface ListedTargetsProps {
  rows: readonly TargetRow[];
  total: number;
  filter: ListFilter;
  text: string;
  /** Whether the rows still missing could not be had. */
  failed: boolean;
}

/** The rows that pass, how they stand, and how far the list has come. The field never waits for the rows. */
export function ListedTargets({ rows, total, filter, text, failed }: ListedTargetsProps) {
  const { t } = useTranslation();
  usePreparedSearch(rows);
  const wanted = useDeferredValue(text);
  const settled = useSettled(text.trim(), PAUSE);
  const found = useQuery(foundTargetsQuery(settled === '' ? null : settled));
  const passed = useMemo(() => filterRows(rows, filter), [rows, filter]);
  const ids = settled === wanted.trim() ? found.data : undefined;
  const shown = useMemo(() => searchRows(passed, wanted, ids ?? null), [passed, wanted, ids]);
  const counts = useMemo(() => countByVerdict(shown), [shown]);
  const whole = rows.length >= total;
  const all = whole && shown.length === rows.length;
  const awaited = !whole && !failed;
  const asking = settled !== text.trim() || found.isFetching;
  if (shown.length === 0) return awaited || asking ? <Skeleton lines={6} /> : <NothingListed total={total} />;
  return (
    <>
      <div className="list-stand">
        <VerdictBar counts={counts} />
      </div>
      <LongTargetTable
        caption={
          <>
            {t(all ? 'target.listed' : 'list.part', { n: shown.length, all: total })}
            {awaited ? (
              <progress
                className="list-progress no-print"
                value={rows.length}
                max={total}
                aria-label={t('list.progress')}
              />
            ) : null}
          </>
        }
        rows={shown}
        awaited={whole ? shown.length : total}
      />
    </>
  );
}

/** No target passes, or there is none at all. */
function NothingListed({ total }: { total: number }) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  if (total === 0) return <Empty title={t('list.empty')}>{t('list.emptyHint')}</Empty>;
  return (
    <Empty title={t('filter.nothing')}>
      <p>{t('filter.nothingHint')}</p>
      <button type="button" className="button" onClick={() => change(NO_FILTER)}>
        {t('filter.reset')}
      </button>
    </Empty>
  );
}

const NO_FILTER = { q: null, verdict: null, document: null, region: null, department: null, kind: null, due: null };
