import { describe, expect, it } from 'vitest';
import { gatherBriefing } from '../src/gather.ts';
import { briefedOf, figureOf, indicatorOf, inputOf, sampleTargets } from './sample.ts';

const STATIONS = indicatorOf('5G基站数', { unit: '个', nameEn: '5G base stations' });
const FACTORIES = indicatorOf('绿色工厂');
const SHARE = indicatorOf('数字经济占比', { unit: '%', measure: 'share', naturalLimit: 100 });

const stations = briefedOf(STATIONS, { value: 60000, year: 2025 }, [
  figureOf('5G基站数', 2022, 30000),
  figureOf('5G基站数', 2024, 49000, { status: 'preliminary', caveats: ['part_year'], note: '截至2024年9月，非年末数' }),
  figureOf('5G基站数', 2025, 99999),
]);
const factories = briefedOf(FACTORIES, { value: 100, year: 2025 }, [
  figureOf('绿色工厂', 2022, 90),
  figureOf('绿色工厂', 2024, 120),
]);
const share = briefedOf(SHARE, { value: 50, year: 2025 }, [
  figureOf('数字经济占比', 2022, 40),
  figureOf('数字经济占比', 2024, 39),
]);
const unknown = briefedOf(indicatorOf('单项冠军'), { value: 30, year: 2025 }, []);

describe('gatherBriefing', () => {
  const model = gatherBriefing(inputOf([stations, factories, share, unknown]));

  it('counts by verdict and says what slips by how much', () => {
    expect(model.summary[0]).toBe(
      '截至2024年末，《某市工业强市三年行动计划（2023—2025年）》（某政字〔2023〕12号）的4项量化目标中，已实现1项（其中提前实现1项）、快于预期1项、背离1项、无法判断1项。',
    );
    expect(model.summary[1]).toBe('已实现的有绿色工厂。');
    expect(model.summary[2]).toBe('需要关注的有1项，依次为数字经济占比（完成目标的78.0%，距目标还差11个百分点）。');
    expect(model.summary[3]).toContain('1项目标因缺少数据');
  });

  it('has a row for every target with value, year, caveat, completion, verdict and department', () => {
    const rows = model.table.flatMap((group) => group.rows);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      indicator: '5G基站数',
      demand: '达到60,000个',
      demandYear: '2025年',
      value: '49,000个',
      valueNote: '2024年 快报，截至9月',
      completion: '81.7%',
      word: '快于预期',
      departments: '市工业和信息化局',
    });
    expect(rows[1]).toMatchObject({ verdict: 'achieved', word: '提前实现', completion: '120.0%' });
    expect(rows[3]).toMatchObject({ value: null, valueNote: null, completion: null, sources: [], word: '无法判断' });
  });

  it('ignores figures after its year', () => {
    expect(JSON.stringify(model)).not.toContain('99999');
  });

  it('numbers each source once and says what was taken from it', () => {
    expect(model.notes.map(({ number, source }) => [number, source])).toEqual([
      [1, '某市统计局，《某市国民经济和社会发展统计公报》，2025-03-18'],
    ]);
    expect(model.notes[0]?.figures).toEqual([
      '5G基站数：2022年、2024年（快报，截至9月）',
      '绿色工厂：2022年、2024年',
      '数字经济占比：2022年、2024年',
    ]);
    expect(model.table[0]?.rows[0]?.sources).toEqual([1]);
  });

  it('draws what is telling, and numbers the charts through', () => {
    expect(model.overviewCharts.map(({ kind }) => kind)).toEqual(['verdicts', 'completion']);
    expect(model.targetCharts.map(({ caption }) => caption.slice(0, 8))).toEqual([
      '图3　数字经济占',
      '图4　5G基站数',
      '图5　绿色工厂：',
    ]);
    expect(model.targetCharts[1]?.note).toBe('数据来源：注〔1〕。空心点为快报或估计数，方点为非年末数或其他口径。');
  });

  it('lists what is missing with what is wanted and why it cannot be judged', () => {
    expect(model.missing).toEqual([
      {
        verdict: 'unassessable',
        word: '无法判断',
        indicator: '单项冠军',
        text: '2025年达到30家。尚无数据。',
        departments: '责任单位：市工业和信息化局。',
      },
    ]);
  });

  it('numbers the parts in the order of the paper, without those that are empty', () => {
    expect([model.headings.summary, ...model.sections.map(({ heading }) => heading), model.headings.notes]).toEqual([
      '一、总体情况',
      '二、需要关注的目标',
      '三、已实现和进展顺利的目标',
      '七、数据来源与判断方法',
    ]);
    expect(gatherBriefing(inputOf([unknown])).headings.notes).toBe('五、数据来源与判断方法');
  });
});

describe('the number of charts', () => {
  it.each([
    ['one target with two figures', [factories]],
    ['one target with one figure', [briefedOf(FACTORIES, { value: 100, year: 2025 }, [figureOf('绿色工厂', 2024, 9)])]],
    ['two targets, one without figures', [unknown, stations]],
    ['25 targets', sampleTargets(25)],
  ])('is at least three for %s', (_, targets) => {
    const { overviewCharts, targetCharts } = gatherBriefing(inputOf(targets));
    expect(overviewCharts.length + targetCharts.length).toBeGreaterThanOrEqual(3);
    expect(targetCharts.length).toBeLessThanOrEqual(6);
  });

  it('shows milestones where no figure is known yet, and nothing without targets', () => {
    const model = gatherBriefing(inputOf([unknown]));
    const kinds = [...model.overviewCharts, ...model.targetCharts].map(({ kind }) => kind);
    expect(kinds).toEqual(['verdicts', 'trajectory']);
    const none = gatherBriefing(inputOf([unknown, unknown, unknown]));
    expect(none.overviewCharts.length + none.targetCharts.length).toBe(3);
    expect(gatherBriefing(inputOf([])).overviewCharts).toEqual([]);
  });
});

it('gives the same model for the same input, fit for JSON', () => {
  const input = inputOf(sampleTargets(25));
  const model = gatherBriefing(input);
  expect(JSON.stringify(gatherBriefing(input))).toBe(JSON.stringify(model));
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
});

it('speaks English where asked', () => {
  const model = gatherBriefing(inputOf([stations, unknown], { lang: 'en' }));
  expect(model.title).toBe('某市工业强市三年行动计划: Progress on targets, 2024');
  expect(model.dateWords).toBe('18 March 2025');
  expect(model.table[0]?.rows[0]).toMatchObject({ indicator: '5G base stations', value: '49,000', word: 'Ahead' });
});

it('refuses a date that is none', () => {
  for (const generatedOn of ['2025-13-01', '18.3.2025', '']) {
    expect(() => gatherBriefing(inputOf([], { generatedOn }))).toThrow(RangeError);
  }
});
