import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCase } from '../src/assess-case.ts';
import { REASONS } from '../src/assessment.ts';
import { VERDICTS } from '../src/verdict.ts';

const pace = {
  method: 'required_pace',
  direction: 'increase',
  base_year: 2015,
  base_value: 100,
  latest_year: 2018,
  latest_value: 110,
  target_year: 2030,
  target_value: 150,
};

describe('assessCase', () => {
  it('judges a required pace', () => {
    const result = assessCase(pace);
    expect(Object.keys(result).sort()).toEqual(['ratio', 'score', 'verdict']);
    expect(result.verdict).toBe('ahead');
    expect(result.ratio).toBeCloseTo(1.17812106279503, 12);
    expect(result.score).toBeCloseTo(4.1295009394, 9);
  });

  it('judges a decrease', () => {
    const result = assessCase({ ...pace, direction: 'decrease', base_value: 10, latest_value: 8, target_value: 0 });
    expect(result.verdict).toBe('far_behind');
    expect(result.ratio).toBeCloseTo(0.15622814399816, 12);
  });

  it('judges a direction, with and without a limit', () => {
    const one = {
      ...pace,
      method: 'direction_only',
      latest_year: 2016,
      base_value: 95,
      latest_value: 95.4,
      target_value: null,
    };
    expect(assessCase(one)).toEqual({ verdict: 'far_behind' });
    expect(assessCase({ ...one, natural_limit: 100 })).toEqual({ verdict: 'on_track' });
    expect(assessCase({ ...one, natural_limit: null, direction: 'decrease' })).toEqual({ verdict: 'reversing' });
  });

  it('judges a schedule, from a completion or from the values', () => {
    expect(assessCase({ method: 'schedule', completion: 81.7, schedule_share: 75 })).toEqual({
      verdict: 'on_track',
      lead: 6.7,
    });
    const values = {
      method: 'schedule',
      direction: 'increase',
      latest_value: 30,
      target_value: 40,
      schedule_share: 80,
    };
    expect(assessCase(values)).toEqual({ verdict: 'lagging', lead: -5 });
    expect(assessCase({ ...values, direction: 'decrease', latest_value: 50 })).toEqual({
      verdict: 'on_track',
      lead: 0,
    });
    expect(assessCase({ ...values, schedule_share: null })).toEqual({ verdict: 'unassessable', reason: 'no_schedule' });
    expect(assessCase({ ...values, latest_value: 41 })).toMatchObject({ verdict: 'achieved' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['target_without_value', { target_value: null }],
    ['too_few_figures', { base_value: null }],
    ['too_few_figures', { base_year: undefined }],
    ['too_few_figures', { latest_value: null }],
    ['too_few_figures', { latest_year: null }],
    ['no_figures', { base_value: null, latest_value: null }],
    ['no_milestone_year', { target_year: null }],
    ['year_order', { latest_year: 2015 }],
    ['opposite_signs', { base_value: -5 }],
    ['no_change_required', { target_value: 100, latest_value: 99 }],
    ['invalid_case', { base_value: '100' }],
    ['invalid_case', { direction: 'up' }],
    ['invalid_case', { method: 'path' }],
    ['invalid_case', { method: 'constructor' }],
    ['not_finite', { latest_value: Number.POSITIVE_INFINITY }],
    ['no_figures', { method: 'direction_only', base_value: null, latest_value: null }],
    ['too_few_figures', { method: 'direction_only', base_value: null }],
    ['target_without_value', { method: 'schedule', target_value: null }],
    ['no_figures', { method: 'schedule', latest_value: null }],
  ])('%s for %j', (reason, changes) => {
    expect(assessCase({ ...pace, ...changes })).toEqual({ verdict: 'unassessable', reason });
  });

  it.each([null, undefined, 3, 'text', [], {}])('takes %j for no case', (input) => {
    expect(assessCase(input)).toEqual({ verdict: 'unassessable', reason: 'invalid_case' });
  });

  it('calls a met target achieved even without a base', () => {
    expect(assessCase({ ...pace, base_value: null, latest_value: 150 })).toEqual({ verdict: 'achieved', score: 5 });
  });

  it('never throws and never gives a number that is not finite', () => {
    const anything = fc.oneof(fc.double(), fc.constant(null), fc.integer({ min: -5, max: 2030 }), fc.string());
    const any = fc.record(
      {
        method: fc.constantFrom('required_pace', 'direction_only', 'schedule'),
        direction: fc.constantFrom('increase', 'decrease'),
        base_year: anything,
        base_value: anything,
        latest_year: anything,
        latest_value: anything,
        target_year: anything,
        target_value: anything,
        natural_limit: anything,
        completion: anything,
        schedule_share: anything,
      },
      { requiredKeys: ['method', 'direction'] },
    );
    fc.assert(
      fc.property(any, (input) => {
        const { verdict, reason, ...numbers } = assessCase(input);
        expect(VERDICTS).toContain(verdict);
        if (verdict === 'unassessable') expect(REASONS).toContain(reason);
        expect(Object.values(numbers).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
