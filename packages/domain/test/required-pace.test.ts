import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundPace, paceScore, requiredPace } from '../src/required-pace.ts';

/** Year and value of the base, of the latest figure and of the target. */
type Given = [number, number, number, number, number, number];

function pace([baseYear, base, year, value, due, goal]: Given, direction: 'more' | 'less') {
  return requiredPace({
    base: { year: baseYear, value: base },
    latest: { year, value },
    target: { year: due, value: goal },
    direction,
  });
}

describe('requiredPace', () => {
  // R worked with 40 digits outside the program.
  it.each<[Given, 'more' | 'less', string, number, number]>([
    [[2015, 100, 2018, 110, 2030, 150], 'more', 'ahead', 1.17812106279503, 4.1295009394],
    [[2015, 100, 2020, 130, 2025, 160], 'more', 'ahead', 1.1195194722518, 3.7109156383],
    [[2020, 36.2, 2022, 39, 2025, 45], 'more', 'lagging', 0.85324715071015, 1.8089590728],
    [[2020, 8, 2022, 7.5, 2025, 5], 'less', 'far_behind', 0.35393342893292, -1.025265581],
    [[2015, 10, 2018, 8, 2022, 5], 'less', 'lagging', 0.76034174130508, 1.1453450239],
    [[2015, 100, 2018, 99, 2030, 150], 'more', 'reversing', -0.1220638030431, -3.008603248],
    [[2015, 10, 2018, 8, 2030, 0], 'less', 'far_behind', 0.15622814399816, -1.849044192],
    [[2015, 0, 2018, 2, 2030, 10], 'more', 'ahead', 13.680737477574, 5],
    [[2015, 100, 2018, 112, 2030, 110], 'more', 'achieved', 6.03974921568288, 5],
    [[2015, 100, 2018, 100, 2030, 110], 'more', 'far_behind', 0, -2.5],
  ])('%j, %s', (given, direction, verdict, ratio, score) => {
    const result = pace(given, direction);
    expect(result.verdict).toBe(verdict);
    expect(result.ratio).toBeCloseTo(ratio, 10);
    expect(result.score).toBeCloseTo(score, 8);
  });

  it('puts the cuts into the better class', () => {
    // R = a/r with a and r of one year each, so R is a quotient of percentages.
    const at = (value: number) => pace([2020, 100, 2021, value, 2021, 200], 'more').verdict;
    expect(at(195)).toBe('on_track');
    expect(at(194.9)).toBe('lagging');
    expect(at(160)).toBe('lagging');
    expect(at(159.9)).toBe('far_behind');
    expect(pace([2020, 1000, 2021, 1021, 2022, 1040.4], 'more').verdict).toBe('ahead');
    expect(pace([2020, 1000, 2021, 1020.99, 2022, 1040.4], 'more').verdict).toBe('on_track');
  });

  it('turns the sign where all values are negative', () => {
    const result = pace([2020, -10, 2021, -5, 2022, -2.5], 'more');
    expect(result.verdict).toBe('on_track');
    expect(result.ratio).toBeCloseTo(1, 12);
    expect(pace([2020, -10, 2021, -11, 2022, -5], 'more').verdict).toBe('reversing');
    expect(pace([2020, -10, 2021, -20, 2022, -40], 'less').verdict).toBe('on_track');
  });

  it.each<[string, Given, 'more' | 'less']>([
    ['opposite_signs', [2020, -10, 2021, 5, 2022, 10], 'more'],
    ['opposite_signs', [2020, 10, 2021, 5, 2022, -10], 'less'],
    ['year_order', [2020, 10, 2020, 11, 2022, 20], 'more'],
    ['year_order', [2020, 10, 2021, 11, 2020, 20], 'more'],
    ['year_order', [2020, 10, 2019, 11, 2022, 20], 'more'],
    ['no_change_required', [2020, 10, 2021, 9, 2022, 10], 'more'],
    ['not_finite', [2020, Number.NaN, 2021, 9, 2022, 10], 'more'],
    ['not_finite', [2020, 10, 2021, 9, 2022, Number.POSITIVE_INFINITY], 'more'],
    ['not_finite', [2020, 1e-300, 2021, 1e300, 2022, 1e301], 'more'],
  ])('%s: %j', (reason, given, direction) => {
    expect(pace(given, direction)).toMatchObject({ verdict: 'unassessable', reason, ratio: null, score: null });
  });

  it('says achieved before anything else, with no ratio where there is none', () => {
    expect(pace([2020, -10, 2021, 12, 2022, 10], 'more')).toMatchObject({ verdict: 'achieved', ratio: null, score: 5 });
    expect(pace([2020, 12, 2020, 12, 2022, 10], 'more')).toMatchObject({ verdict: 'achieved', ratio: null });
    expect(pace([2020, 10, 2021, 11, 2022, 10], 'more')).toMatchObject({ verdict: 'achieved', ratio: null });
  });

  it('judges a latest value of 0', () => {
    expect(pace([2020, 10, 2021, 0, 2022, 20], 'more').verdict).toBe('reversing');
    expect(pace([2020, 10, 2021, 0, 2022, 0], 'less').verdict).toBe('achieved');
  });

  it('mirrors: the same values below 0 with the other direction give the same result', () => {
    const value = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(value, value, value, fc.integer({ min: 1, max: 20 }), (base, latest, goal, years) => {
        const plain = pace([2000, base, 2000 + years, latest, 2010, goal], 'more');
        const mirrored = pace([2000, -base, 2000 + years, -latest, 2010, -goal], 'less');
        expect(mirrored).toEqual(plain);
      }),
    );
  });

  it('gives the same verdict whatever unit the values are in', () => {
    const value = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(value, value, value, fc.constantFrom(1e-4, 0.1, 3, 1e4, 1e8), (base, latest, goal, by) => {
        const plain = pace([2000, base, 2003, latest, 2010, goal], 'more');
        const scaled = pace([2000, base * by, 2003, latest * by, 2010, goal * by], 'more');
        // Scaling a value that equals another one keeps them equal, so no case is left out.
        expect(scaled.verdict).toBe(plain.verdict);
      }),
    );
  });
});

describe('paceScore', () => {
  it.each([
    [-2, -5],
    [-0.6, -5],
    [0, -2.5],
    [0.6, 0.00002],
    [0.95, 2.500055],
    [1.3, 5],
    [7, 5],
  ])('of R = %d is %d', (ratio, score) => {
    expect(paceScore(ratio)).toBeCloseTo(score, 6);
  });
});

describe('compoundPace', () => {
  it('is a share a year', () => {
    expect(compoundPace({ year: 2020, value: 100 }, { year: 2022, value: 121 })).toBeCloseTo(0.1, 12);
    expect(compoundPace({ year: 2020, value: 100 }, { year: 2022, value: 0 })).toBe(-1);
  });

  it('is not had from 0, below 0 or backwards', () => {
    expect(compoundPace({ year: 2020, value: 0 }, { year: 2022, value: 5 })).toBeNull();
    expect(compoundPace({ year: 2020, value: -1 }, { year: 2022, value: -5 })).toBeNull();
    expect(compoundPace({ year: 2022, value: 1 }, { year: 2022, value: 5 })).toBeNull();
  });
});
