import type { DueDates as DueDateList } from '@dabiao/contract/completeness';
import { dayText } from '@dabiao/domain/day-text';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { DueDateForm } from './due-date-form.tsx';
import { useSetDueDate } from './queries.ts';
import type { Named } from './reporting.ts';

type DueDate = DueDateList['items'][number];

interface DueDatesProps {
  dates: DueDateList;
  indicators: readonly Named[];
  regions: readonly Named[];
  /** Whether the reader may set them. */
  maySet: boolean;
}

/** The due dates of a year, and setting them. */
export function DueDates({ dates, indicators, regions, maySet }: DueDatesProps) {
  const { t } = useTranslation();
  const set = useSetDueDate();
  const scopeOf = ({ indicator, region }: Pick<DueDate, 'indicator' | 'region'>) =>
    t('reporting.scope', {
      indicator:
        indicator === null
          ? t('reporting.allIndicators')
          : (indicators.find(({ id }) => id === indicator)?.name ?? indicator),
      region: region === null ? t('reporting.allRegions') : (regions.find(({ id }) => id === region)?.name ?? region),
    });
  const remove = ({ indicator, region }: DueDate) =>
    set.mutate({
      year: dates.year,
      dueOn: null,
      ...(indicator === null ? {} : { indicator }),
      ...(region === null ? {} : { region }),
    });
  return (
    <details className="due-dates-fold">
      <summary>{t(maySet ? 'reporting.datesToSet' : 'reporting.dates')}</summary>
      {dates.items.length === 0 ? (
        <Empty title={t('reporting.datesEmpty', { year: dates.year })}>{t('reporting.datesEmptyHint')}</Empty>
      ) : (
        <DateTable dates={dates} scopeOf={scopeOf} onRemove={maySet ? remove : null} />
      )}
      {set.error ? <ProblemMessage error={set.error} /> : null}
      {maySet ? (
        <DueDateForm year={dates.year} indicators={indicators} regions={regions} scopeOf={scopeOf} set={set} />
      ) : null}
    </details>
  );
}

interface DateTableProps {
  dates: DueDateList;
  scopeOf: (due: DueDate) => string;
  onRemove: ((due: DueDate) => void) | null;
}

function DateTable({ dates, scopeOf, onRemove }: DateTableProps) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <table className="due-dates">
      <caption>{t('reporting.datesCaption', { year: dates.year })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reporting.datesColumn.scope')}</th>
          <th scope="col">{t('reporting.datesColumn.dueOn')}</th>
          <th scope="col">{t('reporting.datesColumn.setBy')}</th>
          {onRemove ? (
            <th scope="col">
              <span className="unseen">{t('reporting.remove')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {dates.items.map((due) => (
          <tr key={`${due.indicator}${due.region}`}>
            <th scope="row">{scopeOf(due)}</th>
            <td>{dayText(due.dueOn, lang)}</td>
            <td className="note">{due.setBy}</td>
            {onRemove ? (
              <td>
                <Popconfirm
                  title={t('reporting.removeLabel', { scope: scopeOf(due) })}
                  description={t('reporting.removeAsk')}
                  okText={t('reporting.remove')}
                  cancelText={t('reporting.keep')}
                  onConfirm={() => onRemove(due)}
                >
                  <Button size="small" aria-label={t('reporting.removeLabel', { scope: scopeOf(due) })}>
                    {t('reporting.remove')}
                  </Button>
                </Popconfirm>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
