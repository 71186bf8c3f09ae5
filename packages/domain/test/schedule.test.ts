import { describe, expect, it } from 'vitest';
import { schedule, scheduleLight } from '../src/schedule.ts';

describe('schedule', () => {
  it.each([
    [81.7, 75, 'on_track', 6.7],
    [75, 75, 'on_track', 0],
    [74.9, 75, 'lagging', -0.1],
    [45, 75, 'lagging', -30],
    [44.9, 75, 'far_behind', -30.1],
    [100, 75, 'achieved', 25],
    [100, 100, 'achieved', 0],
  ])('%d % against %d %: %s', (completion, scheduleShare, verdict, lead) => {
    expect(schedule({ completion, scheduleShare })).toMatchObject({ verdict, lead, ratio: null, score: null });
  });

  it('takes the cut of the document', () => {
    expect(schedule({ completion: 60, scheduleShare: 75, redCut: -10 }).verdict).toBe('far_behind');
  });

  it('shows a light below the cuts of the document', () => {
    expect([0, -10, -10.1, -30, -30.1].map((lead) => scheduleLight(lead, null))).toEqual([
      null,
      null,
      'yellow',
      'yellow',
      'red',
    ]);
    expect(scheduleLight(-6, { yellow: -5, red: -20 })).toBe('yellow');
  });

  it('needs a schedule, unless complete', () => {
    expect(schedule({ completion: 60, scheduleShare: null })).toMatchObject({
      verdict: 'unassessable',
      reason: 'no_schedule',
    });
    expect(schedule({ completion: 101, scheduleShare: null })).toMatchObject({ verdict: 'achieved', lead: null });
    expect(schedule({ completion: Number.NaN, scheduleShare: 3 }).reason).toBe('not_finite');
  });
});
