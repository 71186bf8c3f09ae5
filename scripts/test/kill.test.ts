import { describe, expect, it } from 'vitest';
import { killRounds } from '../drills/kill-rounds.ts';

describe('a server killed at random moments', () => {
  // `npm run drill` does the same two hundred times.
  it('has kept all it acknowledged, and nothing by half', { timeout: 300_000 }, async () => {
    const report = await killRounds(20);
    expect(report.faults).toEqual([]);
    expect(report.staged).toBeGreaterThan(5);
    expect(report.released).toBeGreaterThan(0);
  });
});
