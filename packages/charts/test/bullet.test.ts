import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulletSvg, toBullet } from '../src/bullet.ts';

describe('toBullet', () => {
  it('puts a bar of half the milestone at half its place, from zero', () => {
    const { zero, bar, milestone, path } = toBullet({ value: 50, last: null, milestone: 100, path: 75 });
    expect(zero).toBe(0);
    expect(bar?.from).toBe(0);
    expect((bar?.to ?? 0) / (milestone ?? 1)).toBeCloseTo(0.5, 3);
    expect((path ?? 0) / (milestone ?? 1)).toBeCloseTo(0.75, 3);
    expect(milestone).toBeCloseTo(1 / 1.06, 3);
  });

  it('starts a negative bar at zero and runs it to the left', () => {
    const { zero, bar } = toBullet({ value: -3, last: 2, milestone: 6, path: null });
    expect(zero).toBeCloseTo(1 / 3, 3);
    expect(bar?.to).toBe(zero);
    expect(bar?.from).toBeLessThan(zero);
  });

  it('draws nothing for what is not known', () => {
    expect(toBullet({ value: null, last: null, milestone: null, path: null })).toEqual({
      zero: 0,
      bar: null,
      last: null,
      milestone: null,
      milestoneMax: null,
      path: null,
    });
    expect(toBullet({ value: Number.NaN, last: null, milestone: 1, path: null }).bar).toBeNull();
  });

  it('keeps every part inside, in the order of the values', () => {
    const number = fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(number, number, number, number, (value, last, milestone, path) => {
        const bullet = toBullet({ value, last, milestone, path });
        for (const part of [bullet.zero, bullet.last, bullet.milestone, bullet.path]) {
          if (part === null) continue;
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        if (last !== null && milestone !== null && last < milestone) {
          expect(bullet.last ?? 0).toBeLessThanOrEqual(bullet.milestone ?? 0);
        }
        expect(bulletSvg(bullet, { width: 160, height: 20, theme: 'print', colour: '#000000' })).not.toMatch(
          /NaN|Infinity|null/,
        );
      }),
    );
  });
});
