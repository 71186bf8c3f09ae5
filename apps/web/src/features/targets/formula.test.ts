import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { cutsOf, formulaLines } from './formula.ts';

const lines = (row: Parameters<typeof formulaLines>[0]) =>
  formulaLines(row, 'zh').map(({ symbol, expression, result }) => `${symbol}: ${expression} = ${result}`);

describe('the formula with its numbers', () => {
  it('of the required pace', () => {
    expect(lines(sampleTarget())).toEqual([
      'observed: (75 ÷ 66)^(1/(2025−2021)) − 1 = 3.25%',
      'required: (100 ÷ 66)^(1/(2026−2021)) − 1 = 8.67%',
      'ratio: 3.25% ÷ |8.67%| = 0.374',
    ]);
  });

  it('turns the sign where less is better', () => {
    const row = sampleTarget({
      direction: 'less',
      assessment: { observedPace: -0.02, requiredPace: -0.04, ratio: 0.5 },
    });
    expect(lines(row).at(-1)).toBe('ratio: −(-2.00%) ÷ |-4.00%| = 0.500');
  });

  it('of the path starts at the base', () => {
    const row = sampleTarget({
      judgedUnit: '%',
      pathNow: 4.8,
      assessment: {
        method: 'path',
        base: { year: 2021, value: 0 },
        latest: { year: 2025, value: 5.13159829436848, decimals: 1, status: 'final', caveats: [] },
        gapToPath: 0.33159829436848,
        ratio: 1.0691,
      },
    });
    expect(lines(row)).toEqual(['gapToPath: 5.13% − 4.8% = +0.33个百分点', 'share: (5.13 − 0) ÷ (4.8 − 0) = 106.9%']);
  });

  it('of the path without a base, where less is better, is path over value', () => {
    const row = sampleTarget({
      direction: 'less',
      pathNow: 50,
      assessment: { method: 'path', base: null, gapToPath: 25, ratio: 50 / 75 },
    });
    expect(lines(row).at(-1)).toBe('share: 50 ÷ 75 = 66.7%');
  });

  it('says how a target was met or missed', () => {
    const missed = sampleTarget({ assessment: { verdict: 'missed', method: null } });
    expect(lines(missed)).toEqual(['met: 75家 − 100家 = −25家']);
  });

  it('is empty where nothing could be computed', () => {
    const none = { base: null, latest: null, due: null, ratio: null, observedPace: null, requiredPace: null };
    expect(lines(sampleTarget({ assessment: { ...none, verdict: 'unassessable' } }))).toEqual([]);
    expect(lines(sampleTarget({ pathNow: null, assessment: { method: 'path' } }))).toEqual([]);
  });

  it('of the schedule is completion less the path of the year', () => {
    const row = sampleTarget({ pathNow: 93.2, assessment: { method: 'schedule', lead: -18.2 } });
    expect(lines(row)).toEqual([
      'completion: 75 ÷ 100 = 75.0%',
      'scheduleShare: 93.2 ÷ 100 = 93.2%',
      'lead: 75.0% − 93.2% = −18.2个百分点',
    ]);
  });

  it('of the direction names the factor near a natural limit', () => {
    const row = sampleTarget({ assessment: { method: 'direction_only', requiredPace: null, ratio: null } });
    const share = { ...row, indicator: { ...row.indicator, naturalLimit: 100 } };
    expect(lines(share)).toEqual([
      'observed: (75 ÷ 66)^(1/(2025−2021)) − 1 = 3.25%',
      'limit: 1 − (66 ÷ 100)^4.44 = 0.842',
    ]);
    expect(lines(row)).toHaveLength(1);
  });
});

describe('the cuts of the method', () => {
  const cuts = (row: Parameters<typeof cutsOf>[0]) => cutsOf(row).map(({ verdict, cut }) => `${verdict} ${cut}`);

  it('are those of the target and its document', () => {
    expect(cuts(sampleTarget({ tolerance: 0.05, assessment: { method: 'path' } }))).toContain('on_track v ≥ p − 5% p');
    const strict = { scheduleCuts: { yellow: -5, red: -20 }, assessment: { method: 'schedule' as const } };
    expect(cuts(sampleTarget(strict))).toEqual(['on_track Δ ≥ 0', 'lagging −20 ≤ Δ < 0', 'far_behind Δ < −20']);
    const direction = sampleTarget({ assessment: { method: 'direction_only' } });
    expect(cuts(direction)[0]).toBe('on_track a ≥ 1.50%');
  });

  it('are none where no method judged', () => {
    expect(cutsOf(sampleTarget({ assessment: { method: null } }))).toEqual([]);
  });
});
