import { describe, expect, it } from 'vitest';
import { isDue, isOld, updatedAt } from './freshness.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const got = (minutesAgo: number, failedAgo: number | null = null) => ({
  dataUpdatedAt: NOW - minutesAgo * MINUTE,
  errorUpdatedAt: failedAgo === null ? 0 : NOW - failedAgo * MINUTE,
});

describe('isDue', () => {
  it('asks every three minutes, and at every look after a failure', () => {
    expect(isDue(got(1), NOW)).toBe(false);
    expect(isDue(got(3), NOW)).toBe(true);
    expect(isDue(got(1, 0.5), NOW)).toBe(true);
    expect(isDue(got(1, 30), NOW)).toBe(false);
    expect(isDue({ dataUpdatedAt: 0, errorUpdatedAt: NOW }, NOW)).toBe(true);
  });
});

describe('isOld', () => {
  it('is said of a failure at once, and of silence after a while', () => {
    expect(isOld([got(1), got(3.2)], NOW)).toBe(false);
    expect(isOld([got(1), got(2, 1)], NOW)).toBe(true);
    expect(isOld([got(1), got(6)], NOW)).toBe(true);
    expect(isOld([got(1, 2)], NOW)).toBe(false);
  });
});

describe('updatedAt', () => {
  it('is the oldest answer, and unknown before all are there', () => {
    expect(updatedAt([got(1), got(3)])).toBe(NOW - 3 * MINUTE);
    expect(updatedAt([got(1), { dataUpdatedAt: 0, errorUpdatedAt: 0 }])).toBeNull();
    expect(updatedAt([])).toBeNull();
  });
});
