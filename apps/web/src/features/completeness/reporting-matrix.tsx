import type { ReportingCell } from '@dabiao/contract/completeness';
import { unitName } from '@dabiao/domain/number-text';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { toMatrix } from './reporting.ts';
import { CellLinks, DueText } from './reporting-cell.tsx';
import { ReportingMark } from './reporting-mark.tsx';

interface ReportingTableProps {
  items: readonly ReportingCell[];
  total: number;
  year: number;
  /** The date that holds for all; only others are written into the cells. */
  usual: string | null;
  way: '/review' | '/submit';
}

/** Indicators × regions, each cell with its state as shape and word. */
export function ReportingMatrix({ items, year, usual, way }: ReportingTableProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const { regions, rows } = toMatrix(items);
  return (
    <table className="reporting-matrix">
      <caption aria-live="polite">{t('reporting.matrixCaption', { n: items.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reporting.column.indicator')}</th>
          {regions.map(({ code, name }) => (
            <th key={code} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ indicator, name, unit, cells }) => (
          <tr key={indicator}>
            <th scope="row">
              {name} <span className="unit">{unitName(unit, lang)}</span>
            </th>
            {cells.map((cell, index) =>
              cell === null ? (
                <td key={regions[index]?.code} className="reporting-matrix__none" />
              ) : (
                <td key={cell.id} data-label={cell.regionName}>
                  <ReportingMark state={cell.state} overdue={cell.overdue} />
                  {cell.state === 'released' || cell.dueOn === usual ? null : <DueText cell={cell} />}
                  <CellLinks cell={cell} year={year} way={way} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One figure a line, for many of them. */
export function ReportingList({ items, total, year, way }: ReportingTableProps) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <table className="reporting-list">
      <caption aria-live="polite">
        {items.length === total
          ? t('reporting.listCaption', { n: total })
          : t('reporting.listCaptionOf', { n: items.length, all: total })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('reporting.column.indicator')}</th>
          <th scope="col">{t('reporting.column.region')}</th>
          <th scope="col">{t('reporting.column.state')}</th>
          <th scope="col">{t('reporting.column.dueOn')}</th>
          <th scope="col">{t('reporting.column.detail')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((cell) => (
          <tr key={cell.id}>
            <th scope="row">
              {cell.indicatorName} <span className="unit">{unitName(cell.unit, lang)}</span>
              {cell.inherited ? <span className="note reporting-list__note">{t('reporting.inherited')}</span> : null}
            </th>
            <td>{cell.regionName}</td>
            <td>
              <ReportingMark state={cell.state} overdue={cell.overdue} />
            </td>
            <td data-label={t('reporting.column.dueOn')}>
              <DueText cell={cell} />
            </td>
            <td className="reporting-list__detail">
              <CellLinks cell={cell} year={year} way={way} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
