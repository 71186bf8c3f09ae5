import type { IndicatorDetail } from '@dabiao/contract/indicator';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { shownUnit } from '@dabiao/domain/number-text';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { useLang } from '../../ui/lang.ts';
import { figureText } from '../../ui/value-text.ts';
import { toRegionYears } from './region-years.ts';

/** Figures of all regions in one table, newest year first. */
export function RegionTable({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { regions, rows } = toRegionYears(detail);
  if (rows.length === 0) return <Empty title={t('figure.empty')}>{t('figure.emptyHint')}</Empty>;
  return (
    <div className="wide">
      <table className="region-table">
        <caption>
          {t('indicator.figuresCaption', {
            unit: shownUnit(detail.indicator.unit, lang),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('how.year')}</th>
            {regions.map(({ code, name }) => (
              <th key={code} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, cells }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {cells.map((figure, index) => (
                <td key={regions[index]?.code} className="number">
                  {figure ? (
                    <>
                      {figureText(figure, detail.indicator.unit, lang, figure.note)}
                      <span className="note"> {FIGURE_STATUS_WORDS[figure.status][lang]}</span>
                    </>
                  ) : (
                    '—'
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
