import { describe, expect, it } from 'vitest';
import { assessTarget } from '../src/assess.ts';
import { ATTAINMENT_REASON_WORDS, ATTAINMENT_REASONS } from '../src/attainment.ts';
import type { Figure } from '../src/figure.ts';
import { forecastOf } from '../src/forecast.ts';
import type { Indicator } from '../src/indicator.ts';
import { type Outlook, outlookOf } from '../src/outlook.ts';
import { forecastSentence, outlookSentence, probabilityText } from '../src/outlook-text.ts';
import type { Target } from '../src/target.ts';
import { figure, figures, indicator, target } from './sample.ts';

function ahead(one: Target, given: Figure[], asOf: number, of: Indicator = indicator()): Outlook {
  return outlookOf(one, of, given, asOf, assessTarget(one, of, given, asOf));
}

/** Both sentences of what is ahead. */
function said(one: Target, given: Figure[], asOf: number, of: Indicator = indicator()): string[] {
  const outlook = ahead(one, given, asOf, of);
  return [outlookSentence(one, of, outlook, 'zh'), outlookSentence(one, of, outlook, 'en')];
}

const due = (year: number, value: number): Partial<Target> => ({ milestones: [{ year, value }] });
const known = figures({ 2020: 20000, 2021: 24000, 2022: 28000, 2023: 33000, 2024: 38000 });
const share = indicator({ measure: 'share', unit: '%', direction: 'less', naturalLimit: 100 });
const below = target({ comparator: 'lte', kind: 'share', ...due(2025, 5) });
const falling = figures({ 2020: 8.1, 2021: 7.9, 2022: 7.3, 2023: 7, 2024: 6.2 }, { decimals: 1 });
const flow = indicator({ measure: 'flow', unit: '家' });
const sums = target({ kind: 'cumulative_increment', ...due(2025, 200) });
const made = figures({ 2021: 30, 2022: 40, 2023: 35, 2024: 42 });

describe('the paces', () => {
  it('are those of one year, of three and since the base', () => {
    const { lastYear, lastThree, sinceBase } = ahead(target(), known, 2024).paces;
    const to = { year: 2024, value: 38000 };
    expect(lastYear).toMatchObject({ from: { year: 2023, value: 33000 }, to, units: 5000 });
    expect(lastYear?.compound).toBeCloseTo(5 / 33, 12);
    expect(lastThree).toMatchObject({ from: { year: 2021, value: 24000 }, to, units: 4666.66666666667 });
    expect(lastThree?.compound).toBeCloseTo((38 / 24) ** (1 / 3) - 1, 12);
    expect(sinceBase).toMatchObject({ from: { year: 2020, value: 20000 }, to, units: 4500 });
    expect(sinceBase?.compound).toBeCloseTo(1.9 ** 0.25 - 1, 12);
  });

  it('need the figure of the year itself', () => {
    const gaps = known.filter(({ year }) => year !== 2023 && year !== 2021);
    expect(ahead(target(), gaps, 2024).paces).toMatchObject({
      lastYear: null,
      lastThree: null,
      sinceBase: { units: 4500 },
    });
    expect(ahead(target(), figures({ 2024: 38000 }), 2024).paces).toEqual({
      lastYear: null,
      lastThree: null,
      sinceBase: null,
    });
  });

  it('take the base for its year', () => {
    const one = target({ baseline: { year: 2020, value: 20000 } });
    const { lastThree, sinceBase } = ahead(one, figures({ 2023: 32000 }), 2023).paces;
    expect(lastThree).toMatchObject({ from: { year: 2020, value: 20000 }, units: 4000 });
    expect(sinceBase).toEqual(lastThree);
  });

  it('of changes are in units only', () => {
    const { lastYear, lastThree, sinceBase } = ahead(sums, made, 2024, flow).paces;
    expect([lastYear, lastThree, sinceBase].map((pace) => pace?.compound)).toEqual([null, null, null]);
    expect([lastYear, lastThree, sinceBase].map((pace) => pace?.units)).toEqual([42, 39, 36.75]);
  });

  it('of values from 0 and below have no rate', () => {
    const { lastYear, sinceBase } = ahead(target(), figures({ 2022: -5, 2023: 0, 2024: 4 }), 2024).paces;
    expect([lastYear?.compound, lastYear?.units]).toEqual([null, 4]);
    expect([sinceBase?.compound, sinceBase?.units]).toEqual([null, 4.5]);
  });

  it('are none from a bound, between two scopes, and of a mean over the period', () => {
    const bound = [figure(2020, 20000, { caveats: ['at_least'] }), ...known.slice(1)];
    expect(ahead(target(), bound, 2024).paces).toMatchObject({ lastYear: { units: 5000 }, sinceBase: null });
    const other = [...known.slice(0, -1), figure(2024, 38000, { caveats: ['scope'] })];
    expect(ahead(target(), other, 2024).paces).toEqual({ lastYear: null, lastThree: null, sinceBase: null });
    const mean = target({ kind: 'growth_rate', ...due(2025, 8) });
    expect(ahead(mean, known, 2024).paces).toEqual({ lastYear: null, lastThree: null, sinceBase: null });
  });

  it('do not hear of figures after the as-of year', () => {
    expect(ahead(target(), known, 2023)).toEqual(ahead(target(), known.slice(0, -1), 2023));
  });
});

describe('the pace needed', () => {
  it('is that of the assessment', () => {
    const { needed } = ahead(target(), known, 2024);
    expect(needed).toMatchObject({ due: { year: 2025, value: 60000 }, units: 22000 });
    expect(needed?.compound).toBeCloseTo(60 / 38 - 1, 12);
    expect(ahead(target(due(2025, 30000)), known, 2024).needed).toBeNull();
  });
});

describe('the year of attainment', () => {
  it('goes on at equal rates for levels', () => {
    // 38000 · 1.1741³ = 61496, the first above 60000.
    expect(ahead(target(), known, 2024).attainment).toEqual({ year: 2027, late: 2, by: 'compound' });
    // 6.2 · 0.9354⁴ = 4.75, the first within 5.
    expect(ahead(below, falling, 2024, share).attainment).toEqual({ year: 2028, late: 3, by: 'compound' });
  });

  it('goes on by equal amounts for changes', () => {
    // 147 + 2 · 36.75 = 220.5.
    expect(ahead(sums, made, 2024, flow).attainment).toEqual({ year: 2026, late: 1, by: 'units' });
  });

  it('goes on by equal amounts where no rate can be had', () => {
    const one = target({ baseline: { year: 2020, value: 0 }, ...due(2025, 100) });
    expect(ahead(one, figures({ 2022: 30 }), 2022).attainment).toEqual({ year: 2027, late: 2, by: 'units' });
  });

  it('hits the very value, whatever the powers round to', () => {
    const doubling = figures({ 2020: 100, 2021: 200, 2022: 400 });
    expect(ahead(target(due(2025, 3200)), doubling, 2022).attainment).toEqual({ year: 2025, late: 0, by: 'compound' });
    // In doubles 800 · 0.8² comes out above 512.
    const within = target({ comparator: 'lte', ...due(2025, 512) });
    const shrinking = figures({ 2020: 1000, 2021: 800 });
    const less = indicator({ direction: 'less' });
    expect(ahead(within, shrinking, 2021, less).attainment).toEqual({ year: 2023, late: -2, by: 'compound' });
    const above = target({ comparator: 'gt', ...due(2025, 3200) });
    expect(ahead(above, doubling, 2022).attainment).toMatchObject({ year: 2026, late: 1 });
  });

  it('may come before the year it is due', () => {
    expect(ahead(target(due(2030, 60000)), known, 2024).attainment).toMatchObject({ year: 2027, late: -3 });
  });

  it('is of the last milestone', () => {
    const milestones = [
      { year: 2025, value: 30000 },
      { year: 2030, value: 60000 },
    ];
    expect(ahead(target({ milestones }), known, 2024)).toMatchObject({
      final: { year: 2030, value: 60000 },
      attainment: { year: 2027, late: -3 },
    });
  });

  const reason = (one: Target, given: Figure[], asOf = 2024, of: Indicator = indicator()) => {
    const { attainment } = ahead(one, given, asOf, of);
    return 'reason' in attainment ? attainment.reason : null;
  };

  it('is none for targets without one', () => {
    expect(reason(target({ kind: 'narrative', milestones: [] }), known)).toBe('narrative');
    expect(reason(target({ milestones: [] }), known)).toBe('target_without_value');
    expect(reason(target({ kind: 'growth_rate' }), known)).toBe('average_rate');
    expect(reason(target({ kind: 'growth_rate', everyYear: true }), known)).toBe('each_year');
    expect(reason(target({ kind: 'annual_flow' }), known, 2024, flow)).toBe('each_year');
  });

  it('is none where it is met, or where that cannot be said', () => {
    expect(reason(target(due(2025, 38000)), known)).toBe('already_met');
    const upper = [...known.slice(0, -1), figure(2024, 61000, { caveats: ['at_most'] })];
    expect(reason(target(), upper)).toBe('undecided');
  });

  it('is none without a pace, or with one that does not lead there', () => {
    expect(reason(target(), [])).toBe('no_figures');
    expect(reason(target(), figures({ 2024: 38000 }))).toBe('no_pace');
    expect(reason(target(), figures({ 2020: 38000, 2024: 38000 }))).toBe('no_change');
    expect(reason(target(), figures({ 2020: 38001, 2024: 38000 }))).toBe('moving_away');
    expect(reason(below, figures({ 2020: 8, 2024: 9 }), 2024, share)).toBe('moving_away');
    expect(reason(target(), figures({ 2020: 37999, 2024: 38000 }))).toBe('beyond_horizon');
    expect(reason(target(due(2025, 50)), figures({ 2023: 0, 2024: 1 }))).toBeNull();
    expect(reason(target(due(2025, 51.5)), figures({ 2023: 0, 2024: 1 }))).toBe('beyond_horizon');
  });

  it('has words for every reason', () => {
    expect(Object.keys(ATTAINMENT_REASON_WORDS)).toEqual([...ATTAINMENT_REASONS]);
  });
});

describe('in words, the outlook', () => {
  it.each([
    [
      said(target(), known.slice(1), 2024),
      '按2021年以来的年均增速推算，2027年可达到60,000个，比目标年份晚2年。',
      'At the average pace since 2021, it would reach 60,000 in 2027, 2 years after it is due.',
    ],
    [
      said(below, falling, 2024, share),
      '按2020年以来的年均降幅推算，2028年可控制在5%以内，比目标年份晚3年。',
      'At the average pace since 2020, it would stay within 5% in 2028, 3 years after it is due.',
    ],
    [
      said(sums, made, 2024, flow),
      '按2020年以来的年均进度推算，2026年可累计新增200家以上，比目标年份晚1年。',
      'At the average pace since 2020, it would add at least 200 in 2026, 1 year after it is due.',
    ],
    [
      said(target({ baseline: { year: 2020, value: 0 }, ...due(2027, 100) }), figures({ 2022: 30 }), 2022),
      '按2020年以来的年均增量推算，2027年可达到100个，与目标年份一致。',
      'At the average pace since 2020, it would reach 100 in 2027, the year it is due.',
    ],
    [
      said(target(due(2028, 60000)), known, 2024),
      '按2020年以来的年均增速推算，2027年可达到60,000个，比目标年份早1年。',
      'At the average pace since 2020, it would reach 60,000 in 2027, 1 year before it is due.',
    ],
    [
      said(target(), figures({ 2020: 38001, 2024: 38000 }), 2024),
      '2020年以来的变化与目标方向相反，按此推算不能达到60,000个。',
      'Moving away from the target since 2020, it would not reach 60,000.',
    ],
    [
      said(target(), figures({ 2020: 38000, 2024: 38000 }), 2024),
      '2020年以来没有变化，按此推算不能达到60,000个。',
      'Unchanged since 2020, it would not reach 60,000.',
    ],
    [
      said(target(), figures({ 2020: 37999, 2024: 38000 }), 2024),
      '按2020年以来的年均变化推算，50年内不能达到60,000个。',
      'At the average pace since 2020, it would not reach 60,000 within 50 years.',
    ],
    [
      said(target(due(2025, 30000)), known, 2024),
      '最新数据已达到30,000个。',
      'The latest figure meets the target to reach 30,000.',
    ],
    [said(target(), [], 2024), '尚无数据，不推算达到年份。', 'No year of attainment: no figures yet.'],
  ])('%j', (sentences, zh, en) => {
    expect(sentences).toEqual([zh, en]);
  });
});

describe('in words, the forecast', () => {
  const forecast = (one: Target, given: Figure[], of: Indicator = indicator()) =>
    (['zh', 'en'] as const).map((lang) => forecastSentence(one, of, forecastOf(one, of, given, 2024), lang));

  it.each([
    [
      forecast(below, falling, share),
      '按趋势外推，2025年预测值为6.0%（80%预测区间5.6%—6.4%），实现目标的概率约为1%。',
      'The trend gives 6.0% in 2025 (80% prediction interval 5.6% to 6.4%), and a chance of about 1% of meeting the target.',
    ],
    [
      forecast(target(due(2025, 45000)), known),
      '按趋势外推，2025年预测值为45,090个（80%预测区间43,799个—46,420个），达到目标的概率约为54%。',
      'The trend gives 45,090 in 2025 (80% prediction interval 43,799 to 46,420), and a chance of about 54% of meeting the target.',
    ],
    [
      forecast(sums, made, flow),
      '按趋势外推，2025年累计新增预测值为192家（80%预测区间178家—205家），达到目标的概率约为17%。',
      'The trend gives 192 added so far in 2025 (80% prediction interval 178 to 205), and a chance of about 17% of meeting the target.',
    ],
    [
      forecast(target(), known.slice(2)),
      '不作趋势外推：可用数据不足4个年份（不含上下限值、非年末数和口径不同的数据）。',
      'No forecast: fewer than four years of usable figures (bounds, part years and other scopes left out).',
    ],
  ])('%j', (sentences, zh, en) => {
    expect(sentences).toEqual([zh, en]);
  });

  it('shows a probability without claiming certainty', () => {
    expect([0, 0.0099, 0.01, 0.374, 0.99, 0.991, 1].map((one) => probabilityText(one, 'zh'))).toEqual([
      ...['低于1%', '低于1%', '约为1%', '约为37%', '约为99%', '高于99%', '高于99%'],
    ]);
    expect([0, 0.5, 1].map((one) => probabilityText(one, 'en'))).toEqual([
      'less than 1%',
      'about 50%',
      'more than 99%',
    ]);
  });
});
