import { describe, expect, it } from 'vitest';
import { killRounds } from '../drills/kill-rounds.ts';
import { reviewRounds } from '../drills/review-rounds.ts';

describe('a server killed at random moments', () => {
  // `npm run drill` does the same two hundred times.
  it('has kept all it acknowledged, and nothing by half', { timeout: 300_000 }, async () => {
    const report = await killRounds(20);
    expect(report.faults).toEqual([]);
    expect(report.staged).toBeGreaterThan(5);
    expect(report.released).toBeGreaterThan(0);
  });

  it('has kept it while submissions are reviewed and released by the clock', { timeout: 300_000 }, async () => {
    const report = await reviewRounds(12);
    expect(report.faults).toEqual([]);
    expect(report.approved).toBeGreaterThan(5);
    expect(report.scheduled).toBeGreaterThan(0);
  });
});
