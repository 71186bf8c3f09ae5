import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWhole, multiplyWhole, roundWhole, scaleWhole, wholeAt } from '../src/whole-number.ts';

const Exact = Decimal.clone({ precision: 60 });

/** A decimal of up to 15 digits, of any size that figures have. */
const decimal = fc
  .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 15 }), fc.nat(), fc.boolean())
  .map(([digits, decimals, seed, negative]) => {
    const whole = Math.floor((seed / 2 ** 31) * 10 ** digits);
    return Number(`${negative ? '-' : ''}${whole}e-${Math.min(decimals, digits)}`);
  });

/** Either what the decimal library says, or nothing where it does not fit. */
function agrees(found: number | undefined, exact: Decimal): boolean {
  return found === undefined || found === (exact.toSignificantDigits(15).toNumber() || 0);
}

describe('whole-number arithmetic', () => {
  it('agrees with the decimal library wherever it answers', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, fc.integer({ min: 0, max: 8 }), (a, b, c, places) => {
        expect(agrees(addWhole(a, b, 1), new Exact(a).add(b))).toBe(true);
        expect(agrees(addWhole(a, b, -1), new Exact(a).sub(b))).toBe(true);
        expect(agrees(multiplyWhole(a, b), new Exact(a).mul(b))).toBe(true);
        if (c !== 0) expect(agrees(scaleWhole(a, b, c), new Exact(a).mul(b).div(c))).toBe(true);
        expect(agrees(roundWhole(a, places), new Exact(a).toDecimalPlaces(places, Decimal.ROUND_HALF_UP))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    [39.7, 1],
    [12345, 0],
    [-0.05, 2],
    [0, 0],
    [1e-15, 15],
    [999999999999999, 0],
  ])('%d has %d decimals', (value, decimals) => {
    expect(wholeAt(value)).toBe(decimals);
  });

  it.each([1e15, 1e-16, 1 / 3, Number.NaN, Number.POSITIVE_INFINITY, 0.1 + 0.2])('does not take %d', (value) => {
    expect(wholeAt(value)).toBe(-1);
    expect(addWhole(value, 1, 1)).toBeUndefined();
  });

  it('answers what figures ask', () => {
    expect(addWhole(39.7, 38, -1)).toBe(1.7);
    expect(scaleWhole(1.2345, 1e8, 1e4)).toBe(12345);
    expect(scaleWhole(1, 1, 3)).toBe(0.333333333333333);
    expect(roundWhole(-1.005, 2)).toBe(-1.01);
    expect(scaleWhole(1, 1, 0)).toBeUndefined();
  });
});
