import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathMethod } from '../src/path-method.ts';

describe('pathMethod', () => {
  const run = (value: number, path: number, base: number | null, direction: 'more' | 'less' = 'more') =>
    pathMethod({ value, path, base, direction });

  it.each([
    [105, 100, 50, 'more', 'ahead', 1.1],
    [104.9, 100, 50, 'more', 'on_track', 1.098],
    [98, 100, 50, 'more', 'on_track', 0.96],
    [97.9, 100, 50, 'more', 'lagging', 0.958],
    [80, 100, 50, 'more', 'lagging', 0.6],
    [79.9, 100, 50, 'more', 'far_behind', 0.598],
    [50, 100, 50, 'more', 'far_behind', 0],
    [49.9, 100, 50, 'more', 'reversing', -0.002],
    [60, 100, null, 'more', 'lagging', 0.6],
    [59.9, 100, null, 'more', 'far_behind', 0.599],
    [95, 100, 150, 'less', 'ahead', 1.1],
    [102, 100, 150, 'less', 'on_track', 0.96],
    [120, 100, 150, 'less', 'lagging', 0.6],
    [121, 100, 150, 'less', 'far_behind', 0.58],
    [151, 100, 150, 'less', 'reversing', -0.02],
    [125, 100, null, 'less', 'lagging', 0.8],
    [80, 100, 150, 'more', 'reversing', 0.8],
    [125, 100, 50, 'less', 'reversing', 0.8],
    [0, 0, 0, 'more', 'on_track', null],
  ] as const)('%d on a path at %d from %s, %s is better: %s', (value, path, base, direction, verdict, ratio) => {
    const result = run(value, path, base, direction);
    expect(result.verdict).toBe(verdict);
    if (ratio === null) expect(result.ratio).toBeNull();
    else expect(result.ratio).toBeCloseTo(ratio, 12);
  });

  it('mirrors: less is better of −v is more is better of v', () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(value, value, fc.option(value), (v, path, base) => {
        const mirrored = run(-v, -path, base === null ? null : -base, 'less');
        expect(mirrored).toEqual(run(v, path, base, 'more'));
      }),
    );
  });

  it('never judges a larger value worse when more is better', () => {
    const rank = ['ahead', 'on_track', 'lagging', 'far_behind', 'reversing'];
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(value, value, value, fc.option(value), (a, b, path, base) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        return rank.indexOf(run(high, path, base).verdict) <= rank.indexOf(run(low, path, base).verdict);
      }),
      { numRuns: 1000 },
    );
  });

  it('names what is not finite', () => {
    expect(run(Number.NaN, 1, null).reason).toBe('not_finite');
    expect(run(1, Number.POSITIVE_INFINITY, null).reason).toBe('not_finite');
  });
});
