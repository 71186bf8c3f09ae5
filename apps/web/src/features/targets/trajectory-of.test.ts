import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { drawable } from './trajectory-of.ts';

describe('a chart', () => {
  const point = { year: 2025, value: 75, decimals: 0, status: 'final' as const, caveats: [] };
  const rising = sampleTarget({ milestones: [], comparator: 'gt' });

  it('is drawn where there is a milestone or a figure', () => {
    expect(drawable({ row: sampleTarget(), points: [] })).toBe(true);
    expect(drawable({ row: rising, points: [point] })).toBe(true);
    expect(drawable({ row: rising, points: [] })).toBe(false);
  });
});
