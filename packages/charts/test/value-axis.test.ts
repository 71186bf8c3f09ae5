import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks, toValueAxis } from '../src/value-axis.ts';

describe('toValueAxis', () => {
  it('starts at zero and counts in a larger unit where the numbers are large', () => {
    expect(toValueAxis([6025, 60000], '个', 'zh')).toEqual({
      min: 0,
      max: 80000,
      step: 20000,
      divisor: 1,
      unit: '个',
      cut: false,
    });
    expect(toValueAxis([6025, 160000], '个', 'zh')).toMatchObject({ divisor: 10000, unit: '万个', max: 20 });
    expect(toValueAxis([30000, 160000], '亿元', 'zh')).toMatchObject({ divisor: 10000, unit: '万亿元' });
    expect(toValueAxis([30000, 160000], '%', 'zh')).toMatchObject({ divisor: 1, unit: '%' });
  });

  it('counts in English units in English', () => {
    expect(toValueAxis([300, 1600], '亿元', 'en')).toMatchObject({ divisor: 10, unit: 'billion yuan', max: 200 });
    expect(toValueAxis([3, 16], '万人', 'en')).toMatchObject({ divisor: 1e-4, unit: 'people', max: 200000 });
    expect(toValueAxis([3, 16], '家', 'en')).toMatchObject({ divisor: 1, unit: '' });
  });

  it('is cut, and says so, where all values lie close together', () => {
    expect(toValueAxis([38, 45], '%', 'zh')).toMatchObject({ min: 36, max: 46, cut: true, unit: '%' });
  });

  it('does not draw a share beyond 100', () => {
    expect(toValueAxis([92, 100], '%', 'zh').max).toBe(100);
    expect(toValueAxis([92, 130], '%', 'zh').max).toBeGreaterThan(130);
  });

  it('holds every value, with few ticks, whatever the values', () => {
    const value = fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
    const values = fc.array(value, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, fc.constantFrom('%', '个', '亿元'), (numbers, unit) => {
        const axis = toValueAxis(numbers, unit, 'zh');
        const ticks = axisTicks(axis);
        const slack = (axis.max - axis.min) * 1e-9;
        for (const value of numbers) {
          expect(value / axis.divisor).toBeGreaterThanOrEqual(axis.min - slack);
          expect(value / axis.divisor).toBeLessThanOrEqual(axis.max + slack);
        }
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
    );
  });
});
