import { describe, expect, it } from 'vitest';
import { inspectWorkbook } from '../src/read-workbook.ts';
import { type Cell, makeCsv, makeWorkbook, type TestSheet } from './make-workbook.ts';

/** region · indicator · year · value or kind of nothing · unit · cell, as one line each. */
async function lines(bytes: Uint8Array, fileName: string): Promise<string[]> {
  const { tables } = await inspectWorkbook(bytes, fileName);
  return tables.flatMap(({ observations }) =>
    observations.map(({ region, indicator, year, value, missing, unit, cell }) =>
      [region, indicator, year, value ?? missing ?? 'text', unit, cell].map((part) => part ?? '').join('|'),
    ),
  );
}

function inXlsx(sheet: TestSheet, fileName = '统计表.xlsx') {
  return lines(makeWorkbook([sheet]), fileName);
}

function inXls(rows: Cell[][], merges: string[] = [], fileName = '统计表.xls') {
  return lines(makeWorkbook([{ rows, merges }], 'xls'), fileName);
}

describe('layouts of statistical workbooks, without a catalogue', () => {
  it('L1: title with the year, names, a row of units, padded region names', async () => {
    const rows = [
      ['表13.2  各县区主要经济指标（2017）'],
      [],
      ['县  区', '地区生产总值', '年末户籍人口'],
      ['', '（亿元）', '（万人）'],
      ['总  计', 2200.5, 430.1],
      ['  东  山  区', '1,200.5', 200],
      ['  西河县', 1000, 230.1],
      ['  其  他', '—', '…'],
      [],
    ];
    expect(await inXls(rows, ['A1:C1', 'A3:A4'])).toEqual([
      '总  计|地区生产总值|2017|2200.5|亿元|B5',
      '总  计|年末户籍人口|2017|430.1|万人|C5',
      '东  山  区|地区生产总值|2017|1200.5|亿元|B6',
      '东  山  区|年末户籍人口|2017|200|万人|C6',
      '西河县|地区生产总值|2017|1000|亿元|B7',
      '西河县|年末户籍人口|2017|230.1|万人|C7',
      '其  他|地区生产总值|2017|none|亿元|B8',
      '其  他|年末户籍人口|2017|below_unit|万人|C8',
    ]);
  });

  it('L3: a parent over two columns, the child one row lower, units among the children', async () => {
    const rows = [
      ['各区房地产开发（2019）'],
      ['地区', '房地产投资', '', '施工面积'],
      ['', '', '# 住宅', ''],
      ['', '（亿元）', '（亿元）', '（万平方米）'],
      ['东山区', 10, 8, 100],
      ['西河县', 5, 4, 60],
    ];
    expect(await inXls(rows, ['A1:D1', 'A2:A4', 'B2:C2', 'B3:B3', 'D2:D3'])).toEqual([
      '东山区|房地产投资|2019|10|亿元|B5',
      '东山区|房地产投资 / # 住宅|2019|8|亿元|C5',
      '东山区|施工面积|2019|100|万平方米|D5',
      '西河县|房地产投资|2019|5|亿元|B6',
      '西河县|房地产投资 / # 住宅|2019|4|亿元|C6',
      '西河县|施工面积|2019|60|万平方米|D6',
    ]);
  });

  it('L4: an empty row inside the header, the unit on top', async () => {
    const rows = [
      ['2015年各区房屋竣工面积'],
      ['', '', '单位：万平方米'],
      ['地区', '合计', '按用途分'],
      [],
      ['', '', '住宅', '厂房'],
      ['东山区', 12, 8, '…'],
      ['西河县', 7, 7, '—'],
    ];
    expect(await inXls(rows, ['A1:D1', 'A3:A5', 'B3:B5', 'C3:D3'])).toEqual([
      '东山区|合计|2015|12|万平方米|B6',
      '东山区|按用途分 / 住宅|2015|8|万平方米|C6',
      '东山区|按用途分 / 厂房|2015|below_unit|万平方米|D6',
      '西河县|合计|2015|7|万平方米|B7',
      '西河县|按用途分 / 住宅|2015|7|万平方米|C7',
      '西河县|按用途分 / 厂房|2015|none|万平方米|D7',
    ]);
  });

  it('L5: years over pairs of columns, merged or not', async () => {
    const padding = ' '.repeat(90);
    const rows = [
      ['户籍人口迁移（2016～2017）'],
      [`地  区${padding}`, 2016, '', 2017, ''],
      ['', '迁入', '迁出', '迁入', '迁出'],
      ['东山区', 10, 20, 30, 40],
    ];
    const expected = [
      '东山区|迁入|2016|10||B4',
      '东山区|迁出|2016|20||C4',
      '东山区|迁入|2017|30||D4',
      '东山区|迁出|2017|40||E4',
    ];
    expect(await inXls(rows, ['A2:A3', 'B2:C2', 'D2:E2'])).toEqual(expected);
    const csv = makeCsv(rows.map((row) => row.map((cell) => String(cell).trim())));
    expect(await lines(csv, '迁移.csv')).toEqual(expected);
  });

  it('L6: bilingual, one sheet a year, every number text', async () => {
    const sheet = (name: string, first: string): TestSheet => ({
      name,
      rows: [
        ['各区主要指标 Main Indicators by District'],
        ['地区\nDistrict', '工业总产值（亿元）\nGross Output', '', '户籍人口\nPopulation\n（万人）'],
        ['', '合计\nTotal', '# 高技术\nHigh-tech', ''],
        ['全市 Total', first, '5.5', '1 863.2'],
        ['东山区 Dongshan', '7', '3', '900'],
      ],
      merges: ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3'],
    });
    const bytes = makeWorkbook([sheet('2022', '11.5'), sheet('2021', '10.5')]);
    const found = await lines(bytes, '年鉴.xlsx');
    expect(found).toHaveLength(12);
    expect(found[0]).toBe('全市 Total|工业总产值（亿元）\nGross Output / 合计\nTotal|2022|11.5|亿元|B4');
    expect(found[2]).toBe('全市 Total|户籍人口\nPopulation\n（万人）|2022|1863.2|万人|D4');
    expect(found[6]).toMatch(/\|2021\|10\.5\|亿元\|B4$/);
  });

  it('L7: indicators down with their own units, years, growth, then districts', async () => {
    const rows = [
      ['2018年主要经济指标'],
      ['指 标 名 称', '计量\n单位', '2017 年', '2018 年', '2018年比\n2017年增\n长(%)', '东山区', '西河县'],
      ['地区生产总值', '亿元', '2100.1', '2201.9', '6.6', '1200', '1001.9'],
      ['  第一产业', '亿元', '340', '350', '4.4', '100', '250'],
      ['常住人口', '万人', '411', '415', '1.0', '215', '200'],
    ];
    const found = await inXlsx({ rows });
    expect(found.slice(0, 5)).toEqual([
      '|地区生产总值|2017|2100.1|亿元|C3',
      '|地区生产总值|2018|2201.9|亿元|D3',
      '|地区生产总值 / 2018年比\n2017年增\n长(%)|2018|6.6|%|E3',
      '东山区|地区生产总值|2018|1200|亿元|F3',
      '西河县|地区生产总值|2018|1001.9|亿元|G3',
    ]);
    expect(found[10]).toBe('|常住人口|2017|411|万人|C5');
  });

  it('L8: unit and growth headers broken over two rows, NBSP, numbering', async () => {
    const rows = [
      ['全市主要指标'],
      ['指标', '计量', '2022年', '比2021年'],
      ['', '单位', '', '+、-%'],
      ['一、地区生产总值', '亿元', 2705, '-3.9'],
      ['\u00a0\u00a0其中：工业', '亿元', 1000, '－'],
      ['二、财政收入', '亿元', '-', 1.5],
    ];
    expect(await inXlsx({ rows })).toEqual([
      '|一、地区生产总值|2022|2705|亿元|C4',
      '|一、地区生产总值 / 比2021年+、-%|2022|-3.9|%|D4',
      '|其中：工业|2022|1000|亿元|C5',
      '|其中：工业 / 比2021年+、-%|2022|none|%|D5',
      '|二、财政收入|2022|none|亿元|C6',
      '|二、财政收入 / 比2021年+、-%|2022|1.5|%|D6',
    ]);
  });

  it('L9: a row with year and unit above spaced names, totals at both ends', async () => {
    const rows = [
      ['各区人口迁移情况'],
      ['（2021年）', '', '', '单位：人'],
      ['地    区', '迁    入', '', '净 迁 入'],
      ['', '合 计', '省 外', ''],
      ['总    计', '300', '120', 30],
      ['东 山 区', '200', '80', 20],
      ['西 河 县', '100', 40, '10'],
      ['市 辖 区', '200', '80', 20],
    ];
    const found = await inXlsx({ rows, merges: ['A3:A4', 'B3:C3', 'D3:D4'] });
    expect(found.slice(0, 4)).toEqual([
      '总    计|迁    入 / 合 计|2021|300|人|B5',
      '总    计|迁    入 / 省 外|2021|120|人|C5',
      '总    计|净 迁 入|2021|30|人|D5',
      '东 山 区|迁    入 / 合 计|2021|200|人|B6',
    ]);
    expect(found).toHaveLength(12);
  });

  it('L10 and L11: preamble with the quantity, years newest first with one missing, footers', async () => {
    const rows = [
      ['数据库：分市年度数据'],
      ['指标：地区生产总值(亿元)'],
      ['时间：最近3年'],
      ['地区', '2024年', '2023年', '2021年'],
      ['东山市', '300.0', '200', '100'],
      ['注：2023年为修订数。'],
      ['数据来源：统计局'],
    ];
    expect(await lines(makeCsv(rows), '年度数据.csv')).toEqual([
      '东山市|地区生产总值(亿元)|2024|300|亿元|B5',
      '东山市|地区生产总值(亿元)|2023|200|亿元|C5',
      '东山市|地区生产总值(亿元)|2021|100|亿元|D5',
    ]);
  });

  it('L12: tab and comma together, newest year empty', async () => {
    const rows = [
      ['指标', '2024年', '2023年'],
      ['普通高等学校数(所)', '', '24'],
    ];
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...makeCsv(rows, '\t,', '\t\r\n')]);
    expect(await lines(bytes, '分省年度数据.csv')).toEqual([
      '|普通高等学校数(所)|2024|blank|所|B2',
      '|普通高等学校数(所)|2023|24|所|C2',
    ]);
  });

  it('L13: years down, a unit column and a country column at the right', async () => {
    const rows = [
      ['年份', '进口', '进口增长率', '国家', '单位', '数据来源'],
      [2019, 12.5, '—', '东国', '亿美元', '海关'],
      [2021, 15, { t: 'n' as const, v: 0.2, z: '0.0%' }, '东国', '亿美元', '海关'],
    ];
    expect(await inXlsx({ rows })).toEqual([
      '东国|进口|2019|12.5|亿美元|B2',
      '东国|进口增长率|2019|none||C2',
      '东国|进口|2021|15|亿美元|B3',
      '东国|进口增长率|2021|20|%|C3',
    ]);
  });

  it('L14: plan periods merged at the left, years down, four header rows, notes below', async () => {
    const rows = [
      ['农业计划指标'],
      ['时期', '年份', '种植业', '', '', '牧业'],
      ['', '', '播种面积', '', '', '存栏'],
      ['', '', '粮食', '', '棉花', '猪'],
      ['', '', '数值（万亩）', '增长率％', '数值（万亩）', '数值（万头）'],
      ['“一五”时期', 1953, 100, 2.5, null, 7],
      ['', 1954, 110, 10, 3, null],
      ['备注：1.面积为播种面积。'],
    ];
    const merges = ['A2:A5', 'B2:B5', 'C2:E2', 'C3:E3', 'C4:D4', 'A6:A7'];
    const found = await inXls(rows, merges);
    expect(found[0]).toBe('|种植业 / 播种面积 / 粮食|1953|100|万亩|C6');
    expect(found[1]).toBe('|种植业 / 播种面积 / 粮食 / 增长率％|1953|2.5|%|D6');
    expect(found[6]).toBe('|种植业 / 播种面积 / 棉花|1954|3|万亩|E7');
    expect(found).toHaveLength(8);
  });

  it('L15: a second block under the same header', async () => {
    const rows = [
      ['支出（亿元）i', 2005, 2006],
      ['东山市', 1, 2],
      ['西河市', 3, 4],
      ['一般公共预算支出（亿元）', 2007, 2008],
      ['东山市', 5, 6],
      ['西河市', 7, 8],
    ];
    expect(await inXls(rows)).toEqual([
      '东山市|支出（亿元）i|2005|1|亿元|B2',
      '东山市|支出（亿元）i|2006|2|亿元|C2',
      '西河市|支出（亿元）i|2005|3|亿元|B3',
      '西河市|支出（亿元）i|2006|4|亿元|C3',
      '东山市|一般公共预算支出（亿元）|2007|5|亿元|B5',
      '东山市|一般公共预算支出（亿元）|2008|6|亿元|C5',
      '西河市|一般公共预算支出（亿元）|2007|7|亿元|B6',
      '西河市|一般公共预算支出（亿元）|2008|8|亿元|C6',
    ]);
  });

  it('L16: the names that programs and data sites give to sheets and files say no quantity', async () => {
    const rows = [
      ['地区', '2022年', '2021年'],
      ['临沂市', 5.5, 5.1],
      ['罗庄区', 1.5, 1.2],
    ];
    const found = async (sheet: string, fileName: string) => {
      const { tables } = await inspectWorkbook(makeWorkbook([{ name: sheet, rows }]), fileName);
      return tables[0]?.observations[0];
    };
    for (const sheet of [
      'Sheet1',
      '分省年度数据',
      '中国宏观经济数据库-年度（分省级）',
      '新建 XLSX 工作表',
      '年度数据 (1)',
    ]) {
      expect(await found(sheet, '新产品销售收入（万元）.xlsx'), sheet).toMatchObject({
        indicator: '新产品销售收入（万元）',
        unit: '万元',
        region: '临沂市',
        year: 2022,
        value: 5.5,
      });
    }
    expect((await found('工业增加值', '新产品销售收入（万元）.xlsx'))?.indicator).toBe('工业增加值');
    expect((await found('分省年度数据', '分省年度数据 (2).xlsx'))?.indicator ?? '').toBe('');
  });

  it('L16: title and unit only in the file name', async () => {
    const rows = [
      [null, 2019, 2020],
      ['东山市', 12688.190000000002, 1],
      ['合计', 25376.380000000005, 2],
    ];
    expect(await inXls(rows, [], '一般公共预算收入（亿元）.xls')).toEqual([
      '东山市|一般公共预算收入（亿元）|2019|12688.19|亿元|B2',
      '东山市|一般公共预算收入（亿元）|2020|1|亿元|C2',
      '合计|一般公共预算收入（亿元）|2019|25376.38|亿元|B3',
      '合计|一般公共预算收入（亿元）|2020|2|亿元|C3',
    ]);
  });

  it('reads values with a unit of their own in a column of per cent', async () => {
    const rows = [
      ['指标', '2022年', '增长（%）'],
      ['产值', 100, '1.6倍'],
      ['占比', '２０％', '-3.9个\n百分点'],
    ];
    expect(await inXlsx({ rows })).toEqual([
      '|产值|2022|100||B2',
      '|产值 / 增长（%）|2022|1.6|倍|C2',
      '|占比|2022|20|%|B3',
      '|占比 / 增长（%）|2022|-3.9|个百分点|C3',
    ]);
  });
});
