import { describe, expect, it } from 'vitest';
import { assessTarget } from '../src/assess.ts';
import type { Figure } from '../src/figure.ts';
import { targetFinding } from '../src/finding.ts';
import type { Target } from '../src/target.ts';
import { figure, figures, indicator, target } from './sample.ts';

const share = indicator({
  name: '“四强”产业增加值占比',
  nameEn: 'Share of the four industries',
  measure: 'share',
  unit: '%',
});
const revenue = indicator({
  name: '规模以上工业营业收入',
  nameEn: 'Industrial revenue',
  measure: 'flow',
  unit: '亿元',
});

function said(one: Target, given: Figure[], asOf: number, of = indicator()): { zh: string; en: string; title: string } {
  const found = assessTarget(one, of, given, asOf);
  return { ...found.sentence, title: targetFinding('济南市', one, of, found, 'zh') };
}

describe('sentences', () => {
  const stations = target({ baseline: { year: 2020, value: 30000 } });

  it('of a target behind', () => {
    const { zh, en, title } = said(stations, figures({ 2021: 33000, 2022: 36300 }), 2022);
    expect(zh).toBe(
      '2022年5G基站数为36,300个，比2020年增长21.0%，2020年以来年均增长10.0%，' +
        '实现2025年达到60,000个的目标需年均增长14.9%，进度滞后。' +
        '已完成目标的60.5%，距目标还差23,700个，此后需年均增长18.2%。',
    );
    expect(en).toBe(
      '5G base stations stood at 36,300 in 2022, up 21.0% on 2020, growth of 10.0% a year since 2020 ' +
        'against 14.9% required: lagging. Target: reach 60,000 by 2025; 60.5% done, 23,700 short, ' +
        'growth of 18.2% a year needed from now on.',
    );
    expect(title).toBe('济南市5G基站数：2022年36,300个，进度滞后，2025年目标为达到60,000个，还缺23,700个');
  });

  it('of a target on course', () => {
    const { title } = said(stations, figures({ 2021: 35000, 2024: 52500 }), 2024);
    expect(title).toBe('济南市5G基站数：2024年52,500个，按目前进度可在2025年达到60,000个');
  });

  it('of a target met early', () => {
    const over = target({ comparator: 'gt', milestones: [{ year: 2025, value: 10000 }] });
    const given = figures({ 2023: 9759.9, 2024: 10189.4 }, { decimals: 1 });
    const { zh, title } = said(over, given, 2024, revenue);
    expect(zh).toBe(
      '2024年规模以上工业营业收入为10,189.4亿元，提前1年实现2025年超过10,000亿元的目标，完成目标的101.9%。',
    );
    expect(title).toBe('济南市规模以上工业营业收入：2024年10,189.4亿元，提前1年超过10,000亿元');
  });

  it('of a target missed', () => {
    const one = target({ milestones: [{ year: 2025, value: 300 }], baseline: { year: 2020, value: 100 } });
    const { zh, title } = said(one, figures({ 2025: 212 }), 2025, indicator({ name: '绿色工厂数', unit: '家' }));
    expect(zh).toBe('2025年绿色工厂数为212家，未实现2025年达到300家的目标，完成目标的70.7%，缺88家。');
    expect(title).toBe('济南市绿色工厂数：2025年212家，未实现2025年达到300家的目标，缺88家');
  });

  it('of one year left, and of no change', () => {
    const { zh } = said(stations, figures({ 2021: 30000, 2024: 48000 }), 2024);
    expect(zh).toContain('距目标还差12,000个，2025年需增长25.0%。');
    expect(said(stations, figures({ 2021: 31000, 2022: 30000 }), 2022).zh).toContain(
      '与2020年持平，2020年以来年均零增长，',
    );
    const points = target({
      kind: 'share',
      milestones: [{ year: 2025, value: 45 }],
      baseline: { year: 2020, value: 38 },
    });
    expect(said(points, figures({ 2021: 39, 2024: 42 }), 2024, share).zh).toContain('2025年需提高3.0个百分点。');
  });

  it('never rounds a missed target up to 100.0 %', () => {
    const { zh } = said(stations, figures({ 2021: 40000, 2025: 59999 }), 2025);
    expect(zh).toContain('完成目标的99.998%');
    expect(zh).toContain('缺1个');
  });

  it('of shares, in 个百分点 and in the digits given', () => {
    const one = target({
      kind: 'share',
      comparator: 'approx',
      milestones: [{ year: 2025, value: 45 }],
      baseline: { year: 2020, value: 38 },
    });
    const given = [figure(2021, 38.2, { decimals: 1 }), figure(2022, 39.2, { decimals: 1 })];
    const { zh } = said(one, given, 2022, share);
    expect(zh).toBe(
      '2022年“四强”产业增加值占比为39.2%，比2020年高1.2个百分点，2020年以来年均增长1.6%（按比例计），' +
        '实现2025年达到45%左右的目标需年均增长3.4%，进度严重滞后。' +
        '已完成目标的87.1%，距目标还差5.8个百分点，此后年均需提高1.9个百分点。',
    );
  });

  it('of a value to stay below', () => {
    const one = target({
      comparator: 'lte',
      milestones: [{ year: 2025, value: 5 }],
      baseline: { year: 2020, value: 8 },
    });
    const faults = indicator({ name: '不良率', unit: '%', direction: 'less', measure: 'share' });
    expect(said(one, [figure(2025, 5.3, { decimals: 1 })], 2025, faults).zh).toBe(
      '2025年不良率为5.3%，未实现2025年控制在5%以内的目标，超出目标0.3个百分点。',
    );
  });

  it('of reductions, sums, multiples and growth rates', () => {
    const base = { year: 2020, value: 100 };
    const of = indicator({ name: '能耗' });
    const year = (value: number) => [{ year: 2025, value }];
    const reduction = target({ kind: 'reduction_vs_baseline', milestones: year(13.5), baseline: base });
    expect(said(reduction, figures({ 2021: 99 }), 2021, of).zh).toContain(
      '2021年能耗比2020年下降1.0%，比当年路径值2.7%低1.7个百分点',
    );
    expect(said(reduction, figures({ 2021: 101 }), 2021, of).zh).toContain('2021年能耗比2020年增长1.0%');
    const sums = target({ kind: 'cumulative_increment', milestones: year(300) });
    const flow = indicator({ name: '项目数', measure: 'flow' });
    expect(said(sums, figures({ 2021: 50, 2022: 60 }), 2022, flow).zh).toBe(
      '2021—2022年项目数累计新增110个，比当年路径值120个少10个，进度滞后。' +
        '2025年目标为累计新增300个以上，已完成目标的36.7%，距目标还差190个，此后年均需新增63个。',
    );
    const twice = target({ kind: 'multiple_of_baseline', milestones: year(2), baseline: base });
    expect(said(twice, figures({ 2021: 110, 2022: 152 }), 2022, of).zh).toContain('2022年能耗为2020年的1.52倍');
    const rate = target({ kind: 'growth_rate', milestones: year(8) });
    expect(said(rate, figures({ 2020: 100, 2022: 121 }), 2022, flow).zh).toContain('2021—2022年项目数年均增长10.0%');
  });

  it('shows the digits that tell a computed rate from its target', () => {
    const rate = target({ kind: 'growth_rate', milestones: [{ year: 2025, value: 8 }] });
    const given = figures({ 2020: 1000, 2025: 1469.3 });
    expect(said(rate, given, 2025, indicator({ measure: 'flow' })).zh).toContain('年均增长7.9996%，未实现');
  });

  it('of yearly demands', () => {
    const yearly = target({ kind: 'annual_flow', everyYear: true, milestones: [{ year: null, value: 30 }] });
    const flow = indicator({ name: '新增企业数', unit: '家', measure: 'flow' });
    expect(said(yearly, figures({ 2021: 31 }), 2021, flow).zh).toBe(
      '2021年新增企业数为31家，符合当年达到30家的要求，进度符合预期。',
    );
    expect(said(yearly, figures({ 2021: 29 }), 2021, flow).zh).toBe(
      '2021年新增企业数为29家，未实现当年达到30家的目标，完成目标的96.7%，缺1家。',
    );
    expect(said(yearly, [], 2021, flow).zh).toBe('新增企业数：2021年尚无数据，暂不研判。');
  });

  it('gives the reason where there is no verdict', () => {
    expect(said(stations, [], 2022).zh).toBe('5G基站数：无法判断（尚无数据）。');
    expect(said(stations, [], 2020).zh).toBe('5G基站数：实施期（2021—2025年）尚未开始，暂不研判。');
    expect(said(stations, figures({ 2024: 49000 }), 2026)).toEqual({
      zh: '2024年5G基站数为49,000个。无法判断（缺到期年份数据）。',
      en: '5G base stations stood at 49,000 in 2024. Cannot be judged: no figure for the year it was due.',
      title: '济南市5G基站数：2024年49,000个，无法判断，缺到期年份数据',
    });
  });

  it('names the caveats of the figures', () => {
    const given = [figure(2025, 61000, { status: 'preliminary', caveats: ['part_year', 'at_least'] })];
    expect(said(stations, given, 2025).zh).toContain(
      '2025年5G基站数为61,000个（快报数，非年末数，按下限值推算），实现',
    );
    expect(said(stations, given, 2025).en).toContain('(preliminary, not year-end, lower bound)');
  });

  it('of a schedule and of a direction', () => {
    const planned = target({
      method: 'schedule',
      milestones: [{ year: 2025, value: 100 }],
      baseline: { year: 2020, value: 0 },
    });
    expect(said(planned, figures({ 2023: 55 }), 2023).zh).toContain('完成率比序时进度低5.0个百分点，进度滞后');
    const free = target({ milestones: [] });
    expect(said(free, figures({ 2020: 100, 2022: 104 }), 2022)).toMatchObject({
      zh: '2022年5G基站数为104个，比2020年增长4.0%，2020年以来年均增长2.0%，进度符合预期。',
      title: '济南市5G基站数：2022年104个，变化方向和速度符合要求',
    });
  });
});

describe('titles', () => {
  it('have no exclamation and no full stop, in either language', () => {
    for (const year of [2020, 2021, 2022, 2023, 2024, 2025, 2026]) {
      const one = target({ baseline: { year: 2020, value: 30000 } });
      const found = assessTarget(
        one,
        indicator(),
        figures({ 2021: 29000, 2022: 41000, 2024: 47000, 2025: 61000 }),
        year,
      );
      for (const lang of ['zh', 'en'] as const) {
        expect(targetFinding('济南市', one, indicator(), found, lang)).not.toMatch(/[!！。.]$|undefined|null/);
      }
    }
  });
});
