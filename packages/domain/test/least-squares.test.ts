import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exactly, type Fit, leastSquares, predictAt } from '../src/least-squares.ts';
import { STRD, type StrdSet } from './nist-strd.ts';

/** Wide enough for the tenth power of ten digits. */
const Wide = Decimal.clone({ precision: 120 });

function rowsOf({ data, model }: StrdSet): { rows: Exactly[][]; y: string[] } {
  const observations = data.split(',').map((one) => one.trim().split(/\s+/));
  const y = observations.map(([first = '']) => first);
  if (model === 'linear') return { rows: observations.map(([, ...x]) => [1, ...x]), y };
  const { first, last } = model.powers;
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { rows: observations.map(([, x = '']) => powers.map((power) => new Wide(x).pow(power))), y };
}

function fitted(rows: readonly (readonly Exactly[])[], y: readonly Exactly[]): Fit {
  const fit = leastSquares(rows, y);
  if (typeof fit === 'string') throw new Error(fit);
  return fit;
}

/** Digits in which a result agrees with a certified value (NIST's log relative error), 15 at most. */
function digits(found: number, certified: number): number {
  const error = Math.abs(found - certified) / (certified === 0 ? 1 : Math.abs(certified));
  return error === 0 ? 15 : Math.min(15, -Math.log10(error));
}

describe('the reference sets of NIST', () => {
  it('are all eleven', () => {
    expect(STRD.map(({ name }) => name)).toHaveLength(11);
    expect(new Set(STRD.map(({ name }) => name)).size).toBe(11);
  });

  it.each(STRD)('$name agrees to 14 digits', (set) => {
    const { rows, y } = rowsOf(set);
    const fit = fitted(rows, y);
    expect(fit.freedom).toBe(set.freedom);
    expect(fit.coefficients).toHaveLength(set.parameters.length);
    for (const [index, [estimate, deviation]] of set.parameters.entries()) {
      expect(digits(fit.coefficients[index] ?? 0, estimate)).toBeGreaterThanOrEqual(14);
      expect(digits(fit.standardErrors[index] ?? 1, deviation)).toBeGreaterThanOrEqual(14);
    }
    expect(digits(fit.residualSd, set.residualSd)).toBeGreaterThanOrEqual(14);
    expect(digits(fit.rSquared ?? 0, set.rSquared)).toBeGreaterThanOrEqual(14);
  });

  it('cannot be met by powers rounded to doubles: Filip is that hard', () => {
    const set = STRD.find(({ name }) => name === 'Filip') as StrdSet;
    const { rows, y } = rowsOf(set);
    const rounded = rows.map((row) => row.map((value) => new Decimal(value).toNumber()));
    const [estimate = 0] = set.parameters[0] ?? [];
    expect(digits(fitted(rounded, y).coefficients[0] ?? 0, estimate)).toBeLessThan(12);
  });
});

describe('a straight line', () => {
  // Montgomery and Runger, Applied Statistics and Probability for Engineers, 3rd ed., table 11-1: hydrocarbon level
  // and purity of oxygen; the fit and s² = 1.18 are in §11-2.
  const level = [
    0.99, 1.02, 1.15, 1.29, 1.46, 1.36, 0.87, 1.23, 1.55, 1.4, 1.19, 1.15, 0.98, 1.01, 1.11, 1.2, 1.26, 1.32, 1.43,
    0.95,
  ];
  const purity = [
    90.01, 89.05, 91.43, 93.74, 96.73, 94.45, 87.59, 91.77, 99.42, 93.65, 93.54, 92.52, 90.56, 89.54, 89.85, 90.39,
    93.25, 93.41, 94.98, 87.33,
  ];

  it('is that of the textbook', () => {
    const fit = fitted(
      level.map((x) => [1, x]),
      purity,
    );
    expect(fit.coefficients[0]).toBeCloseTo(74.283, 3);
    expect(fit.coefficients[1]).toBeCloseTo(14.947, 3);
    expect(fit.residualSd ** 2).toBeCloseTo(1.18, 2);
    expect(predictAt(fit, [1, 1]).value).toBeCloseTo(89.23, 2);
  });

  it('through points on a line leaves no rest', () => {
    const years = [2019, 2020, 2021, 2022];
    const fit = fitted(
      years.map((year) => [1, year]),
      [0.1, 0.2, 0.3, 0.4],
    );
    expect(fit).toMatchObject({ residualSd: 0, rSquared: 1, freedom: 2 });
    expect(predictAt(fit, [1, 2030]).value).toBe(1.2);
  });
});

describe('what cannot be fitted', () => {
  it.each([
    ['too_few_rows', [], []],
    ['too_few_rows', [[]], [1]],
    ['too_few_rows', [[1, 1]], [1]],
    [
      'too_few_rows',
      [
        [1, 1],
        [1, 2],
      ],
      [1, 2],
    ],
    ['ragged', [[1, 1], [1, 2], [1]], [1, 2, 3]],
    [
      'ragged',
      [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      [1, 2],
    ],
    [
      'not_finite',
      [
        [1, 1],
        [1, 2],
        [1, Number.NaN],
      ],
      [1, 2, 3],
    ],
    [
      'not_finite',
      [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      [1, 2, Number.POSITIVE_INFINITY],
    ],
    [
      'singular',
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      [1, 2, 3],
    ],
    [
      'singular',
      [
        [1, 0.1, 0.3],
        [1, 0.2, 0.6],
        [1, 0.7, 2.1],
        [1, 0.9, 2.7],
      ],
      [1, 2, 3, 4],
    ],
    [
      'singular',
      [
        [1, 0],
        [1, 0],
        [1, 0],
      ],
      [1, 2, 3],
    ],
  ])('is %s', (problem, rows, y) => {
    expect(leastSquares(rows, y)).toBe(problem);
  });

  it('has no share of nothing', () => {
    const rows = [1, 2, 3].map((x) => [1, x]);
    expect(fitted(rows, [5, 5, 5])).toMatchObject({ coefficients: [5, 0], residualSd: 0, rSquared: null });
    expect(fitted(rows, [0, 0, 0])).toMatchObject({ coefficients: [0, 0], residualSd: 0, rSquared: null });
  });
});

const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 1000);
const observations = fc.uniqueArray(fc.tuple(fc.integer({ min: -50, max: 50 }), value), {
  minLength: 4,
  maxLength: 12,
  selector: ([x]) => x,
});

describe('every fit', () => {
  it('gives back the line and the parabola it was made from', () => {
    fc.assert(
      fc.property(observations, value, value, value, (points, a, b, c) => {
        const rows = points.map(([x]) => [1, x, x * x]);
        const y = points.map(([x]) => new Decimal(c).mul(x).add(b).mul(x).add(a));
        const fit = fitted(rows, y);
        for (const [index, given] of [a, b, c].entries()) expect(fit.coefficients[index]).toBeCloseTo(given, 12);
        expect(fit.residualSd).toBe(0);
      }),
    );
  });

  it('has leverages that sum to the number of columns, and residuals that sum to 0', () => {
    fc.assert(
      fc.property(observations, (points) => {
        const rows = points.map(([x]) => [1, x]);
        const fit = fitted(
          rows,
          points.map(([, y]) => y),
        );
        const predicted = rows.map((row) => predictAt(fit, row));
        const total = predicted.reduce((sum, { leverage }) => sum + leverage, 0);
        expect(total).toBeCloseTo(2, 12);
        const rest = points.reduce((sum, [, y], index) => sum + y - (predicted[index]?.value ?? 0), 0);
        expect(Math.abs(rest)).toBeLessThan(1e-7);
      }),
    );
  });

  it('does not mind the unit of anything', () => {
    fc.assert(
      fc.property(observations, fc.constantFrom('1e-4', '1e4', '1e8'), (points, by) => {
        const y = points.map(([, one]) => one);
        const fit = fitted(
          points.map(([x]) => [1, x]),
          y,
        );
        const scaled = fitted(
          points.map(([x]) => [1, new Decimal(x).mul(by)]),
          y,
        );
        expect(scaled.residualSd).toBe(fit.residualSd);
        expect(scaled.rSquared).toBe(fit.rSquared);
        expect((scaled.coefficients[1] ?? 0) * Number(by)).toBeCloseTo(fit.coefficients[1] ?? 0, 6);
      }),
    );
  });

  it('is finite or a named problem, whatever it is given', () => {
    const any = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, 1e300, -1e300, 1e-300));
    fc.assert(
      fc.property(
        fc.array(fc.array(any, { maxLength: 3 }), { maxLength: 6 }),
        fc.array(any, { maxLength: 6 }),
        (rows, y) => {
          const fit = leastSquares(rows, y);
          if (typeof fit === 'string') return;
          const numbers = [...fit.coefficients, ...fit.standardErrors, fit.residualSd, fit.rSquared ?? 0];
          expect(numbers.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
