import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgedSeries } from '../src/judged-series.ts';
import type { TargetKind } from '../src/target.ts';
import { figure, figures, indicator, target } from './sample.ts';

function values(series: { points: { year: number; value: number }[] }): [number, number][] {
  return series.points.map(({ year, value }) => [year, value]);
}

const flow = indicator({ measure: 'flow' });
const plain = figures({ 2020: 80, 2021: 92, 2022: 100, 2023: 96 });

describe('judgedSeries', () => {
  it.each<[TargetKind, [number, number][], number | null]>([
    [
      'level',
      [
        [2020, 80],
        [2021, 92],
        [2022, 100],
        [2023, 96],
      ],
      80,
    ],
    [
      'share',
      [
        [2020, 80],
        [2021, 92],
        [2022, 100],
        [2023, 96],
      ],
      80,
    ],
    [
      'annual_flow',
      [
        [2020, 80],
        [2021, 92],
        [2022, 100],
        [2023, 96],
      ],
      null,
    ],
    [
      'cumulative_increment',
      [
        [2021, 12],
        [2022, 20],
        [2023, 16],
      ],
      0,
    ],
    [
      'growth_vs_baseline',
      [
        [2021, 15],
        [2022, 25],
        [2023, 20],
      ],
      0,
    ],
    [
      'reduction_vs_baseline',
      [
        [2021, -15],
        [2022, -25],
        [2023, -20],
      ],
      0,
    ],
    [
      'multiple_of_baseline',
      [
        [2021, 1.15],
        [2022, 1.25],
        [2023, 1.2],
      ],
      1,
    ],
  ])('%s of a stock from a named baseline year', (kind, expected, base) => {
    const series = judgedSeries(target({ kind, baseline: { year: 2020, value: null } }), indicator(), plain, 2023);
    expect(values(series)).toEqual(expected);
    expect(series.base).toEqual(base === null ? null : { year: 2020, value: base });
    expect(series.reason).toBeUndefined();
  });

  it('is exact: 115 on 100 is 15 %, not 14.999…', () => {
    const growth = target({ kind: 'growth_vs_baseline', baseline: { year: 2020, value: 100 } });
    expect(values(judgedSeries(growth, indicator(), figures({ 2021: 115 }), 2021))).toEqual([[2021, 15]]);
  });

  it('sums a flow from the first year of the period on', () => {
    const series = judgedSeries(
      target({ kind: 'cumulative_increment' }),
      flow,
      figures({ 2020: 7, 2021: 0.1, 2022: 0.2 }),
      2025,
    );
    expect(values(series)).toEqual([
      [2021, 0.1],
      [2022, 0.3],
    ]);
    expect(series.base).toEqual({ year: 2020, value: 0 });
    const short = target({ kind: 'cumulative_increment', period: { from: 2021, to: 2021 } });
    expect(values(judgedSeries(short, flow, figures({ 2021: 0.1, 2022: 0.2 }), 2025))).toEqual([[2021, 0.1]]);
  });

  it('stops a sum at a missing year, and says so', () => {
    const sums = target({ kind: 'cumulative_increment' });
    const gap = judgedSeries(sums, flow, figures({ 2021: 5, 2023: 6 }), 2025);
    expect(values(gap)).toEqual([[2021, 5]]);
    expect(gap.reason).toBe('missing_year');
    expect(judgedSeries(sums, flow, figures({ 2022: 5 }), 2025)).toMatchObject({ points: [], reason: 'missing_year' });
  });

  it('marks a sum by the worst of its parts', () => {
    const parts = [figure(2021, 5, { status: 'estimated' }), figure(2022, 6, { caveats: ['at_least'], decimals: 1 })];
    const series = judgedSeries(target({ kind: 'cumulative_increment' }), flow, parts, 2025);
    expect(series.points[1]).toMatchObject({ value: 11, status: 'estimated', caveats: ['at_least'], decimals: 1 });
  });

  it('takes the average growth rate since the baseline, since the year before the period without one', () => {
    const rate = target({ kind: 'growth_rate' });
    const series = judgedSeries(rate, flow, figures({ 2020: 100, 2021: 121, 2022: 121 }), 2025);
    expect(values(series)).toEqual([
      [2021, 21],
      [2022, 10],
    ]);
    expect(series.base).toBeNull();
  });

  it('takes each year on the year before for 每年增长', () => {
    const yearly = target({ kind: 'growth_rate', everyYear: true });
    expect(values(judgedSeries(yearly, flow, figures({ 2020: 100, 2021: 110, 2023: 120 }), 2025))).toEqual([
      [2021, 10],
    ]);
  });

  describe('of an indicator that already is a growth rate', () => {
    const rates = indicator({ measure: 'rate', unit: '%' });
    const given = figures({ 2019: 3, 2021: 5.9, 2022: 1.6, 2023: 8 }, { decimals: 1 });

    it('takes the figure itself for 每年', () => {
      const yearly = target({ kind: 'growth_rate', everyYear: true });
      expect(values(judgedSeries(yearly, rates, given, 2022))).toEqual([
        [2019, 3],
        [2021, 5.9],
        [2022, 1.6],
      ]);
    });

    it('takes the compound mean since the first year of the period for 年均', () => {
      const { points, reason } = judgedSeries(target({ kind: 'growth_rate' }), rates, given, 2025);
      // (1.059 · 1.016)^(1/2) − 1 and (1.059 · 1.016 · 1.08)^(1/3) − 1, worked outside the program.
      expect(points.map(({ year, value, from }) => [year, value, from])).toEqual([
        [2019, 3, undefined],
        [2021, 5.9, undefined],
        [2022, 3.7277204994, 2021],
        [2023, 5.1326975342, 2021],
      ]);
      expect(reason).toBeUndefined();
    });

    it('has no mean from a year without a figure on', () => {
      const { points, reason } = judgedSeries(
        target({ kind: 'growth_rate', period: { from: 2020, to: 2025 } }),
        rates,
        given,
        2025,
      );
      expect(points.map(({ value }) => value)).toEqual([3, 5.9, 1.6, 8]);
      expect(reason).toBe('missing_year');
    });
  });

  it('prefers the stated baseline to the figure of its year', () => {
    const series = judgedSeries(target({ baseline: { year: 2020, value: 81 } }), indicator(), plain, 2025);
    expect(series.base).toEqual({ year: 2020, value: 81 });
  });

  it.each([
    ['no_baseline', 'growth_vs_baseline', null, plain],
    ['no_baseline_value', 'growth_vs_baseline', { year: 2019, value: null }, plain],
    ['no_baseline_value', 'cumulative_increment', null, figures({ 2022: 3 })],
    ['not_finite', 'growth_vs_baseline', { year: 2020, value: 0 }, plain],
    ['opposite_signs', 'multiple_of_baseline', { year: 2020, value: -4 }, plain],
  ] as const)('has no points and says %s', (reason, kind, baseline, given) => {
    expect(judgedSeries(target({ kind, baseline }), indicator(), given, 2025)).toMatchObject({ points: [], reason });
  });

  it('keeps the points of a level without the value of its baseline', () => {
    const series = judgedSeries(target({ baseline: { year: 2015, value: null } }), indicator(), plain, 2025);
    expect(series).toMatchObject({ base: null, reason: 'no_baseline_value' });
    expect(series.points).toHaveLength(4);
  });

  it('turns a bound where the judged value falls as the figure rises', () => {
    const base = { year: 2020, value: null };
    const given = [figure(2020, 100, { caveats: ['at_least'] }), figure(2021, 120)];
    const growth = judgedSeries(target({ kind: 'growth_vs_baseline', baseline: base }), indicator(), given, 2025);
    expect(growth.points[0]?.caveats).toEqual(['at_most']);
    const reduction = judgedSeries(target({ kind: 'reduction_vs_baseline', baseline: base }), indicator(), given, 2025);
    expect(reduction.points[0]?.caveats).toEqual(['at_least']);
    const bound = [figure(2020, 100), figure(2021, 90, { caveats: ['at_least'] })];
    const reduced = target({ kind: 'reduction_vs_baseline', baseline: base });
    expect(judgedSeries(reduced, indicator(), bound, 2025).points[0]?.caveats).toEqual(['at_most']);
  });

  it('leaves out a flow of part of a year, keeps a stock', () => {
    const part = figures({ 2021: 5 }, { caveats: ['part_year'] });
    expect(judgedSeries(target(), flow, part, 2025).points).toEqual([]);
    expect(judgedSeries(target(), indicator(), part, 2025).points).toHaveLength(1);
  });

  it('ignores what is after the as-of year, of another indicator or region, or no number', () => {
    const given = [
      figure(2026, 1),
      figure(2021, 2, { indicator: 'other' }),
      figure(2022, 3, { region: '370300' }),
      figure(2023, Number.NaN),
      figure(2024, 4),
    ];
    expect(values(judgedSeries(target(), indicator(), given, 2025))).toEqual([[2024, 4]]);
  });

  it('takes the last one given of several figures of a year, whatever their order otherwise', () => {
    const given = [figure(2023, 3), figure(2022, 2), figure(2023, 5)];
    expect(values(judgedSeries(target(), indicator(), given, 2025))).toEqual([
      [2022, 2],
      [2023, 5],
    ]);
  });

  it('adds up to the same sum as the parts, in decimal', () => {
    const tenths = fc.array(fc.integer({ min: 0, max: 100000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(tenths, (parts) => {
        const given = parts.map((part, index) => figure(2021 + index, part / 10));
        const series = judgedSeries(target({ kind: 'cumulative_increment' }), flow, given, 2025);
        const total = parts.reduce((sum, part) => sum + part, 0);
        return series.points.at(-1)?.value === Number((total / 10).toFixed(1));
      }),
    );
  });
});
