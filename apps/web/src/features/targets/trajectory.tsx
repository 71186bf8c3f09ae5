import { toTrajectoryOption } from '@dabiao/charts/trajectory';
import { heightFor, pathByYear } from '@dabiao/charts/trajectory-frame';
import type { TrajectorySeries } from '@dabiao/charts/trajectory-series';
import type { TargetDetail } from '@dabiao/contract/target';

import { decimalsOf } from '@dabiao/domain/decimal';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { formatValue, type Lang } from '@dabiao/domain/number-text';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../ui/chart.tsx';
import { useLang } from '../../ui/lang.ts';
import { useThemeName } from '../../ui/theme-name.ts';
import { computedText, demandAmount, figureText } from '../../ui/value-text.ts';
import { trajectoryOf } from './trajectory-of.ts';
import type { Trial } from './trial.ts';

const COMPACT_BELOW = 560;

interface TrajectoryProps {
  detail: TargetDetail;
  label: string;
  /** A figure tried out, drawn beside the published ones. */
  trial?: Trial | null;
}

/** The large chart of a target. `label` is said instead of it. */
export function Trajectory({ detail, label, trial = null }: TrajectoryProps) {
  const lang = useLang();
  const theme = useThemeName();
  const series = useMemo(() => trajectoryOf(detail, trial), [detail, trial]);
  const option = useCallback(
    (width: number) => toTrajectoryOption(series, { lang, theme, width, compact: width < COMPACT_BELOW }),
    [series, lang, theme],
  );
  return <Chart option={option} heightFor={heightFor} label={label} />;
}

/** 58.2%（55.1%—61.3%）: the forecast of a year with its 80 % interval; empty where there is none. */
function forecastText({ forecast = [], points, unit }: TrajectorySeries, year: number, lang: Lang): string {
  const found = forecast.find((each) => each.year === year);
  if (!found) return '';
  const decimals = Math.max(0, ...points.map((point) => point.decimals));
  const [value, low, high] = [found.value, found.low80, found.high80].map((each) =>
    formatValue(each, decimals, unit, lang),
  );
  return lang === 'zh' ? `${value}（${low}—${high}）` : `${value} (${low} to ${high})`;
}

/** The chart's numbers as a table: every year with a figure, a milestone or a path. */
export function TrajectoryTable({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const series = useMemo(() => trajectoryOf(detail), [detail]);
  const path = pathByYear(series.path);
  const years = [
    ...new Set([
      ...series.points.map(({ year }) => year),
      ...series.milestones.map(({ year }) => year),
      ...path.keys(),
      ...(series.forecast ?? []).map(({ year }) => year),
    ]),
  ].sort((a, b) => a - b);
  const demanded = Math.max(0, ...series.milestones.map(({ value }) => decimalsOf(value)));
  return (
    <details className="twin">
      <summary>{t('chart.asTable')}</summary>
      <table>
        <caption className="unseen">{t('chart.asTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('how.year')}</th>
            <th scope="col" className="number">
              {t('chart.actual')}
            </th>
            <th scope="col">{t('figure.status')}</th>
            <th scope="col" className="number">
              {t('chart.milestone')}
            </th>
            <th scope="col" className="number">
              {t('target.path')}
            </th>
            {series.forecast ? (
              <th scope="col" className="number">
                {t('chart.forecast')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const point = series.points.find((each) => each.year === year);
            const milestone = series.milestones.find((each) => each.year === year);
            const along = path.get(year);
            return (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="number">{point ? figureText(point, series.unit, lang, point.note ?? null) : '—'}</td>
                <td>{point ? FIGURE_STATUS_WORDS[point.status][lang] : ''}</td>
                <td className="number">
                  {milestone
                    ? demandAmount(
                        detail.row.comparator,
                        { value: milestone.value, valueMax: milestone.valueMax ?? null },
                        series.unit,
                        lang,
                      )
                    : ''}
                </td>
                <td className="number">
                  {along === undefined ? '' : computedText(along, demanded, series.unit, lang)}
                </td>
                {series.forecast ? <td className="number">{forecastText(series, year, lang)}</td> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
