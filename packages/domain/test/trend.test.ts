import { describe, expect, it } from 'vitest';
import type { YearValue } from '../src/assessment.ts';
import { fitTrend, probabilityAbove, type Trend, trendPoint } from '../src/trend.ts';

/** Observations as "x y" between commas; a trend takes any x for the year. */
function points(text: string): YearValue[] {
  return text.split(',').map((pair) => {
    const [year = Number.NaN, value = Number.NaN] = pair.trim().split(/\s+/).map(Number);
    return { year, value };
  });
}

function fitted(observations: YearValue[], scale: Trend['scale'] = 'plain', limit = 0): Trend {
  const trend = fitTrend(observations, scale, limit);
  if (!trend) throw new Error('no trend');
  return trend;
}

/** Hydrocarbon level and purity of oxygen: Montgomery and Runger, Applied Statistics and Probability, 3rd ed., p. 373. */
const OXYGEN = points(`0.99 90.01, 1.02 89.05, 1.15 91.43, 1.29 93.74, 1.46 96.73, 1.36 94.45, 0.87 87.59, 1.23 91.77,
  1.55 99.42, 1.40 93.65, 1.19 93.54, 1.15 92.52, 0.98 90.56, 1.01 89.54, 1.11 89.85, 1.20 90.39, 1.26 93.25,
  1.32 93.41, 1.43 94.98, 0.95 87.33`);

/** Speed and stopping distance: the data set `cars` of R, from Ezekiel, Methods of Correlation Analysis (1930). */
const CARS = points(`4 2, 4 10, 7 4, 7 22, 8 16, 9 10, 10 18, 10 26, 10 34, 11 17, 11 28, 12 14, 12 20, 12 24, 12 28,
  13 26, 13 34, 13 34, 13 46, 14 26, 14 36, 14 60, 14 80, 15 20, 15 26, 15 54, 16 32, 16 40, 17 32, 17 40, 17 50,
  18 42, 18 56, 18 76, 18 84, 19 36, 19 46, 19 68, 20 32, 20 48, 20 52, 20 56, 20 64, 22 66, 23 54, 24 70, 24 92,
  24 93, 24 120, 25 85`);

describe('published prediction intervals', () => {
  it('of the purity of oxygen at 1 % hydrocarbon', () => {
    // 86.83 ≤ y ≤ 91.63 around 89.23: Montgomery and Runger, example 11-6, p. 394.
    const { value, low95, high95 } = trendPoint(fitted(OXYGEN), 1);
    expect(value).toBeCloseTo(89.23, 2);
    expect([low95.toFixed(2), high95.toFixed(2)]).toEqual(['86.83', '91.63']);
  });

  it('of the stopping distance at 12 miles an hour', () => {
    // predict(lm(dist ~ speed, cars), data.frame(speed = 12), interval = "prediction") of R: 29.60981, −1.749529,
    // 60.96915.
    const { value, low95, high95 } = trendPoint(fitted(CARS), 12);
    expect([value.toFixed(5), low95.toFixed(6), high95.toFixed(5)]).toEqual(['29.60981', '-1.749529', '60.96915']);
  });

  it('of five observations', () => {
    // Exercise in the manner of Anderson, Sweeney and Williams, Statistics for Business and Economics, ch. 14:
    // (5.18, 16.42) at x = 4, https://wizedu.com/questions/541407.
    const { low95, high95 } = trendPoint(fitted(points('1 3, 2 7, 3 6, 4 11, 5 14')), 4);
    expect([low95.toFixed(2), high95.toFixed(2)]).toEqual(['5.18', '16.42']);
  });
});

describe('a trend in another scale', () => {
  const doubling = points('2020 100, 2021 210, 2022 390, 2023 820, 2024 1590');

  it('of logarithms has intervals by factors', () => {
    const trend = fitted(doubling, 'log');
    const { value, low80, high80, low95, high95 } = trendPoint(trend, 2026);
    expect(trend.slope).toBeCloseTo(Math.log(2), 1);
    expect(high80 / value).toBeCloseTo(value / low80, 10);
    expect(high95 / value).toBeCloseTo(value / low95, 10);
    // t of three degrees of freedom, from the table.
    expect(Math.log(high95 / value) / Math.log(high80 / value)).toBeCloseTo(3.1824 / 1.6377, 4);
  });

  it('of logits never leaves its limits', () => {
    const trend = fitted(points('2020 80, 2021 88, 2022 93, 2023 95, 2024 98'), 'logit', 100);
    const { value, low95, high95 } = trendPoint(trend, 2030);
    expect([low95 < value, value < high95, high95 < 100, low95 > 0]).toEqual([true, true, true, true]);
    // The logit of 98 % is ln 49.
    expect(fitted(points('1 50, 2 50, 3 50, 4 98'), 'logit', 100).at(2.5).value).toBeCloseTo(Math.log(49) / 4, 12);
  });

  it('is none at or beyond its ends', () => {
    expect(fitTrend(points('2020 1, 2021 0, 2022 1, 2023 2'), 'log', 0)).toBeNull();
    expect(fitTrend(points('2020 1, 2021 -1, 2022 1, 2023 2'), 'log', 0)).toBeNull();
    expect(fitTrend(points('2020 98, 2021 100, 2022 99, 2023 97'), 'logit', 100)).toBeNull();
    expect(fitTrend(points('2020 98, 2021 101, 2022 99, 2023 97'), 'logit', 100)).toBeNull();
    expect(fitTrend(points('2020 98, 2020 101, 2020 99, 2020 97'), 'plain', 0)).toBeNull();
  });

  it('is certain or impossible at its ends', () => {
    const logit = fitted(points('2020 80, 2021 88, 2022 93, 2023 95'), 'logit', 100);
    const log = fitted(doubling, 'log');
    expect([log, logit].map((trend) => probabilityAbove(trend, 2026, 0))).toEqual([1, 1]);
    expect([log, logit].map((trend) => probabilityAbove(trend, 2026, -5))).toEqual([1, 1]);
    expect([100, 101].map((edge) => probabilityAbove(logit, 2026, edge))).toEqual([0, 0]);
  });
});

describe('the probability above an edge', () => {
  it('is that of the intervals', () => {
    for (const [trend, year] of [
      [fitted(OXYGEN), 1.6],
      [fitted(points('2020 100, 2021 210, 2022 390, 2023 820, 2024 1590'), 'log'), 2027],
      [fitted(points('2020 80, 2021 88, 2022 93, 2023 95, 2024 98'), 'logit', 100), 2026],
    ] as const) {
      const { value, low80, high80, low95, high95 } = trendPoint(trend, year);
      const above = [low95, low80, value, high80, high95].map((edge) => probabilityAbove(trend, year, edge) ?? 2);
      for (const [index, expected] of [0.975, 0.9, 0.5, 0.1, 0.025].entries()) {
        expect(above[index]).toBeCloseTo(expected, 9);
      }
    }
  });

  it('is not asked after a perfect fit, whose intervals are its value', () => {
    const trend = fitted(points('2020 100, 2021 200, 2022 400, 2023 800'), 'log');
    const { value, low95, high95 } = trendPoint(trend, 2024);
    expect(value).toBeCloseTo(1600, 9);
    expect([low95, high95]).toEqual([value, value]);
    expect(probabilityAbove(trend, 2024, 1600)).toBeNull();
  });
});
