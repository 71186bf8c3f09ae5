import type { SubmittedFigure } from '@dabiao/contract/submission';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { formatNumber, formatValue } from '@dabiao/domain/number-text';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { differenceText } from './difference.ts';
import { submittedFiguresQuery } from './queries.ts';

interface FiguresListProps {
  id: string;
  /** Leads to the cell a figure was read from; absent where there is no sheet. */
  onJump?: (figure: SubmittedFigure) => void;
}

/** The figures that were read: published value → new value, and the difference; a hundred at a time. */
export function FiguresList({ id, onJump }: FiguresListProps) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    submittedFiguresQuery(id),
  );
  if (!data) return error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />;
  const figures = data.pages.flatMap(({ items }) => items);
  const total = data.pages[0]?.total ?? 0;
  if (figures.length === 0) return <Empty title={t('submit.noRows')}>{t('submit.noRowsHint')}</Empty>;
  return (
    <>
      <table className="read-figures">
        <caption>
          {t('submit.rowsShown', { shown: formatNumber(figures.length, 0), total: formatNumber(total, 0) })}
        </caption>
        <Head />
        <tbody>
          {figures.map((figure) => (
            <Row key={figure.id} figure={figure} {...(onJump ? { onJump } : {})} />
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

function Head() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('submit.column.indicator')}</th>
        <th scope="col">{t('submit.column.region')}</th>
        <th scope="col">{t('how.year')}</th>
        <th scope="col" className="number">
          {t('submit.column.earlier')}
        </th>
        <th scope="col" className="number">
          {t('submit.column.new')}
        </th>
        <th scope="col" className="number">
          {t('submit.column.difference')}
        </th>
        <th scope="col">{t('figure.status')}</th>
        <th scope="col">{t('submit.column.place')}</th>
      </tr>
    </thead>
  );
}

function Row({ figure, onJump }: { figure: SubmittedFigure; onJump?: (figure: SubmittedFigure) => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { earlier, value, decimals, unit, status, withdrawn } = figure;
  return (
    <tr>
      <th scope="row">{figure.indicatorName}</th>
      <td>{figure.regionName}</td>
      <td>{figure.year}</td>
      <td className="number" data-label={t('submit.column.earlier')}>
        {earlier ? formatValue(earlier.value, earlier.decimals, unit, lang) : '—'}
      </td>
      <td className="number" data-label={t('submit.column.new')}>
        <b>{withdrawn ? t('figure.withdrawn') : formatValue(value, decimals, unit, lang)}</b>
      </td>
      <td className="number" data-label={t('submit.column.difference')}>
        {differenceText(figure, lang) ?? t('submit.firstFigure')}
      </td>
      <td>{FIGURE_STATUS_WORDS[status][lang]}</td>
      <td className="note">
        <Place figure={figure} {...(onJump ? { onJump } : {})} />
      </td>
    </tr>
  );
}

function Place({ figure, onJump }: { figure: SubmittedFigure; onJump?: (figure: SubmittedFigure) => void }) {
  const { t } = useTranslation();
  const { sheet, cell, raw, rawUnit } = figure;
  const place = `${sheet}!${cell}`;
  return (
    <>
      {onJump ? (
        <button type="button" className="link-button" onClick={() => onJump(figure)}>
          {place}
        </button>
      ) : (
        place
      )}{' '}
      {t('submit.asWritten', { raw: `${raw}${rawUnit ?? ''}` })}
    </>
  );
}
