import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalsOf,
  decimalText,
  multiply,
  readDecimal,
  readDouble,
  roundTo,
  scale,
  subtract,
  sum,
} from '../src/decimal.ts';

const decimal = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`));

describe('readDecimal', () => {
  it.each([
    ['38.0', { value: 38, decimals: 1 }],
    ['-3.9', { value: -3.9, decimals: 1 }],
    ['+7', { value: 7, decimals: 0 }],
    ['.5', { value: 0.5, decimals: 1 }],
    ['12.', { value: 12, decimals: 0 }],
    ['1e3', { value: 1000, decimals: 0 }],
    ['1.25e1', { value: 12.5, decimals: 1 }],
    ['123456789012345', { value: 123456789012345, decimals: 0 }],
  ])('reads %s', (text, expected) => {
    expect(readDecimal(text)).toEqual(expected);
  });

  it.each(['', ' ', '1,000', '12%', '１２', '0x10', 'Infinity', 'NaN', '1e', '--1', '1 2', '1e999', '1e15'])(
    'takes "%s" for no decimal',
    (text) => {
      expect(readDecimal(text)).toBe('not_number');
    },
  );

  it('says when a decimal has more digits than a double holds', () => {
    expect(readDecimal('0.1234567890123456')).toBe('too_precise');
  });
});

describe('readDouble', () => {
  it('takes off the noise a workbook stores', () => {
    expect(readDouble(25376.380000000005)).toEqual({ value: 25376.38, decimals: 2 });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15])('takes %s for no number', (value) => {
    expect(readDouble(value)).toBe('not_number');
  });
});

describe('arithmetic', () => {
  it('is decimal, not binary', () => {
    expect(subtract(39.7, 38)).toBe(1.7);
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(sum([])).toBe(0);
    expect(multiply(1.1, 1.1)).toBe(1.21);
    expect(scale(1.15, 100)).toBe(115);
    expect(scale(1, 1, 3)).toBe(0.333333333333333);
    expect(scale(1.2345, '1e12', '1e8')).toBe(12345);
  });

  it('undoes itself', () => {
    fc.assert(fc.property(decimal, decimal, (a, b) => subtract(sum([a, b]), b) === (a || 0)));
    fc.assert(fc.property(decimal, (a) => scale(scale(a, 1e4), 1, 1e4) === (a || 0)));
  });
});

describe('text', () => {
  it('keeps the digits a value was given in', () => {
    expect(decimalText(38, 1)).toBe('38.0');
    expect(decimalText(39.75, 1)).toBe('39.75');
    expect(decimalsOf(39.7)).toBe(1);
    expect(decimalsOf(40)).toBe(0);
    expect(decimalsOf(Number.NaN)).toBe(0);
  });

  it('rounds half up', () => {
    expect(roundTo(1.005, 2)).toBe(1.01);
    expect(roundTo(-2.5, 0)).toBe(-3);
    expect(roundTo(99.96, 1)).toBe(100);
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const read = readDecimal(decimalText(value, decimals));
        return typeof read === 'object' && read.value === (value || 0);
      }),
    );
  });
});
