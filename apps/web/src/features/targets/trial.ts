import type { TargetDetail } from '@dabiao/contract/target';
import { assessTarget } from '@dabiao/domain/assess';
import type { Assessment, JudgedPoint } from '@dabiao/domain/assessment';
import { readDecimal } from '@dabiao/domain/decimal';
import type { Figure } from '@dabiao/domain/figure';
import { type Forecast, forecastOf, type NoForecast } from '@dabiao/domain/forecast';
import { judgedSeries } from '@dabiao/domain/judged-series';
import { toFigures, toIndicator, toTarget } from './judged-row.ts';

/** What would be judged if next year's figure were the one typed in; nothing of it leaves the browser. */
export interface Trial {
  year: number;
  assessment: Assessment;
  /** The judged value of the year; null where the figure gives none (a sum with a year missing). */
  point: JudgedPoint | null;
  /** The trend with the tried figure in it. */
  forecast: Forecast | NoForecast;
}

/** The year a figure is tried for: the one after the latest figure that counts. */
export function trialYear({ row, figures }: TargetDetail): number {
  const years = toFigures(figures, row.assessment.asOf).map(({ year }) => year);
  return years.length === 0 ? row.assessment.asOf : Math.max(...years) + 1;
}

/** Whether a figure can be tried: something is demanded in that year or later. */
export function mayTry(detail: TargetDetail): boolean {
  const { row } = detail;
  return row.milestones.length > 0 && trialYear(detail) <= row.period.to;
}

/** Number as typed: full-width digits, thousands separators and a % sign are taken for what they mean. */
export function readTyped(text: string): { value: number; decimals: number } | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/%$/, '');
  const read = readDecimal(plain.replace('−', '-'));
  return typeof read === 'string' ? null : read;
}

/** Judges the target as of the tried year with the published figures and the tried one (progress.md §4). */
export function tryFigure(detail: TargetDetail, typed: { value: number; decimals: number }): Trial {
  const { row } = detail;
  const year = trialYear(detail);
  const [target, indicator] = [toTarget(row), toIndicator(row)];
  const tried: Figure = {
    indicator: target.indicator,
    region: target.region,
    year,
    ...typed,
    status: 'final',
    caveats: [],
    note: null,
  };
  const figures = [...toFigures(detail.figures, row.assessment.asOf), tried];
  const point = judgedSeries(target, indicator, figures, year).points.find((one) => one.year === year);
  return {
    year,
    assessment: assessTarget(target, indicator, figures, year),
    point: point ?? null,
    forecast: forecastOf(target, indicator, figures, year),
  };
}
