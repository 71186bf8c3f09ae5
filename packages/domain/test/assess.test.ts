import { describe, expect, it } from 'vitest';
import { figures, found, indicator, target, verdicts } from './sample.ts';

const share = indicator({ measure: 'share', unit: '%', naturalLimit: 100 });

describe('a level with a baseline', () => {
  const one = target({ baseline: { year: 2020, value: 30000 } });

  it('is judged by the path on its only figure, by the required pace from two on', () => {
    expect(found(one, figures({ 2021: 36000 }), 2021)).toMatchObject({
      method: 'path',
      verdict: 'on_track',
      gapToPath: 0,
    });
    expect(found(one, figures({ 2021: 36000, 2022: 38000 }), 2022)).toMatchObject({ method: 'required_pace' });
  });

  it('has the numbers of a hand-worked case', () => {
    const result = found(one, figures({ 2021: 33000, 2022: 36300 }), 2022);
    expect(result).toMatchObject({
      verdict: 'lagging',
      base: { year: 2020, value: 30000 },
      latest: { year: 2022, value: 36300 },
      due: { year: 2025, value: 60000, valueMax: null },
      gapToPath: -5700,
      gapToTarget: -23700,
      paceNeededUnits: 7900,
      early: false,
      over: false,
      provisional: false,
      caveats: [],
    });
    // a = 1.1 − 1; r = 2^(1/5) − 1 = 0.148698354997035; R = 0.672502463…
    expect(result.observedPace).toBeCloseTo(0.1, 12);
    expect(result.requiredPace).toBeCloseTo(0.148698354997035, 12);
    expect(result.ratio).toBeCloseTo(0.1 / 0.148698354997035, 12);
    expect(result.score).toBeCloseTo((7.1429 * 0.1) / 0.148698354997035 - 4.2857, 9);
    expect(result.completion).toBeCloseTo(0.605, 12);
    expect(result.wayShare).toBeCloseTo(0.21, 12);
    // (60000 / 36300)^(1/3) − 1
    expect(result.paceNeeded).toBeCloseTo(0.182355860773988, 12);
  });

  it('goes from not begun over on its way to decided', () => {
    const given = figures({ 2020: 30000, 2021: 33000, 2023: 50000, 2025: 59999, 2026: 70000 });
    expect(verdicts(one, given, 2019, 2027)).toEqual([
      'not_due period_not_started',
      'not_due period_not_started',
      'far_behind',
      'far_behind',
      'ahead',
      'ahead',
      'missed',
      'missed',
      'missed',
    ]);
  });

  it('is achieved early, and in its year, by the figures of then', () => {
    const given = figures({ 2021: 36000, 2024: 60000, 2025: 61000 });
    expect(verdicts(one, given, 2023, 2026)).toEqual(['on_track', 'achieved early', 'achieved', 'achieved']);
    expect(found(one, given, 2024)).toMatchObject({ score: 5, method: 'required_pace', due: { year: 2025 } });
  });

  it('is judged in its year on the latest figure as long as that year has none', () => {
    expect(verdicts(one, figures({ 2021: 36000, 2024: 55000 }), 2025, 2026)).toEqual([
      'ahead',
      'unassessable no_figure_for_due_year',
    ]);
    expect(verdicts(one, figures({ 2021: 36000, 2024: 65000 }), 2025, 2025)).toEqual(['achieved early']);
  });

  it('is not decided by a later year', () => {
    expect(verdicts(one, figures({ 2021: 36000, 2026: 90000 }), 2026, 2026)).toEqual([
      'unassessable no_figure_for_due_year',
    ]);
  });

  it('cannot be judged without figures', () => {
    expect(verdicts(one, [], 2020, 2022)).toEqual([
      'not_due period_not_started',
      'unassessable no_figures',
      'unassessable no_figures',
    ]);
    expect(verdicts(one, figures({ 2020: 30000 }), 2021, 2021)).toEqual(['unassessable too_few_figures']);
  });
});

describe('without a baseline', () => {
  it('starts from the earliest figure not before the year before the period', () => {
    const result = found(target(), figures({ 2019: 10000, 2020: 30000, 2022: 36300 }), 2022);
    expect(result.base).toEqual({ year: 2020, value: 30000 });
    expect(result.verdict).toBe('lagging');
  });

  it('says so where all figures but one lie before that', () => {
    expect(verdicts(target(), figures({ 2018: 10000, 2022: 30000 }), 2022, 2022)).toEqual(['unassessable no_baseline']);
    expect(verdicts(target(), figures({ 2022: 30000 }), 2022, 2022)).toEqual(['unassessable too_few_figures']);
  });

  it('falls back to the earliest figure where the baseline year has none', () => {
    const one = target({ baseline: { year: 2015, value: null } });
    expect(found(one, figures({ 2021: 30000, 2022: 40000 }), 2022).base).toEqual({ year: 2021, value: 30000 });
  });
});

describe('several milestones', () => {
  const two = target({
    kind: 'share',
    comparator: 'approx',
    baseline: { year: 2020, value: null },
    milestones: [
      { year: 2021, value: 38 },
      { year: 2025, value: 45 },
    ],
  });

  it('misses only the last one; an intermediate one is judged by the path', () => {
    const low = figures({ 2020: 36.2, 2021: 37, 2025: 43.9 });
    expect(found(two, low, 2021, share)).toMatchObject({ method: 'path', verdict: 'far_behind', due: { year: 2021 } });
    expect(found(two, low, 2021, share).ratio).toBeCloseTo(0.8 / 1.8, 12);
    expect(verdicts(two, low, 2025, 2025, share)).toEqual(['missed']);
  });

  it('is on track at a met intermediate milestone, ahead from 5 % above it', () => {
    expect(verdicts(two, figures({ 2020: 36, 2021: 38 }), 2021, 2021, share)).toEqual(['on_track']);
    expect(verdicts(two, figures({ 2020: 36, 2021: 39.9 }), 2021, 2021, share)).toEqual(['ahead']);
    expect(verdicts(two, figures({ 2020: 36, 2021: 39.8 }), 2021, 2021, share)).toEqual(['on_track']);
  });

  it('counts 左右 as met at 98 %', () => {
    expect(verdicts(two, figures({ 2020: 36, 2025: 44.1 }), 2025, 2025, share)).toEqual(['achieved']);
    expect(verdicts(two, figures({ 2020: 36, 2025: 44.09 }), 2025, 2025, share)).toEqual(['missed']);
  });

  it('follows the path where the text draws one, year by year', () => {
    const steps = target({
      period: { from: 2017, to: 2019 },
      milestones: [
        { year: 2017, value: 560 },
        { year: 2018, value: 650 },
        { year: 2019, value: 800 },
      ],
    });
    const given = figures({ 2016: 500, 2017: 540, 2018: 655, 2019: 800 });
    expect(verdicts(steps, given, 2016, 2020)).toEqual([
      'not_due period_not_started',
      'lagging',
      'on_track',
      'achieved',
      'achieved',
    ]);
    expect(found(steps, given, 2018).method).toBe('path');
    const fewer = { ...steps, milestones: steps.milestones.slice(1) };
    expect(found(fewer, given, 2017).method).toBe('required_pace');
    const apart = { ...steps, milestones: steps.milestones.map((one, index) => ({ ...one, year: 2017 + 2 * index })) };
    expect(found(apart, given, 2018).method).toBe('required_pace');
  });
});

describe('kinds that are changes', () => {
  it('judges a cumulative flow against the path from 0', () => {
    const one = target({ kind: 'cumulative_increment', milestones: [{ year: 2025, value: 300 }] });
    const flow = indicator({ measure: 'flow' });
    expect(found(one, figures({ 2021: 50, 2022: 60 }), 2022, flow)).toMatchObject({
      method: 'path',
      verdict: 'lagging',
      base: { year: 2020, value: 0 },
      latest: { value: 110 },
      gapToPath: -10,
      paceNeeded: null,
      observedPace: null,
    });
    expect(found(one, figures({ 2021: 50, 2023: 60 }), 2026, flow)).toMatchObject({ reason: 'missing_year' });
  });

  it('judges a reduction as more is better, whatever the indicator', () => {
    const one = target({
      kind: 'reduction_vs_baseline',
      milestones: [{ year: 2025, value: 13.5 }],
      baseline: { year: 2020, value: 0.52 },
    });
    const energy = indicator({ direction: 'less', measure: 'index' });
    expect(verdicts(one, figures({ 2021: 0.51, 2025: 0.4498 }), 2025, 2025, energy)).toEqual(['achieved']);
    expect(verdicts(one, figures({ 2021: 0.51, 2025: 0.4499 }), 2025, 2025, energy)).toEqual(['missed']);
    expect(verdicts(one, figures({ 2021: 0.53 }), 2021, 2021, energy)).toEqual(['reversing']);
  });

  it('does not call an average growth rate achieved before the period is over', () => {
    const one = target({ kind: 'growth_rate', milestones: [{ year: 2025, value: 8 }] });
    const output = indicator({ measure: 'flow' });
    const given = figures({ 2020: 1000, 2022: 1210, 2023: 1100, 2024: 900, 2025: 1470 });
    expect(verdicts(one, given, 2020, 2026, output)).toEqual([
      'not_due period_not_started',
      'unassessable no_figures',
      'ahead',
      'far_behind',
      'reversing',
      'achieved',
      'achieved',
    ]);
  });

  it('does not call a rate to stay below reversing for being above 0', () => {
    const one = target({ kind: 'growth_rate', comparator: 'lte', milestones: [{ year: 2025, value: 5 }] });
    const rate = indicator({ measure: 'rate', unit: '%', direction: 'less' });
    expect(verdicts(one, figures({ 2022: 6 }), 2022, 2022, rate)).toEqual(['lagging']);
  });
});

describe('less is better', () => {
  const one = target({ comparator: 'lte', milestones: [{ year: 2025, value: 5 }], baseline: { year: 2020, value: 8 } });
  const faults = indicator({ direction: 'less', measure: 'share', unit: '%' });

  it('turns completion and gaps', () => {
    const result = found(one, figures({ 2021: 7.8, 2022: 7.5 }), 2022, faults);
    expect(result).toMatchObject({ verdict: 'far_behind', gapToTarget: 2.5, gapToPath: 0.7 });
    expect(result.completion).toBeCloseTo(5 / 7.5, 12);
    expect(result.ratio).toBeCloseTo(0.35393342893292, 10);
    expect(result.wayShare).toBeCloseTo(1 / 6, 12);
  });

  it('is met at or below', () => {
    expect(verdicts(one, figures({ 2021: 7, 2025: 5 }), 2025, 2025, faults)).toEqual(['achieved']);
    expect(verdicts(one, figures({ 2021: 7, 2025: 5.1 }), 2025, 2025, faults)).toEqual(['missed']);
  });
});

describe('other methods', () => {
  it('judges a target without a value by its direction', () => {
    const one = target({ milestones: [] });
    expect(found(one, figures({ 2020: 100, 2022: 104 }), 2022)).toMatchObject({
      method: 'direction_only',
      verdict: 'on_track',
      due: null,
      ratio: null,
    });
    expect(verdicts(one, figures({ 2022: 104 }), 2022, 2022)).toEqual(['unassessable too_few_figures']);
  });

  it('takes the limit of a share only where it lies in the direction', () => {
    const one = target({ milestones: [] });
    expect(verdicts(one, figures({ 2020: 95, 2021: 95.4 }), 2021, 2021, share)).toEqual(['on_track']);
    const less = indicator({ measure: 'share', unit: '%', naturalLimit: 100, direction: 'less' });
    const down = target({ milestones: [], comparator: 'lte' });
    expect(verdicts(down, figures({ 2020: 95, 2021: 94.6 }), 2021, 2021, less)).toEqual(['far_behind']);
  });

  it('judges by the schedule where the target says so', () => {
    const one = target({
      method: 'schedule',
      milestones: [{ year: 2025, value: 100 }],
      baseline: { year: 2020, value: 0 },
    });
    expect(found(one, figures({ 2023: 55 }), 2023)).toMatchObject({ method: 'schedule', verdict: 'lagging' });
    expect(found(one, figures({ 2023: 60 }), 2023)).toMatchObject({ verdict: 'on_track' });
    expect(found(one, figures({ 2023: 25 }), 2023)).toMatchObject({ verdict: 'far_behind' });
  });

  it('follows the path from a base of exactly 0', () => {
    const one = target({ baseline: { year: 2020, value: 0 }, milestones: [{ year: 2025, value: 100 }] });
    expect(found(one, figures({ 2021: 0, 2022: 0 }), 2022)).toMatchObject({ method: 'path', verdict: 'far_behind' });
  });

  it('cannot judge where signs differ', () => {
    const one = target({ baseline: { year: 2020, value: -10 }, milestones: [{ year: 2025, value: 100 }] });
    expect(verdicts(one, figures({ 2021: -5, 2022: 10 }), 2022, 2022)).toEqual(['unassessable opposite_signs']);
  });

  it('notes a range exceeded', () => {
    const one = target({ comparator: 'range', milestones: [{ year: 2025, value: 15, valueMax: 20 }] });
    expect(found(one, figures({ 2020: 3, 2025: 22 }), 2025)).toMatchObject({ verdict: 'achieved', over: true });
    expect(found(one, figures({ 2020: 3, 2025: 20 }), 2025)).toMatchObject({ verdict: 'achieved', over: false });
  });

  it('takes a milestone without a year as due at the end of the period', () => {
    const one = target({ milestones: [{ year: null, value: 50 }] });
    expect(verdicts(one, figures({ 2020: 3, 2025: 49 }), 2025, 2025)).toEqual(['missed']);
  });

  it('is not met by 突破 at exactly the value', () => {
    const one = target({ comparator: 'gt' });
    expect(verdicts(one, figures({ 2020: 3, 2024: 60000, 2025: 60000 }), 2024, 2025)).toEqual(['ahead', 'missed']);
  });
});
