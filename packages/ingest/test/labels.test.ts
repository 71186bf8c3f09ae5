import { describe, expect, it } from 'vitest';
import { readCell } from '../src/cell-value.ts';
import { roleOfHeader } from '../src/column-role.ts';
import { textCell } from '../src/grid.ts';
import { splitUnit, stripMarkers } from '../src/label.ts';
import { bookOfIndicators, bookOfRegions, regionInTitle } from '../src/match-names.ts';
import { readStatus } from '../src/read-status.ts';
import { looksLikeRegion } from '../src/region-like.ts';
import { readYear, splitYear, yearInTitle } from '../src/year-label.ts';
import { vocabulary } from './vocabulary.ts';

describe('cells', () => {
  it('tells the three kinds of nothing apart, and text', () => {
    const kinds = [
      '…',
      '……',
      '...',
      '—',
      '--',
      '-',
      '－',
      '——',
      '',
      '\u3000',
      '无',
      '约38',
      '3 8',
      '1,86',
      '1.2.3',
      '(38)',
      '1e400',
    ];
    const said = kinds.map((text) => {
      const value = readCell(textCell(text));
      return value.kind === 'missing' ? value.missing : value.kind;
    });
    expect(said).toEqual([
      ...['below_unit', 'below_unit', 'below_unit', 'none', 'none', 'none', 'none', 'none', 'blank', 'blank'],
      ...['bad', 'bad', 'bad', 'bad', 'bad', 'bad', 'bad'],
    ]);
  });

  it('reads the unit that stands in the cell', () => {
    const read = ['２０％', '38%', '1.6倍', '-3.9个\n百分点', '1.25万亿元', '6 万个'].map((text) =>
      readCell(textCell(text)),
    );
    expect(read.map((value) => (value.kind === 'number' ? [value.value, value.unit] : value))).toEqual([
      [20, '%'],
      [38, '%'],
      [1.6, '倍'],
      [-3.9, '个百分点'],
      [1.25, '万亿元'],
      [6, '万个'],
    ]);
  });

  it('takes a stored number at the digits it shows', () => {
    const number = (stored: number, percent: boolean, shownDecimals: number) =>
      readCell({ text: '', number: stored, percent, shownDecimals, error: null });
    expect(number(25376.380000000005, false, 0)).toMatchObject({ value: 25376.38, decimals: 2 });
    expect(number(0.38, true, 0)).toEqual({ kind: 'number', value: 38, decimals: 0, unit: '%' });
    expect(number(0.07, true, 1)).toEqual({ kind: 'number', value: 7, decimals: 1, unit: '%' });
    expect(number(1e20, false, 0).kind).toBe('bad');
  });
});

describe('labels', () => {
  it('reads years and nothing else as years', () => {
    const texts = ['2021', '２０２１年', '2021 年', '2016.0', '二〇二一年', '二零二一年', '2021年度', '2021年末'];
    expect(texts.map(readYear)).toEqual([2021, 2021, 2021, 2016, 2021, 2021, 2021, 2021]);
    const others = ['2023年1-9月', '2016-2020', '2021～2025年', '20215', '3700', '2021年产值', '上年', '2021个', ''];
    expect(others.map(readYear)).toEqual(others.map(() => null));
    expect(splitYear('2021年产值（亿元）')).toEqual({ year: 2021, rest: '产值(亿元)' });
    expect(splitYear('2023年（快报）')).toEqual({ year: 2023, rest: '快报' });
    expect(splitYear('2024E')).toEqual({ year: 2024, rest: 'e' });
  });

  it('takes the year of a title only where there is one', () => {
    expect(yearInTitle('表13.2 各区县工业总产值（2017）')).toBe(2017);
    expect(yearInTitle('2018年主要指标')).toBe(2018);
    const none = [
      '各区人口（2010～2017）',
      '2017年和2018年对比',
      '统计年鉴2019',
      '2019年统计年鉴',
      '2023年1-9月',
      '文号20171',
    ];
    expect(none.map(yearInTitle)).toEqual(none.map(() => null));
  });

  it('takes units out of names and leaves other brackets', () => {
    expect(splitUnit('工业总产值（亿元）')).toEqual({ name: '工业总产值', unit: '亿元' });
    expect(splitUnit('一般公共预算支出（亿元）i')).toEqual({ name: '一般公共预算支出', unit: '亿元' });
    expect(splitUnit('总产值（当年价）(万元)')).toEqual({ name: '总产值（当年价）', unit: '万元' });
    expect(splitUnit('总产值（当年价）')).toEqual({ name: '总产值（当年价）', unit: null });
  });

  it('strips what stands before a name', () => {
    const texts = ['其中：住宅', '# 住宅', '一、住宅', '（二）住宅', '1.住宅', '①住宅', '二、其中：#住宅'];
    expect(texts.map(stripMarkers)).toEqual(texts.map(() => '住宅'));
    expect(['5G基站数', '1.5亿以上企业', '一般公共预算收入', '十大产业'].map(stripMarkers)).toEqual([
      '5G基站数',
      '1.5亿以上企业',
      '一般公共预算收入',
      '十大产业',
    ]);
  });

  it('knows header words in their spellings', () => {
    const paths = [
      ['地 区'],
      ['地区\nDistrict'],
      ['计量', '单位'],
      ['指 标 名 称'],
      ['数值（亿元）'],
      ['地区', 'Region'],
      ['年 份'],
    ];
    expect(paths.map(roleOfHeader)).toEqual(['region', 'region', 'unit', 'indicator', 'value', 'region', 'year']);
    expect([['工业总产值'], ['指标', '产值'], []].map(roleOfHeader)).toEqual([null, null, null]);
  });

  it('knows regions by their form', () => {
    expect(['罗庄区', '兰 山 区', '山东', '全市 Total', '沂河新区', '蒙阴县'].every(looksLikeRegion)).toBe(true);
    expect(['工业园区', '商品房', '合计', '5G基站数', '社区'].some(looksLikeRegion)).toBe(false);
  });

  it('knows the words for a status', () => {
    const words = ['快报', '初步核算数', '年报数', '（P）', 'E', '修订', 'final', '预计'];
    expect(words.map(readStatus)).toEqual([
      ...['preliminary', 'preliminary', 'final', 'preliminary', 'estimated', 'revised', 'final', 'estimated'],
    ]);
    expect(['大概', '', 'constructor'].map(readStatus)).toEqual([null, null, null]);
  });
});

describe('names of the catalogue', () => {
  it('finds exact names whatever their dress, and nothing near', () => {
    const book = bookOfIndicators(vocabulary.indicators);
    const ids = [
      '5 G 基站数',
      '５Ｇ基站数（万个）',
      '一、“四强”产业占比（％）',
      '其中：#四强产业占比',
      'base-stations',
    ].map((label) => book.find(label)?.id);
    expect(ids).toEqual(['base-stations', 'base-stations', 'strong-share', 'strong-share', 'base-stations']);
    const near = ['5G基站', '绿色工厂', '5G基站数增速', '新增5G基站数', '工业总产值（当年价）'].map(
      (label) => book.find(label)?.id ?? null,
    );
    expect(near).toEqual(['base-stations', null, null, null, null]);
    expect(book.suggest('省级绿色工厂')).toBe('省级以上绿色工厂');
    expect(book.suggest('粮食播种面积亩产')).toBeNull();
  });

  it('finds regions by code, alias, short name and with their parents before them', () => {
    const book = bookOfRegions(vocabulary.regions);
    const labels = ['371311', '罗庄', '临沂市罗庄区', '山东省临沂市罗庄区', '  罗  庄  区', '罗庄区 Luozhuang'];
    expect(labels.map((label) => book.find(label)?.code)).toEqual(labels.map(() => '371311'));
    expect(['庄区', '临沂市兰山', '济南市罗庄区', '沂'].map((label) => book.find(label))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('leaves a name that two regions share to neither', () => {
    const twins = [
      { code: '370102', name: '市中区', parent: '370100', aliases: [] },
      { code: '370402', name: '市中区', parent: '370400', aliases: [] },
      { code: '370100', name: '济南市', parent: null, aliases: [] },
      { code: '370400', name: '枣庄市', parent: null, aliases: [] },
    ];
    const book = bookOfRegions(twins);
    expect(book.find('市中区')).toBeNull();
    expect(book.find('枣庄市市中区')?.code).toBe('370402');
  });

  it('takes the innermost region of a title, and none of several', () => {
    expect(regionInTitle('山东省临沂市罗庄区2023年指标', vocabulary.regions)?.code).toBe('371311');
    expect(regionInTitle('临沂市、济南市对比', vocabulary.regions)).toBeNull();
    expect(regionInTitle('主要指标', vocabulary.regions)).toBeNull();
  });
});
