import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { formulaLines } from './formula.ts';

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
});
