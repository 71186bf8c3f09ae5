import type { ReportingCell } from '@dabiao/contract/completeness';
import { dayText } from '@dabiao/domain/day-text';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';

interface CellLinksProps {
  cell: ReportingCell;
  year: number;
  /** Where the reader looks at submissions. */
  way: '/review' | '/submit';
}

/** The way to what there is of a figure: its history, the submission it is in. */
export function CellLinks({ cell, year, way }: CellLinksProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const { figure, submission, indicator, region } = cell;
  const name = `${cell.regionName} ${cell.indicatorName}`;
  return (
    <>
      {figure ? (
        <KeepLink
          to={`/figures/${encodeURIComponent(indicator)}/${region}/${year}`}
          className="reporting-link"
          label={`${name} ${t('reporting.openHistory', { status: FIGURE_STATUS_WORDS[figure.status][lang], version: figure.version })}`}
        >
          {t('reporting.openHistory', { status: FIGURE_STATUS_WORDS[figure.status][lang], version: figure.version })}
        </KeepLink>
      ) : null}
      {cell.pending ? (
        <span className="note">{t('reporting.pending', { state: t(`reporting.word.${cell.pending}`) })}</span>
      ) : null}
      {submission ? (
        <KeepLink
          to={way}
          search={{ submission }}
          className="reporting-link"
          label={`${t('reporting.openSubmission')} ${name}`}
        >
          {t('reporting.openSubmission')}
        </KeepLink>
      ) : null}
    </>
  );
}

/** The last day for a figure. */
export function DueText({ cell }: { cell: ReportingCell }) {
  const { t } = useTranslation();
  const lang = useLang();
  if (cell.dueOn === null) return <span className="note">{t('reporting.noDue')}</span>;
  return <span className="note">{t('reporting.due', { day: dayText(cell.dueOn, lang) })}</span>;
}
