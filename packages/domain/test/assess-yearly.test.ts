import { describe, expect, it } from 'vitest';
import { figure, figures, found, indicator, target, verdicts } from './sample.ts';

describe('every year on its own', () => {
  const yearly = target({
    kind: 'annual_flow',
    everyYear: true,
    period: { from: 2021, to: 2023 },
    milestones: [{ year: null, value: 30 }],
  });
  const flow = indicator({ measure: 'flow' });

  it.each<[string, Record<number, number>, string[]]>([
    [
      'all met',
      { 2021: 30, 2022: 31, 2023: 40 },
      ['not_due period_not_started', 'on_track', 'on_track', 'achieved', 'achieved'],
    ],
    [
      'one missed',
      { 2021: 30, 2022: 29, 2023: 40 },
      ['not_due period_not_started', 'on_track', 'missed', 'missed', 'missed'],
    ],
    [
      'none yet',
      {},
      [
        'not_due period_not_started',
        'not_due year_without_figure',
        'not_due year_without_figure',
        'not_due year_without_figure',
        'unassessable no_figure_for_due_year',
      ],
    ],
    [
      'one unknown',
      { 2021: 30, 2023: 40 },
      [
        'not_due period_not_started',
        'on_track',
        'not_due year_without_figure',
        'unassessable missing_year',
        'unassessable no_figure_for_due_year',
      ],
    ],
  ])('%s', (_name, given, expected) => {
    expect(verdicts(yearly, figures(given), 2020, 2024, flow)).toEqual(expected);
  });

  it('shows the missed year', () => {
    const result = found(yearly, figures({ 2021: 30, 2022: 29, 2023: 40 }), 2023, flow);
    expect(result).toMatchObject({
      due: { year: 2022, value: 30 },
      latest: { year: 2022, value: 29 },
      gapToTarget: -1,
    });
  });

  it('asks for each year what that year demands', () => {
    const rising = target({
      everyYear: true,
      period: { from: 2021, to: 2023 },
      milestones: [
        { year: 2021, value: 10 },
        { year: 2023, value: 20 },
      ],
    });
    expect(verdicts(rising, figures({ 2021: 10, 2022: 15 }), 2021, 2022)).toEqual(['on_track', 'missed']);
  });

  it('lets a bound decide only on its side', () => {
    const given = [figure(2021, 29, { caveats: ['at_least'] })];
    expect(verdicts(yearly, given, 2021, 2021, flow)).toEqual(['not_due year_without_figure']);
  });
});
