import type { YearValue } from './assessment.ts';
import { subtract } from './decimal.ts';
import { leastSquares, predictAt } from './least-squares.ts';
import { studentCdf, studentQuantile } from './student-t.ts';

/** The scale a trend is straight in: the value, its natural logarithm, or the logit of its share of a limit. */
export const TREND_SCALES = ['plain', 'log', 'logit'] as const;
export type TrendScale = (typeof TREND_SCALES)[number];

/** Residuals below this share of the values are the rounding of a perfect fit, not scatter. */
const NO_SCATTER = 1e-12;

/** A straight line over years, fitted in its scale. */
export interface Trend {
  scale: TrendScale;
  /** Limit of a logit, in the unit of the values; not used by the other scales. */
  limit: number;
  /** Change a year in the scale: units, ln units (0.05 is about 5 % a year), or logits. */
  slope: number;
  freedom: number;
  /** Student's t of the two prediction intervals. */
  t80: number;
  t95: number;
  /** Fitted value of a year in the scale, and the standard error of a new observation in it; 0 after a perfect fit. */
  at: (year: number) => { value: number; error: number };
}

/** A value in the scale; infinite or NaN at and beyond the ends of the scale. */
function toScale(value: number, scale: TrendScale, limit: number): number {
  if (scale === 'plain') return value;
  return scale === 'log' ? Math.log(value) : Math.log(value / subtract(limit, value));
}

/** What stands for `scaled` in the unit of the values. */
function fromScale(scaled: number, scale: TrendScale, limit: number): number {
  if (scale === 'plain') return scaled;
  return scale === 'log' ? Math.exp(scaled) : limit / (1 + Math.exp(-scaled));
}

/**
 * The trend of values over years by ordinary least squares in `scale`.
 * @param points at least three, of different years, every one inside the ends of the scale
 * @returns null where there is no such line
 */
export function fitTrend(points: readonly YearValue[], scale: TrendScale, limit: number): Trend | null {
  const scaled = points.map(({ value }) => toScale(value, scale, limit));
  const line = fitLine(
    points.map(({ year }) => year),
    scaled,
  );
  if (!line) return null;
  const { fit, scatter, ...rest } = line;
  const at: Trend['at'] = (year) => {
    const { value, leverage } = predictAt(fit, [1, year]);
    return { value, error: scatter * Math.sqrt(1 + leverage) };
  };
  return { scale, limit, ...rest, at };
}

/**
 * The trend of running sums (累计新增): a straight line through the yearly amounts, summed up from the last sum on. The
 * sums themselves are no independent observations, and a line through them would look far too sure. The error of k
 * years together is s·√(k + x(XᵀX)⁻¹xᵀ), x the sum of their rows (Draper and Smith, as above, §3.1).
 * @param sums of consecutive years, the first one that of a single year, at least three
 * @returns values are sums; the slope is the change a year of the yearly amount; null where there is no such line
 */
export function fitSums(sums: readonly YearValue[]): Trend | null {
  const last = sums.at(-1);
  const amounts = sums.map(({ value }, index) => subtract(value, sums[index - 1]?.value ?? 0));
  const line = fitLine(
    sums.map(({ year }) => year),
    amounts,
  );
  if (!line || !last) return null;
  const { fit, scatter, ...rest } = line;
  const at: Trend['at'] = (year) => {
    const count = year - last.year;
    const { value, leverage } = predictAt(fit, [count, (count * (last.year + 1 + year)) / 2]);
    return { value: last.value + value, error: scatter * Math.sqrt(count + leverage) };
  };
  return { scale: 'plain', limit: 0, ...rest, at };
}

/** A straight line over years, with its scatter (0 after a perfect fit) and the t of both intervals. */
function fitLine(years: readonly number[], values: readonly number[]) {
  const fit = leastSquares(
    years.map((year) => [1, year]),
    values,
  );
  if (typeof fit === 'string') return null;
  const [t80, t95] = [studentQuantile(0.9, fit.freedom), studentQuantile(0.975, fit.freedom)];
  if (t80 === null || t95 === null) return null;
  const scatter = fit.residualSd > NO_SCATTER * Math.max(...values.map(Math.abs)) ? fit.residualSd : 0;
  return { fit, scatter, slope: fit.coefficients[1] ?? 0, freedom: fit.freedom, t80, t95 };
}

/** The value of the trend in a year with its prediction intervals, in the unit of the values. */
export interface TrendPoint extends YearValue {
  low80: number;
  high80: number;
  low95: number;
  high95: number;
}

/**
 * Extrapolates a trend to a year: ŷ ± t·s·√(1 + h) with Student's t, turned back into the unit of the values. The
 * intervals are for the figure of that year, not for the line (Draper and Smith, Applied Regression Analysis, 3rd ed.,
 * §3.1). Of a log or logit trend the value is the median.
 */
export function trendPoint({ scale, limit, t80, t95, at }: Trend, year: number): TrendPoint {
  const { value, error } = at(year);
  const back = (steps: number) => fromScale(value + steps * error, scale, limit);
  return { year, value: back(0), low80: back(-t80), high80: back(t80), low95: back(-t95), high95: back(t95) };
}

/**
 * Probability that the figure of a year lies at or above `edge`, 0 … 1. An edge below everything the scale can reach
 * is certain (1), one beyond is impossible (0).
 * @returns null after a perfect fit, where the value itself says it, and where it is no number
 */
export function probabilityAbove({ scale, limit, freedom, at }: Trend, year: number, edge: number): number | null {
  if (scale !== 'plain' && edge <= 0) return 1;
  if (scale === 'logit' && edge >= limit) return 0;
  const { value, error } = at(year);
  return error > 0 ? studentCdf((value - toScale(edge, scale, limit)) / error, freedom) : null;
}
