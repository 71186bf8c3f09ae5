import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentCdf, studentQuantile } from '../src/student-t.ts';

/**
 * Upper critical values of Student's t in four decimals, by R's qt. Source: K. Gregory, Statistical Methods, ch. 38,
 * https://gregorkb.github.io/statmeth/t_table.html.
 */
const TAILS = [0.2, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];
const TABLE: [freedom: number, values: number[]][] = [
  [1, [1.3764, 3.0777, 6.3138, 12.7062, 31.8205, 63.6567, 318.3088]],
  [2, [1.0607, 1.8856, 2.92, 4.3027, 6.9646, 9.9248, 22.3271]],
  [3, [0.9785, 1.6377, 2.3534, 3.1824, 4.5407, 5.8409, 10.2145]],
  [4, [0.941, 1.5332, 2.1318, 2.7764, 3.7469, 4.6041, 7.1732]],
  [5, [0.9195, 1.4759, 2.015, 2.5706, 3.3649, 4.0321, 5.8934]],
  [6, [0.9057, 1.4398, 1.9432, 2.4469, 3.1427, 3.7074, 5.2076]],
  [8, [0.8889, 1.3968, 1.8595, 2.306, 2.8965, 3.3554, 4.5008]],
  [10, [0.8791, 1.3722, 1.8125, 2.2281, 2.7638, 3.1693, 4.1437]],
  [15, [0.8662, 1.3406, 1.7531, 2.1314, 2.6025, 2.9467, 3.7328]],
  [20, [0.86, 1.3253, 1.7247, 2.086, 2.528, 2.8453, 3.5518]],
];

/** Degrees of freedom, t, P(T > t), from the incomplete beta function in 40 digits (mpmath 1.3). */
const ABOVE: [freedom: number, t: number, tail: number][] = [
  [1, 0.001, 0.4996816902199194],
  [1, 3, 0.10241638234956672],
  [1, 1000, 0.0003183097800805589],
  [1.5, 2, 0.11209416517802553],
  [2, 0.5, 0.3333333333333333],
  [2, 10, 0.004926228511662845],
  [3, 4.5, 0.010245206172226705],
  [4, 1.5, 0.104],
  [5, 6, 0.0009230691447970072],
  [7.5, 2, 0.041448497649083156],
  [10, 10, 7.947765877982059e-7],
  [20, 3, 0.003537949395605548],
  [30, 6, 6.971384383602371e-7],
  [101, 1e-6, 0.49999960204396326],
  [1000, 4.5, 3.796535513249122e-6],
  [1000000, 3, 0.0013499312707108985],
  [1000000, 10, 7.639305384089125e-24],
];

/** Degrees of freedom, tail, t with that tail above it, by bisection of the same function. */
const CRITICAL: [freedom: number, tail: number, t: number][] = [
  [1, 1e-6, 318309.8861827435],
  [1, 0.4, 0.32491969623290623],
  [2, 1e-6, 707.1057205259339],
  [2, 0.025, 4.302652729749464],
  [3, 0.0005, 12.923978636687483],
  [4.5, 0.1, 1.5008853175085575],
  [8, 1e-6, 12.109834665556214],
  [8, 0.025, 2.3060041352041667],
  [28, 1e-6, 5.967007414716865],
  [28, 0.1, 1.3125267815926667],
  [100, 0.49, 0.025131697537714597],
  [10000, 0.0005, 3.291499965941605],
];

function near(found: number | null, expected: number, relative: number): void {
  expect(Math.abs((found ?? Number.NaN) / expected - 1)).toBeLessThanOrEqual(relative);
}

describe('the distribution of Student', () => {
  it.each(TABLE)('with %d degrees of freedom has the critical values of the table', (freedom, values) => {
    for (const [index, value] of values.entries()) {
      const tail = TAILS[index] ?? 0;
      expect(studentQuantile(1 - tail, freedom)).toBeCloseTo(value, 4);
      expect(studentQuantile(tail, freedom)).toBeCloseTo(-value, 4);
    }
  });

  it.each(ABOVE)('with %d degrees of freedom leaves above %d the right tail', (freedom, t, tail) => {
    near(studentCdf(-t, freedom), tail, 1e-12);
    near(studentCdf(t, freedom), 1 - tail, 1e-12);
  });

  it.each(CRITICAL)('with %d degrees of freedom has the right t for %d', (freedom, tail, t) => {
    near(studentQuantile(tail, freedom), -t, 1e-12);
    near(studentQuantile(1 - tail, freedom), t, 1e-10);
  });

  it('agrees with R for very many degrees of freedom', () => {
    // pt(1, …) and qt(0.1, …), as printed in the tests of SciPy (special/tests/test_cdft_asymptotic.py).
    near(studentCdf(1, 1e10), 0.8413447460564446, 1e-13);
    near(studentCdf(1, 1e12), 0.8413447460684218, 1e-13);
    near(studentCdf(1, Number.POSITIVE_INFINITY), 0.8413447460685429, 1e-13);
    near(studentQuantile(0.1, 1e10), -1.2815515656292593, 1e-12);
    near(studentQuantile(0.1, 1e120), -1.2815515655446008, 1e-12);
    near(studentQuantile(0.1, Number.POSITIVE_INFINITY), -1.2815515655446008, 1e-12);
  });

  it('has closed forms for one and for two degrees of freedom', () => {
    for (const t of [-1000, -3, -0.2, 0, 0.7, 12]) {
      near(studentCdf(t, 1), 0.5 + Math.atan(t) / Math.PI, 1e-12);
      near(studentCdf(t, 2), 0.5 + t / (2 * Math.sqrt(2 + t * t)), 1e-9);
    }
    near(studentQuantile(0.8, 1), Math.tan(0.3 * Math.PI), 1e-12);
  });
});

const freedom = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.double({ min: 1, max: 1e6, noNaN: true }));
const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('every distribution of Student', () => {
  it('turns a quantile back into its probability', () => {
    fc.assert(
      fc.property(probability, freedom, (p, df) => {
        const back = studentCdf(studentQuantile(p, df) ?? Number.NaN, df) ?? Number.NaN;
        expect(Math.abs(back / p - 1)).toBeLessThan(1e-11);
      }),
      { numRuns: 300 },
    );
  });

  it('is symmetric around 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), freedom, (t, df) => {
        expect((studentCdf(t, df) ?? 0) + (studentCdf(-t, df) ?? 0)).toBeCloseTo(1, 13);
      }),
    );
  });

  it('rises with t, and has heavier tails the fewer degrees of freedom there are', () => {
    const at = fc.double({ min: 0.01, max: 30, noNaN: true });
    fc.assert(
      fc.property(at, at, freedom, (a, b, df) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(studentCdf(low, df) ?? 2).toBeLessThanOrEqual(studentCdf(high, df) ?? -1);
        expect(studentCdf(-low, df) ?? -1).toBeGreaterThanOrEqual((studentCdf(-low, df + 1) ?? 2) * (1 - 1e-12));
      }),
    );
  });

  it('is a number or null, whatever it is asked', () => {
    const any = fc.oneof(
      fc.double(),
      fc.constantFrom(0, 1, 0.5, -1, 1e308, 5e-324, Number.NaN, Number.POSITIVE_INFINITY),
    );
    fc.assert(
      fc.property(any, any, (x, df) => {
        const [found, t] = [studentCdf(x, df), studentQuantile(x, df)];
        if (found !== null) expect(found >= 0 && found <= 1).toBe(true);
        if (t !== null) expect(Number.isFinite(t)).toBe(true);
        if (!(df >= 1)) expect([found, t]).toEqual([null, null]);
      }),
      { numRuns: 1000 },
    );
    expect(studentCdf(Number.NEGATIVE_INFINITY, 3)).toBe(0);
    expect(studentCdf(Number.POSITIVE_INFINITY, 3)).toBe(1);
    expect([0, 1, -1, Number.NaN].map((p) => studentQuantile(p, 3))).toEqual([null, null, null, null]);
    expect(studentQuantile(0.5, 3)).toBe(0);
  });
});
