import { describe, expect, it } from 'vitest';
import type { CaveatKind } from '../src/figure.ts';
import { type Forecast, forecastOf, type NoForecast } from '../src/forecast.ts';
import { FORECAST_REASON_WORDS, FORECAST_REASONS } from '../src/forecast-reason.ts';
import type { Target } from '../src/target.ts';
import { figure, figures, indicator, target } from './sample.ts';

function made(found: Forecast | NoForecast): Forecast {
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

/** From year `from` on, one value a year. */
function yearly(from: number, values: readonly number[]): Record<number, number> {
  return Object.fromEntries(values.map((value, index) => [from + index, value]));
}

const due = (year: number, value: number): Partial<Target> => ({ milestones: [{ year, value }] });
const share = indicator({ measure: 'share', unit: '%', naturalLimit: 100 });
const index = indicator({ measure: 'index', unit: '指数' });

describe('running sums of a flow', () => {
  it('are the yearly amounts carried on and summed', () => {
    // Amounts 10, 12, 11, 14 and two years more, worked outside the program: 47 + 2·9 + 11·1.1, s√(2 + x(XᵀX)⁻¹xᵀ).
    const flow = indicator({ measure: 'flow' });
    const sums = target({ kind: 'cumulative_increment', period: { from: 2021, to: 2026 }, ...due(2026, 80) });
    const found = made(forecastOf(sums, flow, figures(yearly(2021, [10, 12, 11, 14])), 2024));
    expect(found.points.map(({ year }) => year)).toEqual([2025, 2026]);
    expect(found.points[1]?.value).toBeCloseTo(77.1, 10);
    expect(found.points[1]?.low80).toBeCloseTo(70.1028577, 6);
    expect(found.points[1]?.low95).toBeCloseTo(61.1337374, 6);
    expect(found.probability).toBeCloseTo(0.2581653, 6);
    expect(found.slope).toBeCloseTo(1.1, 12);
  });
});

describe('published forecasts', () => {
  it('of a linear trend: twelve months of sales', () => {
    // 219.5 (211.067, 227.933) for t = 13, 222.231 (213.504, 230.958) for t = 14, by Minitab: an exercise on time
    // series, https://wizedu.com/questions/626145.
    const sales = [185, 192, 189, 201, 195, 199, 206, 203, 208, 209, 218, 216];
    const one = target({ period: { from: 2002, to: 2014 }, ...due(2014, 220) });
    const { points, freedom, slope, scale } = made(forecastOf(one, index, figures(yearly(2001, sales)), 2012));
    expect({ scale, freedom, slope: slope.toFixed(3) }).toEqual({ scale: 'plain', freedom: 10, slope: '2.731' });
    expect(points.map(({ year }) => year)).toEqual([2013, 2014]);
    const printed = points.map(({ value, low95, high95 }) => [value, low95, high95].map((one) => one.toFixed(3)));
    expect(printed).toEqual([
      ['219.500', '211.067', '227.933'],
      ['222.231', '213.504', '230.958'],
    ]);
  });

  it('of a log-linear trend: the 100 metres at the Olympic Games', () => {
    // 9.68 s for 2012, prediction interval 9.39 to 9.97, from the games since 1900: M. Gesmann, London Olympics 100m
    // men's sprint results, https://lamages.blogspot.com/2012/08/london-olympics-100m-mens-sprint-results.html.
    const times: Record<number, number> = {
      ...{ 1896: 12, 1900: 11, 1904: 11, 1906: 11.2, 1908: 10.8, 1912: 10.8, 1920: 10.8, 1924: 10.6, 1928: 10.8 },
      ...{ 1932: 10.3, 1936: 10.3, 1948: 10.3, 1952: 10.4, 1956: 10.5, 1960: 10.2, 1964: 10, 1968: 9.95, 1972: 10.14 },
      ...{
        1976: 10.06,
        1980: 10.25,
        1984: 9.99,
        1988: 9.92,
        1992: 9.96,
        1996: 9.84,
        2000: 9.87,
        2004: 9.85,
        2008: 9.69,
      },
    };
    const one = target({ period: { from: 1901, to: 2012 }, comparator: 'lte', ...due(2012, 9.63) });
    const of = indicator({ measure: 'flow', direction: 'less', unit: '秒' });
    const found = made(forecastOf(one, of, figures(times, { decimals: 2 }), 2008));
    expect(found).toMatchObject({ scale: 'log', figures: 26, first: 1900, last: 2008, decimals: 2 });
    const { value, low95, high95 } = found.points.at(-1) ?? { value: 0, low95: 0, high95: 0 };
    expect([value, low95, high95].map((time) => time.toFixed(2))).toEqual(['9.68', '9.39', '9.97']);
    expect(found.probability).toBeGreaterThan(0.3);
    expect(found.probability).toBeLessThan(0.4);
  });
});

describe('the scale', () => {
  const growing = figures({ 2020: 20000, 2021: 25000, 2022: 31000, 2023: 38000, 2024: 49000 });
  const scaleOf = (...of: Parameters<typeof forecastOf>) => made(forecastOf(...of)).scale;

  it('is logarithmic for volumes above 0', () => {
    expect(scaleOf(target(), indicator(), growing, 2024)).toBe('log');
    expect(scaleOf(target(), indicator({ measure: 'flow' }), growing, 2024)).toBe('log');
    expect(scaleOf(target({ kind: 'annual_flow' }), indicator({ measure: 'flow' }), growing, 2024)).toBe('log');
    const multiple = target({ kind: 'multiple_of_baseline', baseline: { year: 2020, value: null }, ...due(2025, 3) });
    expect(scaleOf(multiple, indicator(), growing, 2024)).toBe('log');
    const withZero = figures({ 2020: 0, 2021: 5, 2022: 7, 2023: 11, 2024: 14 });
    expect(scaleOf(target(), indicator(), withZero, 2024)).toBe('plain');
  });

  it('is plain for indexes, rates, increments and changes', () => {
    expect(scaleOf(target(), index, growing, 2024)).toBe('plain');
    expect(scaleOf(target(), indicator({ measure: 'rate', unit: '%' }), growing, 2024)).toBe('plain');
    const sums = target({ kind: 'cumulative_increment' });
    expect(scaleOf(sums, indicator({ measure: 'flow' }), growing, 2024)).toBe('plain');
    const growth = target({ kind: 'growth_vs_baseline', baseline: { year: 2020, value: null }, ...due(2025, 200) });
    expect(scaleOf(growth, indicator(), growing, 2024)).toBe('plain');
    expect(scaleOf({ ...growth, kind: 'reduction_vs_baseline' }, indicator(), growing, 2024)).toBe('plain');
    const rates = target({ kind: 'growth_rate', everyYear: true, ...due(2025, 8) });
    expect(scaleOf(rates, indicator(), figures(yearly(2020, [10, 11, 12, 14, 15, 17])), 2025 - 1)).toBe('plain');
  });

  it('is the logit for shares near their limits, or that would leave them', () => {
    const middle = [41, 43.2, 44.9, 47.1, 49];
    const one = target({ kind: 'share', ...due(2025, 60) });
    expect(scaleOf(one, share, figures(yearly(2020, middle)), 2024)).toBe('plain');
    expect(scaleOf(one, share, figures(yearly(2020, [81, 85, 88, 90, 90.1])), 2024)).toBe('logit');
    expect(scaleOf(one, share, figures(yearly(2020, [9.9, 12, 15, 17, 19])), 2024)).toBe('logit');
    expect(scaleOf(one, share, figures(yearly(2020, [60, 41, 79, 55, 85])), 2024)).toBe('logit');
    const far = target({ kind: 'share', period: { from: 2021, to: 2050 }, ...due(2050, 90) });
    expect(scaleOf(far, share, figures(yearly(2020, middle)), 2024)).toBe('logit');
    expect(scaleOf(one, { ...share, naturalLimit: null }, figures(yearly(2020, [81, 85, 88, 90, 95])), 2024)).toBe(
      'plain',
    );
  });

  it('keeps a share within its limits', () => {
    const one = target({ kind: 'share', period: { from: 2021, to: 2035 }, ...due(2035, 99) });
    const { points } = made(forecastOf(one, share, figures(yearly(2020, [88, 91, 92, 95, 96])), 2024));
    expect(points).toHaveLength(11);
    for (const { low95, value, high95 } of points) {
      expect([low95 > 0, low95 < value, value < high95, high95 < 100]).toEqual([true, true, true, true]);
    }
  });
});

describe('figures', () => {
  const known = yearly(2019, [18000, 20000, 25000, 31000, 38000, 49000]);
  const plain = forecastOf(target({ period: { from: 2020, to: 2025 } }), indicator(), figures(known), 2024);

  it('outside the window change nothing', () => {
    const one = target({ period: { from: 2020, to: 2025 } });
    const more = [...figures({ 2010: 1, 2018: 99999, 2025: 3, 2026: 7 }), ...figures(known)];
    expect(made(plain).figures).toBe(6);
    expect(forecastOf(one, indicator(), more, 2024)).toEqual(plain);
    // Where every year is compared with the one before it, the year before the window is outside too.
    const rates = target({ kind: 'growth_rate', everyYear: true, period: { from: 2020, to: 2025 }, ...due(2025, 8) });
    const found = forecastOf(rates, indicator(), figures(known), 2024);
    expect(made(found).figures).toBe(5);
    expect(forecastOf(rates, indicator(), more, 2024)).toEqual(found);
  });

  it('count from the baseline year on, where there is one', () => {
    const one = target({ period: { from: 2021, to: 2025 }, baseline: { year: 2020, value: 20000 } });
    expect(made(forecastOf(one, indicator(), figures(known), 2024))).toMatchObject({ figures: 5, first: 2020 });
    const longer = target({ period: { from: 2021, to: 2025 }, baseline: { year: 2015, value: 12000 } });
    expect(made(forecastOf(longer, indicator(), figures(known), 2024))).toMatchObject({ figures: 6, first: 2019 });
  });

  it.each<CaveatKind>(['at_least', 'at_most', 'part_year', 'scope'])('that are %s are not used', (caveat) => {
    const one = target({ period: { from: 2020, to: 2025 } });
    const odd = figures(known).map((given) => (given.year === 2022 ? { ...given, caveats: [caveat] } : given));
    const without = figures(known).filter(({ year }) => year !== 2022);
    expect(forecastOf(one, indicator(), odd, 2024)).toEqual(forecastOf(one, indicator(), without, 2024));
    expect(made(forecastOf(one, indicator(), odd, 2024)).figures).toBe(5);
  });

  it('that are expected or about are used', () => {
    const one = target({ period: { from: 2020, to: 2025 } });
    const given = figures(known, { caveats: ['expected', 'about'] });
    expect(forecastOf(one, indicator(), given, 2024)).toEqual(plain);
  });

  it('of part of the last year leave that year to the forecast, a bound does not', () => {
    const last = (caveats: CaveatKind[]) => [
      ...figures({ ...known, 2024: 0 }).slice(0, -1),
      figure(2024, 40000, { caveats }),
    ];
    const years = (caveats: CaveatKind[]) =>
      made(forecastOf(target(), indicator(), last(caveats), 2024)).points.map(({ year }) => year);
    expect(years(['part_year'])).toEqual([2024, 2025]);
    expect(years(['scope'])).toEqual([2024, 2025]);
    expect(years(['at_least'])).toEqual([2025]);
  });
});

describe('the probability', () => {
  const noisy = figures({ 2020: 20000, 2021: 25000, 2022: 31000, 2023: 38000, 2024: 49000 });
  const chance = (changes: Partial<Target>, of = indicator()) =>
    made(forecastOf(target(changes), of, noisy, 2024)).probability;

  it('is one half at the forecast and that of the interval at its ends', () => {
    const [point] = made(forecastOf(target(), indicator(), noisy, 2024)).points;
    expect(chance(due(2025, point?.value ?? 0))).toBeCloseTo(0.5, 9);
    expect(chance(due(2025, point?.low80 ?? 0))).toBeCloseTo(0.9, 9);
    expect(chance(due(2025, point?.high95 ?? 0))).toBeCloseTo(0.025, 9);
  });

  it('of staying below is the other part', () => {
    const below = chance({ comparator: 'lte' }, indicator({ direction: 'less' }));
    expect(below + chance({ comparator: 'gte' })).toBeCloseTo(1, 12);
    expect(chance({ comparator: 'gt' })).toBe(chance({ comparator: 'gte' }));
    expect(chance({ comparator: 'lt' }, indicator({ direction: 'less' }))).toBe(below);
  });

  it('takes 左右 with its tolerance, and the nearer end of a range', () => {
    expect(chance({ comparator: 'approx' })).toBe(chance(due(2025, 58800)));
    expect(chance({ comparator: 'approx', tolerance: 0.1 })).toBe(chance(due(2025, 54000)));
    const range = { comparator: 'range' as const, milestones: [{ year: 2025, value: 58000, valueMax: 62000 }] };
    expect(chance(range)).toBe(chance(due(2025, 58000)));
    const less = indicator({ direction: 'less' });
    expect(chance(range, less)).toBe(chance({ comparator: 'lte', ...due(2025, 62000) }, less));
    // 为60000个 is met by what rounds to it.
    expect(chance({ comparator: 'eq' })).toBe(chance(due(2025, 59999.5)));
  });

  it('is of the last milestone', () => {
    const milestones = [
      { year: 2027, value: 90000 },
      { year: 2025, value: 10 },
    ];
    const found = made(forecastOf(target({ milestones }), indicator(), noisy, 2024));
    expect(found.due).toEqual({ year: 2027, value: 90000, valueMax: null });
    expect(found.points.map(({ year }) => year)).toEqual([2025, 2026, 2027]);
    expect(found.probability).toBeLessThan(0.9);
  });

  it('of what the scale cannot reach is 0, and of what it cannot miss 1', () => {
    expect(chance(due(2025, 0))).toBe(1);
    expect(chance(due(2025, -3))).toBe(1);
    expect(chance({ comparator: 'lte', ...due(2025, 0) }, indicator({ direction: 'less' }))).toBe(0);
    const near = figures(yearly(2020, [88, 91, 92, 95, 96]));
    const over = target({ kind: 'share', ...due(2025, 101) });
    expect(made(forecastOf(over, share, near, 2024)).probability).toBe(0);
  });

  it('of a full share is that of what prints as full', () => {
    const near = figures(yearly(2020, [99.1, 99.5, 99.6, 99.8, 99.9]), { decimals: 1 });
    const chanceOf = (value: number) =>
      made(forecastOf(target({ kind: 'share', ...due(2025, value) }), share, near, 2024)).probability;
    expect(chanceOf(100)).toBe(chanceOf(99.95));
    expect(chanceOf(100)).toBeGreaterThan(0.05);
    expect(chanceOf(99.9)).toBeGreaterThan(chanceOf(99.95));
  });
});

describe('a perfect fit', () => {
  it('is certain either way', () => {
    const line = figures({ 2020: 0.1, 2021: 0.2, 2022: 0.3, 2023: 0.4 }, { decimals: 1 });
    const at = (value: number) => made(forecastOf(target(due(2025, value)), index, line, 2023));
    expect(at(0.6).points.at(-1)).toEqual({ year: 2025, value: 0.6, low80: 0.6, high80: 0.6, low95: 0.6, high95: 0.6 });
    expect([0.5, 0.6, 0.61].map((value) => at(value).probability)).toEqual([1, 1, 0]);
  });

  it('of doublings reaches the double, whatever the logarithms round to', () => {
    const doubling = figures({ 2020: 100, 2021: 200, 2022: 400, 2023: 800 });
    const at = (changes: Partial<Target>) =>
      made(forecastOf(target({ ...due(2024, 1600), ...changes }), indicator(), doubling, 2023)).probability;
    expect(at({})).toBe(1);
    expect(at({ comparator: 'gt' })).toBe(0);
    expect(at(due(2024, 1601))).toBe(0);
  });

  it('of a value that stands still stays there', () => {
    const still = figures({ 2020: 500, 2021: 500, 2022: 500, 2023: 500 });
    const found = made(forecastOf(target(due(2025, 500)), indicator(), still, 2023));
    expect(found.probability).toBe(1);
    expect(Math.abs(found.slope)).toBeLessThan(1e-12);
    expect(found.points.at(-1)?.low95).toBeCloseTo(500, 9);
  });
});

describe('no forecast', () => {
  const four = figures({ 2020: 20, 2021: 25, 2022: 31, 2023: 38 });
  const reason = (...of: Parameters<typeof forecastOf>) => {
    const found = forecastOf(...of);
    return 'reason' in found ? found.reason : null;
  };

  it('of what is not extrapolated', () => {
    expect(reason(target({ kind: 'narrative', milestones: [] }), indicator(), four, 2023)).toBe('narrative');
    expect(reason(target({ milestones: [] }), indicator(), four, 2023)).toBe('target_without_value');
    const mean = target({ kind: 'growth_rate', ...due(2025, 8) });
    expect(reason(mean, indicator(), four, 2023)).toBe('average_rate');
    expect(reason(mean, indicator({ measure: 'rate', unit: '%' }), four, 2023)).toBe('average_rate');
  });

  it('of what is due', () => {
    expect(reason(target(due(2023, 50)), indicator(), four, 2023)).toBe('already_due');
    expect(reason(target(due(2022, 50)), indicator(), four, 2023)).toBe('already_due');
    expect(reason(target(due(2024, 50)), indicator(), four, 2025)).toBe('already_due');
    expect(reason(target(due(2024, 50)), indicator(), four, 2024)).toBeNull();
  });

  it('of what is too far, with too few figures, or at a limit', () => {
    expect(reason(target(due(2053, 50)), indicator(), four, 2023)).toBeNull();
    expect(reason(target(due(2054, 50)), indicator(), four, 2023)).toBe('too_far');
    expect(reason(target(), indicator(), four.slice(1), 2023)).toBe('too_few_values');
    expect(reason(target(), indicator(), [], 2023)).toBe('too_few_values');
    expect(reason(target(), indicator(), four, 2022)).toBe('too_few_values');
    const growth = target({ kind: 'growth_vs_baseline', ...due(2025, 10) });
    expect(reason(growth, indicator(), four, 2023)).toBe('too_few_values');
    const covered = target({ kind: 'share', ...due(2025, 100) });
    expect(reason(covered, share, figures(yearly(2020, [96, 98, 99.5, 100])), 2023)).toBe('value_at_limit');
    expect(reason(covered, share, figures(yearly(2020, [96, 98, 99.5, 101])), 2023)).toBe('value_at_limit');
    expect(reason(covered, share, figures(yearly(2020, [0, 3, 4, 5])), 2023)).toBe('value_at_limit');
  });

  it('of what leaves the numbers', () => {
    const steep = figures({ 2020: 1e-9, 2021: 1e300, 2022: 1, 2023: 1e290 });
    expect(reason(target(due(2050, 50)), indicator(), steep, 2023)).toBe('not_finite');
  });

  it('has words for every reason', () => {
    expect(Object.keys(FORECAST_REASON_WORDS)).toEqual([...FORECAST_REASONS]);
    for (const { zh, en } of Object.values(FORECAST_REASON_WORDS)) expect([zh, en]).not.toContain('');
  });
});
