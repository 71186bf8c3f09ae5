import { describe, expect, it } from 'vitest';
import { inspectWorkbook } from '../src/read-workbook.ts';
import { type Cell, makeCsv, makeWorkbook } from './make-workbook.ts';

/** region · indicator · year · value or kind of nothing · unit · cell, as one line each. */
async function lines(bytes: Uint8Array, fileName: string): Promise<string[]> {
  const { tables } = await inspectWorkbook(bytes, fileName);
  return tables.flatMap(({ observations }) =>
    observations.map(({ region, indicator, year, value, missing, unit, cell }) =>
      [region, indicator, year, value ?? missing ?? 'text', unit, cell].map((part) => part ?? '').join('|'),
    ),
  );
}

/** Rows as a CSV file: quick, and without the merged ranges that a workbook would have. */
function inCsv(rows: Cell[][], fileName = '统计表.csv') {
  return lines(makeCsv(rows.map((row) => row.map((cell) => `"${cell}"`))), fileName);
}

function inXls(rows: Cell[][], merges: string[] = []) {
  return lines(makeWorkbook([{ rows, merges }], 'xls'), '统计表.xls');
}

describe('headers of other makes', () => {
  it('reads rows that say at their left what they hold', async () => {
    const found = await inCsv([
      ['指标', '工业增加值', '工业增速', '价格指数'],
      ['地区', '全国', '全国', '全国'],
      ['频度', '年', '年', '年'],
      ['单位', '亿元', '%', '-'],
      ['2018', '10', '6.1', '103.5'],
      ['2019', '11', '5.7', ''],
    ]);
    expect(found).toEqual([
      '全国|工业增加值|2018|10|亿元|B5',
      '全国|工业增速|2018|6.1|%|C5',
      '全国|价格指数|2018|103.5||D5',
      '全国|工业增加值|2019|11|亿元|B6',
      '全国|工业增速|2019|5.7|%|C6',
      '全国|价格指数|2019|blank||D6',
    ]);
  });

  it('reads a row of years under the names', async () => {
    const found = await inCsv([
      ['', '研发经费', '新产品收入'],
      ['', '2021', '2021'],
      ['北京', '197.3', '3317'],
      ['天津', '255.9', '4460'],
    ]);
    expect(found).toEqual([
      '北京|研发经费|2021|197.3||B3',
      '北京|新产品收入|2021|3317||C3',
      '天津|研发经费|2021|255.9||B4',
      '天津|新产品收入|2021|4460||C4',
    ]);
  });

  it('leaves the English line and its units aside', async () => {
    const found = await inCsv([
      ['各区主要指标（2021年）'],
      ['地 区', '地区生产总值', '人均GDP'],
      ['District', 'GDP', 'GDP per capita'],
      ['', '(亿元)', '(元)'],
      ['', '(100 million yuan)', '(yuan)'],
      ['全 市 Total', '10', '30'],
      ['东山区 Dongshan', '5', '7'],
    ]);
    expect(found).toEqual([
      '全 市 Total|地区生产总值|2021|10|亿元|B6',
      '全 市 Total|人均GDP|2021|30|元|C6',
      '东山区 Dongshan|地区生产总值|2021|5|亿元|B7',
      '东山区 Dongshan|人均GDP|2021|7|元|C7',
    ]);
  });

  it('gives a part the unit of its whole', async () => {
    const rows = [
      ['各区房地产（2019年）'],
      ['地  区', '房地产投资', '', '销售面积', ''],
      ['', '', '其中', '', '其中'],
      ['', '（亿元）', '# 住宅', '（万平方米）', '# 住宅'],
      ['东山区', 60, 40, 30, 25],
    ];
    expect(await inXls(rows, ['A1:E1', 'A2:A4', 'B2:C2', 'D2:E2'])).toEqual([
      '东山区|房地产投资|2019|60|亿元|B5',
      '东山区|房地产投资 / # 住宅|2019|40|亿元|C5',
      '东山区|销售面积|2019|30|万平方米|D5',
      '东山区|销售面积 / # 住宅|2019|25|万平方米|E5',
    ]);
  });

  it('reads regions over years, and years over regions', async () => {
    const regions = await inCsv([
      ['指标', '罗庄区', '', '兰山区', ''],
      ['', '2021年', '2022年', '2021年', '2022年'],
      ['产值(亿元)', '1', '2', '3', '4'],
    ]);
    expect(regions[0]).toBe('罗庄区|产值(亿元)|2021|1|亿元|B3');
    expect(regions[3]).toBe('兰山区|产值(亿元)|2022|4|亿元|E3');
    const years = await inCsv([
      ['指标', '2021年', '', '2022年', ''],
      ['', '罗庄区', '兰山区', '罗庄区', '兰山区'],
      ['产值(亿元)', '1', '2', '3', '4'],
    ]);
    expect(years[0]).toBe('罗庄区|产值(亿元)|2021|1|亿元|B3');
    expect(years[3]).toBe('兰山区|产值(亿元)|2022|4|亿元|E3');
  });

  it('takes a year in a name for part of it where the rows have years', async () => {
    const found = await inCsv([
      ['年份', '产值', '2010年不变价产值'],
      ['2021', '1', '2'],
      ['2022', '3', '4'],
    ]);
    expect(found.slice(0, 2)).toEqual(['|产值|2021|1||B2', '|2010年不变价产值|2021|2||C2']);
  });

  it('reads the unit behind a mark in the name', async () => {
    const found = await inCsv([
      ['地区', '年份', 'GDP_亿元', '第二产业比重_%', '人口：万人'],
      ['甲县', '2021', '1', '2', '3'],
      ['乙县', '2021', '4', '5', '6'],
    ]);
    expect(found.slice(0, 3)).toEqual([
      '甲县|GDP_亿元|2021|1|亿元|C2',
      '甲县|第二产业比重_%|2021|2|%|D2',
      '甲县|人口：万人|2021|3|万人|E2',
    ]);
  });
});

describe('years and periods of other makes', () => {
  it('reads years with footnotes, whole years by months, and comparisons', async () => {
    const found = await inCsv([
      ['指标', '单位', '2022年①', '2023年*', '2024年1-12月', '2024年为2023年%', '较上年增长%'],
      ['产值', '亿元', '5①', '6', '7', '120', '3.5*'],
    ]);
    expect(found).toEqual([
      '|产值|2022|5|亿元|C2',
      '|产值|2023|6|亿元|D2',
      '|产值|2024|7|亿元|E2',
      '|产值 / 2024年为2023年%|2024|120|%|F2',
      '|产值 / 较上年增长%|2024|3.5|%|G2',
    ]);
  });

  it('takes months and quarters for no years, and no part of the name', async () => {
    for (const periods of [
      ['2019-02', '2019-03', '2019-04'],
      ['2019Q1', '2019Q2', '2019Q3'],
      ['2019年2月', '2019年3月', '2019年4月'],
      ['2019-01-31', '2019-02-28', '2019-12-31'],
    ]) {
      const found = await inCsv([['指标', '产值(亿元)'], ...periods.map((period) => [period, '1'])]);
      expect(found).toEqual(['B2', 'B3', 'B4'].map((cell) => `|产值(亿元)||1|亿元|${cell}`));
    }
  });

  it('takes days that all end a year for years', async () => {
    const found = await inCsv([
      ['日期', '产值(亿元)'],
      ['2022-12-31', '1'],
      ['2023-12-31', '2'],
    ]);
    expect(found).toEqual(['|产值(亿元)|2022|1|亿元|B2', '|产值(亿元)|2023|2|亿元|B3']);
  });

  it('takes the year of two columns under 年份 that is one', async () => {
    const rows = [
      ['播种面积'],
      ['年份', '', '粮食（万亩）', '棉花（万亩）'],
      ['“一五”时期', 1953, 100, 7],
      ['', 1954, 110, 3],
    ];
    expect((await inXls(rows, ['A2:B2', 'A3:A4'])).slice(0, 3)).toEqual([
      '|粮食（万亩）|1953|100|万亩|C3',
      '|棉花（万亩）|1953|7|万亩|D3',
      '|粮食（万亩）|1954|110|万亩|C4',
    ]);
  });

  it('reads dates that are shown as years', async () => {
    const rows: Cell[][] = [
      ['指标', { t: 'n', v: 44562, z: 'yyyy"年"' }, { t: 'n', v: 44927, z: 'yyyy"年"' }],
      ['产值(亿元)', 1, 2],
    ];
    const expected = ['|产值(亿元)|2022|1|亿元|B2', '|产值(亿元)|2023|2|亿元|C2'];
    expect(await inXls(rows)).toEqual(expected);
    expect(await lines(makeWorkbook([{ rows }]), 'a.xlsx')).toEqual(expected);
  });
});

describe('rows of other makes', () => {
  it('reads a list printed in two columns, each value by the name before it', async () => {
    const found = await inCsv([
      ['各地区产值（2021年）'],
      ['地区', '产值(亿元)', '地区', '产值(亿元)'],
      ['甲县', '1', '丙县', '3'],
      ['乙县', '2', '丁县', '4'],
    ]);
    expect(found).toEqual([
      '甲县|产值(亿元)|2021|1|亿元|B3',
      '丙县|产值(亿元)|2021|3|亿元|D3',
      '乙县|产值(亿元)|2021|2|亿元|B4',
      '丁县|产值(亿元)|2021|4|亿元|D4',
    ]);
  });

  it('carries a name down a group where the groups repeat, and nowhere else', async () => {
    const head = ['年份', '地区', '产值（亿元）'];
    const repeating = [head, ['2021', '甲县', '1'], ['', '乙县', '2'], ['2022', '甲县', '3'], ['', '乙县', '4']];
    expect((await inCsv(repeating)).map((line) => line.split('|').slice(0, 4).join(' '))).toEqual([
      '甲县 产值（亿元） 2021 1',
      '乙县 产值（亿元） 2021 2',
      '甲县 产值（亿元） 2022 3',
      '乙县 产值（亿元） 2022 4',
    ]);
    const other = [head, ['2021', '甲县', '1'], ['', '乙县', '2'], ['2022', '甲县', '3']];
    expect((await inCsv(other))[1]).toBe('乙县|产值（亿元）||2|亿元|C3');
  });

  it('repeats the unit above where a row says so', async () => {
    const found = await inCsv([
      ['指标', '单位', '2022年', '2023年'],
      ['人口', '万人', '1', '2'],
      ['  男', '〃', '3', '4'],
      ['其中：城镇', '', '5', '6'],
      ['企业', '', '7', '8'],
    ]);
    expect(found.filter((line) => line.includes('|2022|'))).toEqual([
      '|人口|2022|1|万人|C2',
      '|男|2022|3|万人|C3',
      '|其中：城镇|2022|5|万人|C4',
      '|企业|2022|7||C5',
    ]);
  });

  it('knows codes, update times and the like for no figures', async () => {
    const found = await inCsv([
      ['指标名称', '地区名称', '地区编码', '单位', '2021年', '更新时间'],
      ['产值', '全国', '000000', '亿元', '1', '2022-05-15'],
      ['人口', '全国', '000000', '万人', '2', '2022-05-15'],
    ]);
    expect(found).toEqual(['全国|产值|2021|1|亿元|E2', '全国|人口|2021|2|万人|E3']);
  });

  it('knows 国家/地区 for one column, and a corner for two', async () => {
    const found = await inCsv([
      ['国家/地区', '年份', '产量（万吨）'],
      ['美国', '2020', '1'],
      ['世界总计', '2020', '2'],
    ]);
    expect(found[1]).toBe('世界总计|产量（万吨）|2020|2|万吨|C3');
  });

  it('reads a growth column as that of the quantity before it', async () => {
    const found = await inCsv([
      ['2021年各区产值'],
      ['地区', '产值(亿元)', '增长（%）', '出口增长率'],
      ['东山区', '1', '2.2', '3'],
      ['西河区', '1', '1.6倍', '3'],
    ]);
    expect(found.slice(0, 3)).toEqual([
      '东山区|产值(亿元)|2021|1|亿元|B3',
      '东山区|产值(亿元) / 增长（%）|2021|2.2|%|C3',
      '东山区|出口增长率|2021|3||D3',
    ]);
    expect(found[4]).toBe('西河区|产值(亿元) / 增长（%）|2021|1.6|倍|C4');
  });

  it('shows a number of more digits than can be kept at those that can', async () => {
    const found = await inCsv([
      ['地区', '年份', '增长率'],
      ['甲县', '2021', '1.671416339432233'],
      ['乙县', '2021', '2.099999999999999999'],
    ]);
    expect(found.map((line) => line.split('|')[3])).toEqual(['1.67141633943223', '2.1']);
  });
});
