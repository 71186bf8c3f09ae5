import { describe, expect, it } from 'vitest';
import { directionOnly, limitFactor } from '../src/direction-only.ts';

describe('directionOnly', () => {
  const run = (from: number, to: number, direction: 'more' | 'less' = 'more', naturalLimit: number | null = null) =>
    directionOnly({ base: { year: 2020, value: from }, latest: { year: 2021, value: to }, direction, naturalLimit });

  it.each([
    [100, 101.5, 'more', 'on_track'],
    [100, 101.49, 'more', 'lagging'],
    [100, 100.5, 'more', 'lagging'],
    [100, 100.49, 'more', 'far_behind'],
    [100, 100, 'more', 'far_behind'],
    [100, 99.99, 'more', 'reversing'],
    [100, 98.5, 'less', 'on_track'],
    [100, 100.01, 'less', 'reversing'],
    [-100, -98, 'more', 'on_track'],
    [0, 1, 'more', 'on_track'],
  ] as const)('%d to %d, %s is better: %s', (from, to, direction, verdict) => {
    expect(run(from, to, direction)).toMatchObject({ verdict, ratio: null, score: null });
  });

  it('asks for less near a natural limit', () => {
    expect(run(95, 95.4).verdict).toBe('far_behind');
    expect(run(95, 95.4, 'more', 100).verdict).toBe('on_track');
    expect(run(100, 100, 'more', 100).verdict).toBe('on_track');
    expect(run(100, 99.9, 'more', 100).verdict).toBe('reversing');
  });

  it('has the factor of the published method', () => {
    expect(limitFactor(50, null)).toBe(1);
    expect(limitFactor(0, 100)).toBe(1);
    expect(limitFactor(50, 100)).toBeCloseTo(1 - 0.5 ** 4.44, 12);
    expect(limitFactor(100, 100)).toBe(0);
    expect(limitFactor(150, 100)).toBeCloseTo(1 - 0.5 ** 4.44, 12);
    expect(limitFactor(200, 100)).toBe(1);
    expect(limitFactor(5, 0)).toBe(1);
    expect(limitFactor(0, 0)).toBe(1);
  });

  it('names why it cannot say', () => {
    expect(run(-1, 1).reason).toBe('opposite_signs');
    expect(run(1, Number.NaN).reason).toBe('not_finite');
    const base = { year: 2021, value: 1 };
    expect(directionOnly({ base, latest: base, direction: 'more', naturalLimit: null }).reason).toBe('year_order');
  });
});
