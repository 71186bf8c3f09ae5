import { describe, expect, it } from 'vitest';
import type { Figure } from '../src/figure.ts';
import { figure, figures, found, indicator, target, verdicts } from './sample.ts';

describe('caveats', () => {
  const one = target({ baseline: { year: 2020, value: 30000 } });
  const judgedIn2025 = (value: number, caveats: Figure['caveats'], of = indicator()) =>
    verdicts(one, [figure(2022, 40000), figure(2025, value, { caveats })], 2025, 2026, of);
  const open = 'unassessable no_figure_for_due_year';

  it.each<[string, number, Figure['caveats'], string[]]>([
    ['a lower bound above T', 60000, ['at_least'], ['achieved', 'achieved']],
    ['a lower bound below T', 59000, ['at_least'], [open, open]],
    ['an upper bound above T', 61000, ['at_most'], [open, open]],
    ['an upper bound below T', 59000, ['at_most'], ['missed', 'missed']],
    ['another scope above T', 61000, ['scope'], [open, open]],
    ['another scope below T', 59000, ['scope'], [open, open]],
    ['a stock of part of the year above T', 61000, ['part_year'], ['achieved', 'achieved']],
    ['a stock of part of the year below T', 59000, ['part_year'], ['on_track', open]],
    ['an expected value below T', 59000, ['expected'], ['missed', 'missed']],
  ])('%s', (_name, value, caveats, expected) => {
    expect(judgedIn2025(value, caveats)).toEqual(expected);
  });

  it('does not let a growth rate of part of the year decide', () => {
    const rate = indicator({ measure: 'rate', unit: '%' });
    const growth = target({ kind: 'growth_rate', milestones: [{ year: 2025, value: 8 }] });
    const given = [figure(2025, 9, { caveats: ['part_year'] })];
    const wide = { ...growth, period: { from: 2025, to: 2025 } };
    expect(verdicts(wide, given, 2025, 2026, rate)).toEqual(['ahead', open]);
  });

  it('lets a mean over the period decide, not the rate of its last year', () => {
    const rate = indicator({ measure: 'rate', unit: '%' });
    const growth = target({ kind: 'growth_rate', milestones: [{ year: 2025, value: 8 }] });
    const five = { 2021: 12, 2022: 9, 2023: 8, 2024: 9, 2025: 3 };
    expect(verdicts(growth, figures(five), 2025, 2025, rate)).toEqual(['achieved']);
    const { 2022: _, ...four } = five;
    expect(verdicts(growth, figures({ ...four, 2025: 9 }), 2025, 2026, rate)).toEqual([
      'unassessable missing_year',
      'unassessable missing_year',
    ]);
  });

  it('turns with the direction', () => {
    const less = target({
      comparator: 'lte',
      milestones: [{ year: 2025, value: 5 }],
      baseline: { year: 2020, value: 8 },
    });
    const faults = indicator({ direction: 'less', measure: 'share' });
    const at = (value: number, caveats: Figure['caveats']) =>
      verdicts(less, [figure(2022, 7), figure(2025, value, { caveats })], 2025, 2025, faults)[0];
    expect(at(5, ['at_most'])).toBe('achieved');
    expect(at(5, ['at_least'])).toBe(open);
    expect(at(6, ['at_least'])).toBe('missed');
    expect(at(6, ['at_most'])).toBe(open);
  });

  it('does not let another scope show a target achieved early', () => {
    const given = [figure(2021, 40000), figure(2022, 70000, { caveats: ['scope'] })];
    expect(found(one, given, 2022)).toMatchObject({ verdict: 'ahead', provisional: true, caveats: ['scope'] });
  });

  it('leaves a flow of part of the year out', () => {
    expect(judgedIn2025(70000, ['part_year'], indicator({ measure: 'flow' }))).toEqual(['lagging', open]);
  });

  it('marks a verdict provisional by its base and its latest figure', () => {
    const free = target();
    const given = [
      figure(2020, 30000, { caveats: ['about'] }),
      figure(2021, 1, { caveats: ['scope'] }),
      figure(2022, 40000),
    ];
    expect(found(free, given, 2022)).toMatchObject({ provisional: true, caveats: ['about'] });
    expect(found(one, [figure(2022, 40000, { status: 'preliminary' })], 2022)).toMatchObject({
      provisional: true,
      caveats: [],
    });
    expect(found(one, [figure(2022, 40000, { status: 'revised' })], 2022).provisional).toBe(false);
  });
});
