import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathPoints, pathValue } from '../src/path.ts';
import { target } from './sample.ts';

const share = target({
  milestones: [
    { year: 2025, value: 45 },
    { year: 2021, value: 38 },
  ],
});

describe('pathPoints', () => {
  it('runs from the base through the milestones by year', () => {
    expect(pathPoints(share, { year: 2020, value: 36.2 })).toEqual([
      { year: 2020, value: 36.2 },
      { year: 2021, value: 38 },
      { year: 2025, value: 45 },
    ]);
  });

  it('at equal rates has a point every year, and the same ends', () => {
    const doubling = target({ pathShape: 'geometric', milestones: [{ year: 2024, value: 1600 }] });
    expect(pathPoints(doubling, { year: 2020, value: 100 })).toEqual([
      { year: 2020, value: 100 },
      { year: 2021, value: 200 },
      { year: 2022, value: 400 },
      { year: 2023, value: 800 },
      { year: 2024, value: 1600 },
    ]);
    // From 0 no rate leads anywhere: straight.
    expect(pathValue(pathPoints(doubling, { year: 2020, value: 0 }), 2022)).toBe(800);
  });

  it('leaves out a base that is not before the first milestone', () => {
    expect(pathPoints(share, { year: 2021, value: 37 })).toHaveLength(2);
    expect(pathPoints(share, null)).toHaveLength(2);
  });

  it('takes a milestone without a year as due at the end of the period', () => {
    expect(pathPoints(target({ milestones: [{ year: null, value: 7 }] }), null)).toEqual([{ year: 2025, value: 7 }]);
  });

  it('takes the nearer end of a range', () => {
    const range = target({ comparator: 'range', milestones: [{ year: 2025, value: 3, valueMax: 5 }] });
    expect(pathPoints(range, null, 'more')).toEqual([{ year: 2025, value: 3 }]);
    expect(pathPoints(range, null, 'less')).toEqual([{ year: 2025, value: 5 }]);
  });

  it('is the demand of every year for 每年, with the next milestone where a year has none', () => {
    const yearly = target({
      everyYear: true,
      period: { from: 2021, to: 2024 },
      milestones: [
        { year: 2022, value: 10 },
        { year: 2023, value: 12 },
      ],
    });
    expect(pathPoints(yearly, null).map((point) => point.value)).toEqual([10, 10, 12, 12]);
  });

  it('is the demand of its own years for an annual flow without 每年', () => {
    const flow = target({ kind: 'annual_flow', milestones: [{ year: 2023, value: 10 }] });
    expect(pathPoints(flow, null)).toEqual([{ year: 2023, value: 10 }]);
  });
});

describe('pathValue', () => {
  const points = [
    { year: 2020, value: 36.2 },
    { year: 2021, value: 38 },
    { year: 2025, value: 45 },
  ];

  it('is straight between the known points, in decimal', () => {
    expect(pathValue(points, 2021)).toBe(38);
    expect(pathValue(points, 2023)).toBe(41.5);
    expect(pathValue(points, 2022)).toBe(39.75);
  });

  it('is not drawn outside them', () => {
    expect(pathValue(points, 2019)).toBeNull();
    expect(pathValue(points, 2026)).toBeNull();
    expect(pathValue([], 2021)).toBeNull();
  });

  it('stays between the points around it', () => {
    const whole = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 2020, max: 2030 }), (from, to, year) => {
        const value =
          pathValue(
            [
              { year: 2020, value: from },
              { year: 2030, value: to },
            ],
            year,
          ) ?? Number.NaN;
        return value >= Math.min(from, to) && value <= Math.max(from, to);
      }),
    );
  });
});
