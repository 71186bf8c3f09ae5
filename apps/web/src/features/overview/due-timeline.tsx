import type { Overview } from '@dabiao/contract/overview';
import { useTranslation } from 'react-i18next';

const RADIUS = { least: 5, most: 20 };

/** Milestones ahead: one disc a year, its area as large as their number. Equal steps for equal years. */
export function DueTimeline({ dueDates }: { dueDates: Overview['dueDates'] }) {
  const { t } = useTranslation();
  const first = Math.min(...dueDates.map(({ year }) => year));
  const last = Math.max(...dueDates.map(({ year }) => year));
  const most = Math.max(...dueDates.map(({ count }) => count));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <ol className="due-timeline">
      {years.map((year) => {
        const count = dueDates.find((due) => due.year === year)?.count ?? 0;
        const radius = Math.max(RADIUS.least, RADIUS.most * Math.sqrt(count / most));
        return (
          <li key={year}>
            <span className="due-timeline__disc">
              {count > 0 ? <i style={{ width: 2 * radius, height: 2 * radius }} /> : null}
            </span>
            <b>{year}</b>
            <span className="note">{t('overview.items', { n: count })}</span>
          </li>
        );
      })}
    </ol>
  );
}
