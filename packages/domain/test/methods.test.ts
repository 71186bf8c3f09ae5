import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOnly, limitFactor } from '../src/direction-only.ts';
import { pathMethod } from '../src/path-method.ts';
import { compoundPace, paceScore, requiredPace } from '../src/required-pace.ts';
import { schedule } from '../src/schedule.ts';

type Triple = [base: [number, number], latest: [number, number], target: [number, number]];

function pace([base, latest, goal]: Triple, direction: 'more' | 'less') {
  const point = ([year, value]: [number, number]) => ({ year, value });
  return requiredPace({ base: point(base), latest: point(latest), target: point(goal), direction });
}

describe('requiredPace', () => {
  // R worked with 40 digits outside the program.
  it.each<[Triple, 'more' | 'less', string, number, number]>([
    [
      [
        [2015, 100],
        [2018, 110],
        [2030, 150],
      ],
      'more',
      'ahead',
      1.17812106279503,
      4.1295009394,
    ],
    [
      [
        [2015, 100],
        [2020, 130],
        [2025, 160],
      ],
      'more',
      'ahead',
      1.1195194722518,
      3.7109156383,
    ],
    [
      [
        [2020, 36.2],
        [2022, 39],
        [2025, 45],
      ],
      'more',
      'lagging',
      0.85324715071015,
      1.8089590728,
    ],
    [
      [
        [2020, 8],
        [2022, 7.5],
        [2025, 5],
      ],
      'less',
      'far_behind',
      0.35393342893292,
      -1.025265581,
    ],
    [
      [
        [2015, 10],
        [2018, 8],
        [2022, 5],
      ],
      'less',
      'lagging',
      0.76034174130508,
      1.1453450239,
    ],
    [
      [
        [2015, 100],
        [2018, 99],
        [2030, 150],
      ],
      'more',
      'reversing',
      -0.1220638030431,
      -3.008603248,
    ],
    [
      [
        [2015, 10],
        [2018, 8],
        [2030, 0],
      ],
      'less',
      'far_behind',
      0.15622814399816,
      -1.849044192,
    ],
    [
      [
        [2015, 0],
        [2018, 2],
        [2030, 10],
      ],
      'more',
      'ahead',
      13.680737477574,
      5,
    ],
    [
      [
        [2015, 100],
        [2018, 112],
        [2030, 110],
      ],
      'more',
      'achieved',
      6.03974921568288,
      5,
    ],
    [
      [
        [2015, 100],
        [2018, 100],
        [2030, 110],
      ],
      'more',
      'far_behind',
      0,
      -2.5,
    ],
  ])('%j, %s', (triple, direction, verdict, ratio, score) => {
    const result = pace(triple, direction);
    expect(result.verdict).toBe(verdict);
    expect(result.ratio).toBeCloseTo(ratio, 10);
    expect(result.score).toBeCloseTo(score, 8);
  });

  it('puts the cuts into the better class', () => {
    // R = a/r with a and r of one year each, so R is a quotient of percentages.
    const at = (value: number) =>
      pace(
        [
          [2020, 100],
          [2021, value],
          [2021, 200],
        ],
        'more',
      ).verdict;
    expect(at(195)).toBe('on_track');
    expect(at(194.9)).toBe('lagging');
    expect(at(160)).toBe('lagging');
    expect(at(159.9)).toBe('far_behind');
    expect(
      pace(
        [
          [2020, 1000],
          [2021, 1021],
          [2022, 1040.4],
        ],
        'more',
      ).verdict,
    ).toBe('ahead');
    expect(
      pace(
        [
          [2020, 1000],
          [2021, 1020.99],
          [2022, 1040.4],
        ],
        'more',
      ).verdict,
    ).toBe('on_track');
  });

  it('turns the sign where all values are negative', () => {
    const result = pace(
      [
        [2020, -10],
        [2021, -5],
        [2022, -2.5],
      ],
      'more',
    );
    expect(result.verdict).toBe('on_track');
    expect(result.ratio).toBeCloseTo(1, 12);
    expect(
      pace(
        [
          [2020, -10],
          [2021, -11],
          [2022, -5],
        ],
        'more',
      ).verdict,
    ).toBe('reversing');
    expect(
      pace(
        [
          [2020, -10],
          [2021, -20],
          [2022, -40],
        ],
        'less',
      ).verdict,
    ).toBe('on_track');
  });

  it.each<[string, Triple, 'more' | 'less']>([
    [
      'opposite_signs',
      [
        [2020, -10],
        [2021, 5],
        [2022, 10],
      ],
      'more',
    ],
    [
      'opposite_signs',
      [
        [2020, 10],
        [2021, 5],
        [2022, -10],
      ],
      'less',
    ],
    [
      'year_order',
      [
        [2020, 10],
        [2020, 11],
        [2022, 20],
      ],
      'more',
    ],
    [
      'year_order',
      [
        [2020, 10],
        [2021, 11],
        [2020, 20],
      ],
      'more',
    ],
    [
      'year_order',
      [
        [2020, 10],
        [2019, 11],
        [2022, 20],
      ],
      'more',
    ],
    [
      'no_change_required',
      [
        [2020, 10],
        [2021, 9],
        [2022, 10],
      ],
      'more',
    ],
    [
      'not_finite',
      [
        [2020, Number.NaN],
        [2021, 9],
        [2022, 10],
      ],
      'more',
    ],
    [
      'not_finite',
      [
        [2020, 10],
        [2021, 9],
        [2022, Number.POSITIVE_INFINITY],
      ],
      'more',
    ],
    [
      'not_finite',
      [
        [2020, 1e-300],
        [2021, 1e300],
        [2022, 1e301],
      ],
      'more',
    ],
  ])('%s: %j', (reason, triple, direction) => {
    expect(pace(triple, direction)).toMatchObject({ verdict: 'unassessable', reason, ratio: null, score: null });
  });

  it('says achieved before anything else, with no ratio where there is none', () => {
    expect(
      pace(
        [
          [2020, -10],
          [2021, 12],
          [2022, 10],
        ],
        'more',
      ),
    ).toMatchObject({ verdict: 'achieved', ratio: null, score: 5 });
    expect(
      pace(
        [
          [2020, 12],
          [2020, 12],
          [2022, 10],
        ],
        'more',
      ),
    ).toMatchObject({ verdict: 'achieved', ratio: null });
    expect(
      pace(
        [
          [2020, 10],
          [2021, 11],
          [2022, 10],
        ],
        'more',
      ),
    ).toMatchObject({ verdict: 'achieved', ratio: null });
  });

  it('judges a latest value of 0', () => {
    expect(
      pace(
        [
          [2020, 10],
          [2021, 0],
          [2022, 20],
        ],
        'more',
      ).verdict,
    ).toBe('reversing');
    expect(
      pace(
        [
          [2020, 10],
          [2021, 0],
          [2022, 0],
        ],
        'less',
      ).verdict,
    ).toBe('achieved');
  });

  it('mirrors: the same values below 0 with the other direction give the same result', () => {
    const value = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(value, value, value, fc.integer({ min: 1, max: 20 }), (base, latest, goal, years) => {
        const plain = pace(
          [
            [2000, base],
            [2000 + years, latest],
            [2010, goal],
          ],
          'more',
        );
        const mirrored = pace(
          [
            [2000, -base],
            [2000 + years, -latest],
            [2010, -goal],
          ],
          'less',
        );
        expect(mirrored).toEqual(plain);
      }),
    );
  });

  it('gives the same verdict whatever unit the values are in', () => {
    const value = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(value, value, value, fc.constantFrom(1e-4, 0.1, 3, 1e4, 1e8), (base, latest, goal, by) => {
        const plain = pace(
          [
            [2000, base],
            [2003, latest],
            [2010, goal],
          ],
          'more',
        );
        const scaled = pace(
          [
            [2000, base * by],
            [2003, latest * by],
            [2010, goal * by],
          ],
          'more',
        );
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

describe('directionOnly', () => {
  const run = (from: number, to: number, direction: 'more' | 'less' = 'more', naturalLimit: number | null = null) =>
    directionOnly({ base: { year: 2020, value: from }, latest: { year: 2021, value: to }, direction, naturalLimit });

  it.each([
    [100, 101.5, 'more', 'on_track'],
    [100, 101.49, 'more', 'lagging'],
    [100, 100.5, 'more', 'lagging'],
    [100, 100.49, 'more', 'far_behind'],
    [100, 100, 'more', 'far_behind'],
    [100, 99.99, 'more', 'reversing'],
    [100, 98.5, 'less', 'on_track'],
    [100, 100.01, 'less', 'reversing'],
    [-100, -98, 'more', 'on_track'],
    [0, 1, 'more', 'on_track'],
  ] as const)('%d to %d, %s is better: %s', (from, to, direction, verdict) => {
    expect(run(from, to, direction)).toMatchObject({ verdict, ratio: null, score: null });
  });

  it('asks for less near a natural limit', () => {
    expect(run(95, 95.4).verdict).toBe('far_behind');
    expect(run(95, 95.4, 'more', 100).verdict).toBe('on_track');
    expect(run(100, 100, 'more', 100).verdict).toBe('on_track');
    expect(run(100, 99.9, 'more', 100).verdict).toBe('reversing');
  });

  it('has the factor of the published method', () => {
    expect(limitFactor(50, null)).toBe(1);
    expect(limitFactor(0, 100)).toBe(1);
    expect(limitFactor(50, 100)).toBeCloseTo(1 - 0.5 ** 4.44, 12);
    expect(limitFactor(100, 100)).toBe(0);
    expect(limitFactor(150, 100)).toBeCloseTo(1 - 0.5 ** 4.44, 12);
    expect(limitFactor(200, 100)).toBe(1);
    expect(limitFactor(5, 0)).toBe(1);
  });

  it('names why it cannot say', () => {
    expect(run(-1, 1).reason).toBe('opposite_signs');
    expect(run(1, Number.NaN).reason).toBe('not_finite');
    const base = { year: 2021, value: 1 };
    expect(directionOnly({ base, latest: base, direction: 'more', naturalLimit: null }).reason).toBe('year_order');
  });
});

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

  it('needs a schedule, unless complete', () => {
    expect(schedule({ completion: 60, scheduleShare: null })).toMatchObject({
      verdict: 'unassessable',
      reason: 'no_schedule',
    });
    expect(schedule({ completion: 101, scheduleShare: null })).toMatchObject({ verdict: 'achieved', lead: null });
    expect(schedule({ completion: Number.NaN, scheduleShare: 3 }).reason).toBe('not_finite');
  });
});

describe('pathMethod', () => {
  const run = (value: number, path: number, base: number | null, direction: 'more' | 'less' = 'more') =>
    pathMethod({ value, path, base, direction });

  it.each([
    [105, 100, 50, 'more', 'ahead', 1.1],
    [104.9, 100, 50, 'more', 'on_track', 1.098],
    [98, 100, 50, 'more', 'on_track', 0.96],
    [97.9, 100, 50, 'more', 'lagging', 0.958],
    [80, 100, 50, 'more', 'lagging', 0.6],
    [79.9, 100, 50, 'more', 'far_behind', 0.598],
    [50, 100, 50, 'more', 'far_behind', 0],
    [49.9, 100, 50, 'more', 'reversing', -0.002],
    [60, 100, null, 'more', 'lagging', 0.6],
    [59.9, 100, null, 'more', 'far_behind', 0.599],
    [95, 100, 150, 'less', 'ahead', 1.1],
    [102, 100, 150, 'less', 'on_track', 0.96],
    [120, 100, 150, 'less', 'lagging', 0.6],
    [121, 100, 150, 'less', 'far_behind', 0.58],
    [151, 100, 150, 'less', 'reversing', -0.02],
    [125, 100, null, 'less', 'lagging', 0.8],
    [0, 0, 0, 'more', 'on_track', null],
  ] as const)('%d on a path at %d from %s, %s is better: %s', (value, path, base, direction, verdict, ratio) => {
    const result = run(value, path, base, direction);
    expect(result.verdict).toBe(verdict);
    if (ratio === null) expect(result.ratio).toBeNull();
    else expect(result.ratio).toBeCloseTo(ratio, 12);
  });

  it('mirrors: less is better of −v is more is better of v', () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(value, value, fc.option(value), (v, path, base) => {
        const mirrored = run(-v, -path, base === null ? null : -base, 'less');
        expect(mirrored).toEqual(run(v, path, base, 'more'));
      }),
    );
  });

  it('never judges a larger value worse when more is better', () => {
    const rank = ['ahead', 'on_track', 'lagging', 'far_behind', 'reversing'];
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(value, value, value, fc.option(value), (a, b, path, base) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        return rank.indexOf(run(high, path, base).verdict) <= rank.indexOf(run(low, path, base).verdict);
      }),
      { numRuns: 1000 },
    );
  });

  it('names what is not finite', () => {
    expect(run(Number.NaN, 1, null).reason).toBe('not_finite');
    expect(run(1, Number.POSITIVE_INFINITY, null).reason).toBe('not_finite');
  });
});
