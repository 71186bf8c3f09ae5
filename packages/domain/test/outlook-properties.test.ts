import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessTarget } from '../src/assess.ts';
import { ATTAINMENT_REASONS } from '../src/attainment.ts';
import { multiply } from '../src/decimal.ts';
import { CAVEAT_KINDS, type Figure } from '../src/figure.ts';
import { type Forecast, forecastOf } from '../src/forecast.ts';
import { FORECAST_REASONS } from '../src/forecast-reason.ts';
import type { Indicator, Measure } from '../src/indicator.ts';
import { outlookOf } from '../src/outlook.ts';
import { forecastSentence, outlookSentence } from '../src/outlook-text.ts';
import { COMPARATORS, TARGET_KINDS, type Target } from '../src/target.ts';
import { figure, figures, indicator, target } from './sample.ts';

const MEASURES: readonly Measure[] = ['stock', 'flow', 'share', 'rate', 'index'];

const anyYear = fc.integer({ min: 2015, max: 2030 });
const tame = fc.integer({ min: 1, max: 99_900 }).map((value) => value / 1000);
const wild = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.constantFrom(0, 100, -0.5, 1e14, 1e-9, -1e14, Number.NaN, Number.POSITIVE_INFINITY),
);
/** Mostly what shares and volumes can be, with now and then something else. */
const anyValue = fc.oneof({ arbitrary: tame, weight: 12 }, { arbitrary: wild, weight: 1 });
const anyFigures = fc.uniqueArray(
  fc
    .record({ year: anyYear, value: anyValue, decimals: fc.integer({ min: 0, max: 3 }) })
    .chain(({ year, value, decimals }) =>
      fc
        .subarray([...CAVEAT_KINDS], { maxLength: 1 })
        .map((caveats) => figure(year, value, { decimals, caveats: decimals === 3 ? caveats : [] })),
    ),
  { maxLength: 14, selector: ({ year }) => year, size: 'max' },
);
const anyTarget: fc.Arbitrary<Target> = fc
  .record({
    kind: fc.constantFrom('level' as const, 'share' as const, ...TARGET_KINDS),
    comparator: fc.constantFrom(...COMPARATORS),
    milestones: fc.array(
      fc.record({
        year: fc.option(fc.integer({ min: 2024, max: 2062 }), { freq: 9 }),
        value: fc.oneof(tame, anyValue),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    everyYear: fc.constantFrom(false, false, true),
    period: fc.record({ from: fc.integer({ min: 2014, max: 2020 }), to: fc.integer({ min: 2021, max: 2035 }) }),
    baseline: fc.option(fc.record({ year: fc.integer({ min: 2013, max: 2020 }), value: fc.option(anyValue) })),
    tolerance: fc.option(fc.constantFrom(0, 0.02, 0.1)),
  })
  .map((changes) => target(changes));
const anyIndicator: fc.Arbitrary<Indicator> = fc
  .record({
    direction: fc.constantFrom('more' as const, 'less' as const),
    measure: fc.constantFrom(...MEASURES),
    unit: fc.constantFrom('个', '%', '亿元', '指数'),
    naturalLimit: fc.constantFrom(null, 100, 100, 0),
  })
  .map((changes) => indicator(changes));

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function expectNested({ points, probability }: Forecast): void {
  expect(probability >= 0 && probability <= 1).toBe(true);
  for (const { low95, low80, value, high80, high95 } of points) {
    expect([low95 <= low80, low80 <= value, value <= high80, high80 <= high95]).toEqual([true, true, true, true]);
  }
}

describe('looking ahead from any figures', () => {
  it('gives finite numbers or a named reason, and says it', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyTarget, anyIndicator, anyFigures, anyYear, (one, of, given, asOf) => {
        const outlook = outlookOf(one, of, given, asOf, assessTarget(one, of, given, asOf));
        const forecast = forecastOf(one, of, given, asOf);
        expect(numbersIn([outlook, forecast]).filter((number) => !Number.isFinite(number))).toEqual([]);
        if ('reason' in forecast) expect(FORECAST_REASONS).toContain(forecast.reason);
        else expectNested(forecast);
        if ('reason' in outlook.attainment) expect(ATTAINMENT_REASONS).toContain(outlook.attainment.reason);
        met.add('reason' in forecast ? forecast.reason : forecast.scale);
        met.add('reason' in outlook.attainment ? outlook.attainment.reason : outlook.attainment.by);
        for (const lang of ['zh', 'en'] as const) {
          const text = outlookSentence(one, of, outlook, lang) + forecastSentence(one, of, forecast, lang);
          expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
          if (lang === 'zh') expect(text).not.toMatch(/ /);
        }
      }),
      { numRuns: 1500 },
    );
    // The figures were not so odd that nothing but reasons came out.
    for (const each of ['plain', 'log', 'logit', 'compound', 'units']) expect(met).toContain(each);
  });

  it('gives a forecast or a named reason for numbers no figure can be', () => {
    const huge = fc.double({ noNaN: true });
    fc.assert(
      fc.property(fc.array(huge, { minLength: 4, maxLength: 7 }), huge, anyIndicator, (values, value, of) => {
        const one = aimed(values, value, { kind: of.measure === 'share' ? 'share' : 'level' });
        const given = values.map((each, at) => figure(2015 + at, each));
        const found = forecastOf(one, of, given, 2014 + values.length);
        expect(numbersIn(found).every(Number.isFinite)).toBe(true);
        if ('reason' in found) expect(FORECAST_REASONS).toContain(found.reason);
        else expectNested(found);
      }),
      { numRuns: 500 },
    );
  });

  it('hears of no figure before the window nor after the as-of year', () => {
    fc.assert(
      fc.property(anyTarget, anyIndicator, anyFigures, anyYear, (one, of, given, asOf) => {
        const first = one.baseline?.year ?? one.period.from - 1;
        const within = given.filter(({ year }) => year >= first && year <= asOf);
        expect(forecastOf(one, of, given, asOf)).toEqual(forecastOf(one, of, within, asOf));
      }),
      { numRuns: 300 },
    );
  });
});

const amounts = fc.array(fc.integer({ min: 100, max: 100_000 }), { minLength: 4, maxLength: 9 });
const goal = fc.integer({ min: 1, max: 200_000 });
const volume = indicator();
const plain = indicator({ measure: 'index', unit: '指数' });
const either = fc.constantFrom(volume, plain);

/** Figures from 2015 on; the target lies two years after the last of them. */
function from2015(values: readonly number[], by = 1): Figure[] {
  return values.map((value, at) => figure(2015 + at, multiply(value, by)));
}

function aimed(values: readonly number[], value: number, changes: Partial<Target> = {}): Target {
  const year = 2016 + values.length;
  return target({ period: { from: 2016, to: year }, milestones: [{ year, value }], ...changes });
}

function forecast(one: Target, of: Indicator, given: Figure[]): Forecast {
  const found = forecastOf(one, of, given, given.at(-1)?.year ?? 0);
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

function near(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(expected)));
}

describe('a forecast', () => {
  it('scales with its unit, and its probability does not', () => {
    fc.assert(
      fc.property(amounts, goal, either, fc.constantFrom(0.0001, 0.1, 10, 1e4), (values, value, of, by) => {
        const before = forecast(aimed(values, value), of, from2015(values));
        const after = forecast(aimed(values, multiply(value, by)), of, from2015(values, by));
        near(after.probability, before.probability);
        for (const [at, point] of before.points.entries()) {
          const scaled = after.points[at];
          expect(scaled?.year).toBe(point.year);
          for (const key of ['value', 'low80', 'high80', 'low95', 'high95'] as const) {
            near((scaled?.[key] ?? Number.NaN) / by, point[key]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('moves with the calendar', () => {
    fc.assert(
      fc.property(amounts, goal, either, fc.integer({ min: -10, max: 10 }), (values, value, of, by) => {
        const one = aimed(values, value);
        const shifted = {
          ...one,
          period: { from: one.period.from + by, to: one.period.to + by },
          milestones: one.milestones.map((each) => ({ ...each, year: (each.year ?? 0) + by })),
        };
        const later = from2015(values).map((each) => ({ ...each, year: each.year + by }));
        const before = forecast(one, of, from2015(values));
        const after = forecast(shifted, of, later);
        expect(after.points.map(({ year }) => year - by)).toEqual(before.points.map(({ year }) => year));
        near(after.points.at(-1)?.value ?? 0, before.points.at(-1)?.value ?? 0);
        near(after.probability, before.probability);
      }),
      { numRuns: 100 },
    );
  });

  it('is met the less likely the more is demanded', () => {
    const comparator = fc.constantFrom('gte' as const, 'gt' as const, 'approx' as const, 'eq' as const);
    fc.assert(
      fc.property(amounts, goal, goal, either, comparator, (values, a, b, of, how) => {
        const chance = (value: number) => forecast(aimed(values, value, { comparator: how }), of, from2015(values));
        const [low, high] = [chance(Math.min(a, b)), chance(Math.max(a, b))];
        expect(low.probability).toBeGreaterThanOrEqual(high.probability - 1e-12);
      }),
      { numRuns: 150 },
    );
  });

  it('of a share is met the less likely the more is demanded, up to its limit', () => {
    const shares = fc.array(fc.integer({ min: 800, max: 999 }), { minLength: 4, maxLength: 6 });
    const demanded = fc.integer({ min: 800, max: 1010 });
    const of = indicator({ measure: 'share', unit: '%', naturalLimit: 100 });
    fc.assert(
      fc.property(shares, demanded, demanded, (values, a, b) => {
        const given = from2015(values, 0.1).map((each) => ({ ...each, decimals: 1 }));
        const chance = (value: number) => forecast(aimed(values, value / 10, { kind: 'share' }), of, given).probability;
        expect(chance(Math.min(a, b))).toBeGreaterThanOrEqual(chance(Math.max(a, b)) - 1e-12);
      }),
      { numRuns: 150 },
    );
  });

  it('mirrors: staying below −T of values below 0 is reaching T', () => {
    fc.assert(
      fc.property(amounts, goal, (values, value) => {
        const up = forecast(aimed(values, value), plain, from2015(values));
        const down = forecast(aimed(values, -value, { comparator: 'lte' }), plain, from2015(values, -1));
        near(down.probability, up.probability);
        near(down.points[0]?.low95 ?? 0, -(up.points[0]?.high95 ?? 0));
      }),
      { numRuns: 100 },
    );
  });

  it('rises with its figures', () => {
    fc.assert(
      fc.property(amounts, goal, fc.integer({ min: 0, max: 5000 }), (values, value, more) => {
        const raised = values.map((one) => one + more);
        const [low, high] = [values, raised].map((each) => forecast(aimed(values, value), plain, from2015(each)));
        expect(high?.probability).toBeGreaterThanOrEqual((low?.probability ?? 2) - 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it('comes nearer to a line, and surer of it, the more figures scatter evenly around it', () => {
    const widths = [4, 8, 16, 32].map((count) => {
      const given = Array.from({ length: count }, (_, at) => [2000 + at, 1000 + 50 * at + (at % 2 === 0 ? 3 : -3)]);
      const one = target({
        period: { from: 2001, to: 2000 + count },
        milestones: [{ year: 2000 + count, value: 1000 + 50 * count }],
      });
      const found = forecastOf(one, plain, figures(Object.fromEntries(given)), 2000 + count - 1);
      if ('reason' in found) throw new Error(found.reason);
      const [point] = found.points;
      const off = Math.abs((point?.value ?? 0) - (1000 + 50 * count));
      return { off, width: (point?.high95 ?? 0) - (point?.low95 ?? 0), chance: Math.abs(found.probability - 0.5) };
    });
    for (const key of ['off', 'width', 'chance'] as const) {
      const series = widths.map((each) => each[key]);
      expect([...series].sort((a, b) => b - a)).toEqual(series);
    }
    // ± t·3 in the end: nothing but the scatter is left.
    expect(widths.at(-1)?.width).toBeLessThan(2 * 2.1 * 3.3);
  });
});

describe('the year of attainment', () => {
  it('does not depend on the unit', () => {
    const kind = fc.constantFrom('level' as const, 'cumulative_increment' as const);
    fc.assert(
      fc.property(amounts, goal, kind, fc.constantFrom(0.0001, 0.1, 10, 1e4), (values, value, how, by) => {
        const attained = (scaledBy: number) => {
          const one = aimed(values, multiply(value, scaledBy), { kind: how });
          const given = from2015(values, scaledBy);
          return outlookOf(one, volume, given, 2024, assessTarget(one, volume, given, 2024)).attainment;
        };
        expect(attained(by)).toEqual(attained(1));
      }),
      { numRuns: 200 },
    );
  });

  it('is not earlier the more is demanded', () => {
    fc.assert(
      fc.property(amounts, goal, goal, (values, a, b) => {
        const year = (value: number) => {
          const one = aimed(values, value);
          const given = from2015(values);
          const { attainment } = outlookOf(one, volume, given, 2024, assessTarget(one, volume, given, 2024));
          if ('year' in attainment) return attainment.year;
          return attainment.reason === 'already_met' ? 0 : Number.POSITIVE_INFINITY;
        };
        expect(year(Math.min(a, b))).toBeLessThanOrEqual(year(Math.max(a, b)));
      }),
      { numRuns: 200 },
    );
  });
});
