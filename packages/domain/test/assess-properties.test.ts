import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessTarget } from '../src/assess.ts';
import { type Assessment, REASONS } from '../src/assessment.ts';
import { multiply } from '../src/decimal.ts';
import { CAVEAT_KINDS, FIGURE_STATUSES, type Figure } from '../src/figure.ts';
import type { Indicator, Measure } from '../src/indicator.ts';
import { COMPARATORS, METHODS, PATH_SHAPES, TARGET_KINDS, type Target } from '../src/target.ts';
import { VERDICTS } from '../src/verdict.ts';
import { figure, figures, indicator, target } from './sample.ts';

const MEASURES: readonly Measure[] = ['stock', 'flow', 'share', 'rate', 'index'];

const anyYear = fc.integer({ min: 2015, max: 2030 });
const anyValue = fc.oneof(
  fc.integer({ min: -1000, max: 100000 }),
  fc.constantFrom(0, 0.1, -0.5, 100, 1e14, 1e-9, -1e14),
  fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 1000),
);
const anyFigure = fc.record({ year: anyYear, value: anyValue }).chain(({ year, value }) =>
  fc
    .record({
      status: fc.constantFrom(...FIGURE_STATUSES),
      caveats: fc.subarray([...CAVEAT_KINDS], { maxLength: 2 }),
      decimals: fc.integer({ min: 0, max: 3 }),
    })
    .map((rest): Figure => figure(year, value, rest)),
);
const anyTarget: fc.Arbitrary<Target> = fc
  .record({
    kind: fc.constantFrom(...TARGET_KINDS),
    comparator: fc.constantFrom(...COMPARATORS),
    milestones: fc.array(
      fc
        .record({ year: fc.option(anyYear), value: anyValue })
        .chain(({ year, value }) => fc.constantFrom({ year, value }, { year, value, valueMax: value + 5 })),
      { maxLength: 4 },
    ),
    everyYear: fc.boolean(),
    period: fc.record({ from: fc.integer({ min: 2016, max: 2022 }), to: fc.integer({ min: 2021, max: 2027 }) }),
    baseline: fc.option(fc.record({ year: anyYear, value: fc.option(anyValue) })),
    method: fc.option(fc.constantFrom(...METHODS)),
    tolerance: fc.option(fc.constantFrom(0, 0.02, 0.1)),
    pathShape: fc.constantFrom(...PATH_SHAPES),
    scheduleCuts: fc.option(fc.constantFrom({ yellow: -5, red: -15 }, { yellow: 0, red: 0 })),
  })
  .map((changes) => target(changes));
const anyIndicator: fc.Arbitrary<Indicator> = fc
  .record({
    direction: fc.constantFrom('more' as const, 'less' as const),
    measure: fc.constantFrom(...MEASURES),
    unit: fc.constantFrom('个', '%', '亿元', '倍', '指数'),
    naturalLimit: fc.constantFrom(null, 100, 0),
  })
  .map((changes) => indicator(changes));

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('every input', () => {
  it('gives a verdict or a named reason, finite numbers and a sentence in both languages', () => {
    fc.assert(
      fc.property(anyTarget, anyIndicator, fc.array(anyFigure, { maxLength: 8 }), anyYear, (one, of, given, asOf) => {
        const result = assessTarget(one, of, given, asOf);
        expect(VERDICTS).toContain(result.verdict);
        const open = result.verdict === 'unassessable' || result.verdict === 'not_due';
        if (open) expect(REASONS).toContain(result.reason);
        else expect(result.reason).toBeNull();
        expect(numbersIn(result).filter((number) => !Number.isFinite(number) || Object.is(number, -0))).toEqual([]);
        for (const text of Object.values(result.sentence)) {
          expect(text).not.toMatch(/NaN|Infinity|undefined|null|-0(?![\d.,])/);
          expect(text.length).toBeGreaterThan(8);
        }
        // Chinese is set without spaces between characters and digits.
        expect(result.sentence.zh).not.toMatch(/ /);
        expect(result.sentence.zh).toMatch(/。$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not hear of figures after the as-of year', () => {
    fc.assert(
      fc.property(anyTarget, anyIndicator, fc.array(anyFigure, { maxLength: 8 }), anyYear, (one, of, given, asOf) => {
        const known = given.filter(({ year }) => year <= asOf);
        expect(assessTarget(one, of, given, asOf)).toEqual(assessTarget(one, of, known, asOf));
      }),
      { numRuns: 300 },
    );
  });
});

const whole = fc.integer({ min: 1, max: 100000 });

function plain(base: number, values: readonly number[], goal: number, changes: Partial<Target> = {}): Assessment {
  const given = values.map((value, index) => figure(2021 + index, value));
  const milestones = [
    { year: 2023, value: Math.ceil(goal / 2) },
    { year: 2025, value: goal },
  ];
  const one = target({ baseline: { year: 2020, value: base }, milestones, ...changes });
  return assessTarget(one, indicator(), given, 2020 + values.length);
}

describe('required pace over a target', () => {
  it('judges the same in any unit', () => {
    const series = fc.array(whole, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(whole, series, whole, fc.constantFrom(0.0001, 0.1, 10, 1e4), (base, values, goal, by) => {
        const milestones = [{ year: 2025, value: goal }];
        const before = plain(base, values, goal, { milestones });
        const after = plain(
          multiply(base, by),
          values.map((value) => multiply(value, by)),
          goal,
          { milestones: [{ year: 2025, value: multiply(goal, by) }] },
        );
        expect(after.verdict).toBe(before.verdict);
      }),
      { numRuns: 200 },
    );
  });

  it('never judges more as worse when more is better', () => {
    const rank = [...VERDICTS];
    const method = fc.constantFrom('required_pace' as const, 'path' as const, 'schedule' as const);
    const comparator = fc.constantFrom('gte' as const, 'gt' as const, 'approx' as const);
    const earlier = fc.array(whole, { maxLength: 4 });
    fc.assert(
      fc.property(whole, earlier, whole, whole, whole, method, comparator, (base, first, a, b, goal, by, how) => {
        const changes = { method: by, comparator: how };
        const low = plain(base, [...first, Math.min(a, b)], goal, changes).verdict;
        const high = plain(base, [...first, Math.max(a, b)], goal, changes).verdict;
        if (low === 'unassessable' || high === 'unassessable') return;
        expect(rank.indexOf(high)).toBeLessThanOrEqual(rank.indexOf(low));
      }),
      { numRuns: 1000 },
    );
  });

  it('mirrors: at most −T of values below 0 is at least T of values above', () => {
    fc.assert(
      fc.property(whole, whole, whole, whole, (base, first, second, goal) => {
        const milestones = [{ year: 2025, value: goal }];
        const up = plain(base, [first, second], goal, { milestones });
        const down = plain(-base, [-first, -second], -goal, {
          milestones: [{ year: 2025, value: -goal }],
          comparator: 'lte',
        });
        expect(down.verdict).toBe(up.verdict);
        expect(down.ratio).toBe(up.ratio);
        expect(down.wayShare).toBe(up.wayShare);
      }),
      { numRuns: 200 },
    );
  });

  it('does not care in which order the figures come', () => {
    const given = figures({ 2021: 31000, 2022: 36000, 2023: 41000 });
    const one = target({ baseline: { year: 2020, value: 30000 } });
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: 3 }), (shuffled) => {
        expect(assessTarget(one, indicator(), shuffled, 2024)).toEqual(assessTarget(one, indicator(), given, 2024));
      }),
    );
  });
});
