import { SHORT_SECTIONS } from '@dabiao/domain/briefing-section';
import { describe, expect, it } from 'vitest';
import { gatherBriefing } from '../src/gather.ts';
import { type BriefingModel, partOf } from '../src/model.ts';
import { PLAIN_FORM } from '../src/options.ts';
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

const summaryOf = (model: BriefingModel) => partOf(model, 'summary')?.paragraphs ?? [];
const rowsOf = (model: BriefingModel) => partOf(model, 'table')?.groups.flatMap((group) => group.rows) ?? [];
const overviewOf = (model: BriefingModel) => partOf(model, 'summary')?.charts ?? [];
const trajectoriesOf = (model: BriefingModel) => partOf(model, 'groups')?.groups.flatMap(({ charts }) => charts) ?? [];

describe('gatherBriefing', () => {
  const model = gatherBriefing(inputOf([stations, factories, share, unknown]));

  it('counts by verdict and says what slips by how much', () => {
    expect(summaryOf(model)[0]).toBe(
      '截至2024年末，《某市工业强市三年行动计划（2023—2025年）》（某政字〔2023〕12号）的4项量化目标中，已实现1项（其中提前实现1项）、快于预期1项、背离1项、无法判断1项。',
    );
    expect(summaryOf(model)[1]).toBe('已实现的有绿色工厂。');
    expect(summaryOf(model)[2]).toBe('需要关注的有1项，依次为数字经济占比（完成目标的78.0%，距目标还差11个百分点）。');
    expect(summaryOf(model)[3]).toContain('1项目标因缺少数据');
  });

  it('has a row for every target with value, year, caveat, completion, verdict and department', () => {
    const rows = rowsOf(model);
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
    expect(partOf(model, 'notes')?.notes.map(({ number, source }) => [number, source])).toEqual([
      [1, '某市统计局，《某市国民经济和社会发展统计公报》，2025-03-18'],
    ]);
    expect(partOf(model, 'notes')?.notes[0]?.figures).toEqual([
      '5G基站数：2022年、2024年（快报，截至9月）',
      '绿色工厂：2022年、2024年',
      '数字经济占比：2022年、2024年',
    ]);
    expect(rowsOf(model)[0]?.sources).toEqual([1]);
  });

  it('draws what is telling, and numbers the charts through', () => {
    expect(overviewOf(model).map(({ kind }) => kind)).toEqual(['verdicts', 'completion']);
    expect(trajectoriesOf(model).map(({ caption }) => caption.slice(0, 8))).toEqual([
      '图3　5G基站数',
      '图4　绿色工厂：',
      '图5　数字经济占',
    ]);
    expect(trajectoriesOf(model)[0]?.note).toBe('数据来源：注〔1〕。空心点为快报或估计数，方点为非年末数或其他口径。');
  });

  it('lists what is missing with what is wanted and why it cannot be judged', () => {
    expect(partOf(model, 'missing')?.items).toEqual([
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
    expect(model.parts.map(({ heading }) => heading)).toEqual([
      '一、总体情况',
      '二、需要关注的目标',
      '三、实现目标还需做到',
      '四、已实现和进展顺利的目标',
      '五、分项进展',
      '六、目标一览',
      '七、缺数据、未到期的目标',
      '八、数据来源与判断方法',
    ]);
    expect(gatherBriefing(inputOf([unknown])).parts.map(({ heading }) => heading)).toEqual([
      '一、总体情况',
      '二、分项进展',
      '三、目标一览',
      '四、缺数据、未到期的目标',
      '五、数据来源与判断方法',
    ]);
  });

  it('counts verdicts by group, with the sum below where there are several', () => {
    const elsewhere = { ...factories, target: { ...factories.target, clause: ['二、绿色低碳'] } };
    const table = partOf(gatherBriefing(inputOf([stations, elsewhere, unknown])), 'summary')?.verdicts;
    expect(table?.caption).toBe('表1　截至2024年末判断汇总（项）');
    expect(table?.columns).toEqual(['类别', '已实现', '快于预期', '无法判断', '合计']);
    expect(table?.rows).toEqual([
      { heading: '一、总体目标', counts: [0, 1, 1], total: 2 },
      { heading: '二、绿色低碳', counts: [1, 0, 0], total: 1 },
      { heading: '合计', counts: [1, 1, 1], total: 3 },
    ]);
  });

  it('says what it would take: the pace from now on, up or down', () => {
    const energy = indicatorOf('能耗', { unit: '吨', direction: 'less' });
    const falling = briefedOf(
      energy,
      { value: 80, year: 2026 },
      [figureOf('能耗', 2022, 100), figureOf('能耗', 2024, 99)],
      { comparator: 'lte' },
    );
    const items = partOf(gatherBriefing(inputOf([falling])), 'items');
    const needed = gatherBriefing(inputOf([share, falling])).parts.find(({ heading }) => heading.includes('还需'));
    expect(items?.items[0]?.word).toBe('严重滞后');
    const texts = needed?.kind === 'items' ? needed.items.map(({ text }) => text) : [];
    expect(texts[0]).toContain('数字经济占比：要在2025年达到50%，还差11个百分点，今后1年须平均每年提高11');
    // (80/99)^(1/2) − 1 = −10.1 %
    expect(texts[1]).toContain('能耗：要在2026年控制在80吨以内，还差19吨，今后2年须平均每年下降10.1%。');
  });

  it('has only the parts asked for, and fewer in the short form', () => {
    const kinds = (sections: typeof SHORT_SECTIONS) =>
      gatherBriefing(inputOf([stations, share, unknown], { form: { ...PLAIN_FORM, sections } })).parts.map(
        ({ kind }) => kind,
      );
    expect(kinds(SHORT_SECTIONS)).toEqual(['summary', 'items', 'items', 'notes']);
    expect(kinds(['table'])).toEqual(['summary', 'table']);
    expect(kinds([])).toEqual(['summary']);
  });

  it('says how many figures of which status it stands on', () => {
    expect(partOf(model, 'notes')?.standing).toBe('本简报共用数据6个，其中快报1个、年报5个。');
  });

  it('carries number, issuer and the notice of a draft', () => {
    const form = { ...PLAIN_FORM, number: '第12期', issuer: '某市工信局' };
    const draft = gatherBriefing(inputOf([stations], { form, draft: true }));
    expect(draft.head).toEqual({ word: '简报', number: '第12期', issuer: '某市工信局' });
    expect(draft.notices).toEqual({ demo: null, draft: '送审稿　含未发布数据，不得引用' });
    expect(model.head).toEqual({ word: '简报', number: null, issuer: '某市' });
    expect(model.notices).toEqual({ demo: null, draft: null });
  });
});

describe('a briefing of something else than a document', () => {
  const east = {
    ...stations,
    documentTitle: '东区计划',
    regionName: '东区',
    target: { ...stations.target, document: 'e' },
  };
  const west = { ...share, documentTitle: '西区计划', regionName: '西区', target: { ...share.target, document: 'w' } };
  const of = (scope: 'region' | 'department' | 'indicator' | 'targets' | 'whole', name: string | null) =>
    gatherBriefing(inputOf([east, west], { subject: { scope, name, title: name, number: null } }));

  it.each([
    ['region', '某市', '某市2024年目标进展情况', '截至2024年末，某市各文件的2项量化目标中'],
    ['department', '市工信局', '市工信局2024年目标进展情况', '截至2024年末，市工信局牵头或负责的2项量化目标中'],
    ['indicator', '基站', '基站2024年目标进展情况', '截至2024年末，各文件对基站提出的2项量化目标中'],
    ['targets', null, '2项选定目标2024年目标进展情况', '截至2024年末，选定的2项量化目标中'],
    ['whole', null, '全部文件2024年目标进展情况', '截至2024年末，全部文件的2项量化目标中'],
  ] as const)('of a %s says so in title and summary', (scope, name, title, sentence) => {
    const model = of(scope, name);
    expect(model.title).toBe(title);
    expect(summaryOf(model)[0]).toContain(sentence);
  });

  it('groups by document, and one of an indicator by region', () => {
    expect(partOf(of('region', '某市'), 'groups')?.groups.map(({ heading }) => heading)).toEqual([
      '（一）东区计划',
      '（二）西区计划',
    ]);
    const indicator = of('indicator', '基站');
    expect(partOf(indicator, 'table')?.groups.map(({ heading, rows }) => [heading, rows[0]?.indicator])).toEqual([
      ['东区', '东区计划'],
      ['西区', '西区计划'],
    ]);
  });
});

describe('the number of charts', () => {
  it.each([
    ['one target with two figures', [factories]],
    ['one target with one figure', [briefedOf(FACTORIES, { value: 100, year: 2025 }, [figureOf('绿色工厂', 2024, 9)])]],
    ['two targets, one without figures', [unknown, stations]],
    ['25 targets', sampleTargets(25)],
  ])('is at least three for %s', (_, targets) => {
    const model = gatherBriefing(inputOf(targets));
    const charts = [...overviewOf(model), ...trajectoriesOf(model)];
    expect(charts.length).toBeGreaterThanOrEqual(3);
    expect(charts.length).toBeLessThanOrEqual(26);
    expect(charts.map(({ number }) => number)).toEqual(charts.map((_, index) => index + 1));
  });

  it('shows milestones where no figure is known yet, and nothing without targets', () => {
    const model = gatherBriefing(inputOf([unknown]));
    const kinds = [...overviewOf(model), ...trajectoriesOf(model)].map(({ kind }) => kind);
    expect(kinds).toEqual(['verdicts', 'trajectory']);
    const none = gatherBriefing(inputOf([unknown, { ...unknown }, { ...unknown }]));
    expect(overviewOf(none).length + trajectoriesOf(none).length).toBe(3);
    expect(overviewOf(gatherBriefing(inputOf([])))).toEqual([]);
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
  expect(rowsOf(model)[0]).toMatchObject({ indicator: '5G base stations', value: '49,000', word: 'Ahead' });
});

it('refuses a date that is none', () => {
  for (const generatedOn of ['2025-13-01', '18.3.2025', '']) {
    expect(() => gatherBriefing(inputOf([], { generatedOn }))).toThrow(RangeError);
  }
});
