import { Pagination } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { EffectLine } from './effect-line.tsx';
import {
  type Change,
  type EffectRow,
  type Problem,
  problemsByPlace,
  type RowFilter,
  readRowFilter,
  type Sort,
  siftRows,
} from './effect-rows.ts';
import { onOneSheet } from './place-text.ts';
import { RowToolbar } from './row-toolbar.tsx';

const PAGE = 50;

interface EffectsTableProps {
  /** Those that are here so far, and how many there are. */
  rows: readonly EffectRow[];
  total: number;
  counts: Readonly<Record<Change, number>>;
  problems: readonly Problem[];
  /** Offers to load more rows. */
  more: ReactNode;
}

/** Every figure, old → new, with its difference, marks and place: sifted, sorted and paged by the URL. */
export function EffectsTable({ rows, total, counts, problems, more }: EffectsTableProps) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const filter = readRowFilter(params);
  const problemsOf = problemsByPlace(problems.filter(({ severity }) => severity === 'warning'));
  const sifted = siftRows(rows, filter, problemsOf);
  const oneSheet = onOneSheet(rows);
  const last = Math.max(1, Math.ceil(sifted.length / PAGE));
  const page = Math.min(last, Math.max(1, Number(params.get('page')) || 1));
  const from = (page - 1) * PAGE;
  const shown = sifted.slice(from, from + PAGE);
  if (total === 0) return <Empty title={t('review.noFigures')} />;
  const range = { n: sifted.length, from: from + 1, to: from + shown.length };
  return (
    <>
      <RowToolbar filter={filter} counts={counts} />
      {rows.length < total ? (
        <div className="note review-loaded">
          <span>{t('review.loadedOf', { n: rows.length, all: total })}</span> {more}
        </div>
      ) : null}
      {shown.length === 0 ? (
        <Empty title={t('review.noRows')}>{t('review.noRowsHint')}</Empty>
      ) : (
        <table className="review-table effects">
          <caption aria-live="polite">
            {sifted.length === rows.length
              ? t('review.caption', range)
              : t('review.captionSifted', { ...range, all: rows.length })}
          </caption>
          <Head filter={filter} />
          <tbody>
            {shown.map((row) => (
              <EffectLine key={row.id} row={row} problems={problemsOf(row)} oneSheet={oneSheet} />
            ))}
          </tbody>
        </table>
      )}
      {sifted.length > PAGE ? (
        <Pagination
          className="review-pages"
          current={page}
          pageSize={PAGE}
          total={sifted.length}
          showSizeChanger={false}
          onChange={(next) => change({ page: next === 1 ? null : next })}
        />
      ) : null}
      <p className="note">{t('review.largeNote')}</p>
    </>
  );
}

const COLUMNS: readonly {
  name: 'indicator' | 'year' | 'before' | 'after' | 'difference' | 'relative' | 'place';
  sort?: Sort;
  number?: true;
}[] = [
  { name: 'indicator', sort: 'indicator' },
  { name: 'year', sort: 'year' },
  { name: 'before', number: true },
  { name: 'after', number: true },
  { name: 'difference', number: true },
  { name: 'relative', number: true, sort: 'difference' },
  { name: 'place', sort: 'place' },
];

function Head({ filter }: { filter: RowFilter }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {COLUMNS.map(({ name, sort, number }) => (
          <th
            key={name}
            scope="col"
            className={number ? 'number' : undefined}
            aria-sort={sort === filter.sort ? (filter.down ? 'descending' : 'ascending') : undefined}
          >
            {sort === undefined ? (
              t(`review.rowColumn.${name}`)
            ) : (
              <SortButton name={name} sort={sort} filter={filter} />
            )}
          </th>
        ))}
        <th scope="col">
          <span className="unseen">{t('review.rowColumn.history')}</span>
        </th>
      </tr>
    </thead>
  );
}

interface SortButtonProps {
  name: 'indicator' | 'year' | 'before' | 'after' | 'difference' | 'relative' | 'place';
  sort: Sort;
  filter: RowFilter;
}

/** Up, down, and back to the server's order; the size of a change goes down first. */
function SortButton({ name, sort, filter }: SortButtonProps) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  const here = filter.sort === sort;
  const first = sort === 'difference' ? `-${sort}` : sort;
  const second = sort === 'difference' ? sort : `-${sort}`;
  const isFirst = here && filter.down === first.startsWith('-');
  return (
    <button
      type="button"
      className="sort-button"
      onClick={() => change({ sort: here ? (isFirst ? second : null) : first, page: null })}
    >
      {t(`review.rowColumn.${name}`)}
      <span aria-hidden="true">{here ? (filter.down ? '↓' : '↑') : '↕'}</span>
    </button>
  );
}
