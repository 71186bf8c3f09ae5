import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../src/read-workbook.ts';
import { makeCsv } from './make-workbook.ts';
import { vocabulary } from './vocabulary.ts';

/** Cells and messages of the totals that do not add up. */
async function mismatches(rows: string[][]): Promise<[string | null, string][]> {
  const { problems } = await readWorkbook(makeCsv(rows), 'a.csv', vocabulary, { status: 'final', year: 2021 });
  return problems
    .filter(({ code }) => code === 'total_mismatch')
    .map(({ cell, message, severity }) => [`${severity} ${cell}`, message]);
}

async function cells(rows: string[][]): Promise<(string | null)[]> {
  return (await mismatches(rows)).map(([cell]) => cell);
}

const HEAD = ['地区', '工业总产值（亿元）', '5G基站数（个）', '四强产业占比（%）'];

describe('totals within a table', () => {
  it('are the sum of the regions, rounding aside, and say by how much they are not', async () => {
    const rows = [HEAD, ['总计', '30.2', '30', '50'], ['罗庄区', '10.1', '10', '20'], ['兰山区', '20.0', '20', '10']];
    expect(await cells(rows)).toEqual([]);
    const wrong = [HEAD, ['总计', '30.5', '31', '50'], ['罗庄区', '10.1', '10', '20'], ['兰山区', '20.0', '20', '10']];
    expect(await mismatches(wrong)).toEqual([
      [
        'warning B2',
        '工作表“a” B2：“总计”为30.5，2个分项相加为30.1，相差0.4，超出四舍五入的误差；请核对，分项不全的请说明。',
      ],
      [
        'warning C2',
        '工作表“a” C2：“总计”为31，2个分项相加为30，相差1，超出四舍五入的误差；请核对，分项不全的请说明。',
      ],
    ]);
  });

  it('are looked for in every year and wherever they stand', async () => {
    const rows = [
      ['工业总产值（亿元）'],
      ['地区', '2021年', '2022年'],
      ['罗庄区', '1', '2'],
      ['兰山区', '3', '4'],
      ['合  计', '4', '16'],
    ];
    expect(await cells(rows)).toEqual(['warning C5']);
    const across = [
      ['工业总产值（亿元，2021年）'],
      ['指标', '合计', '罗庄区', '兰山区'],
      ['工业总产值', '60', '10', '20'],
      ['营业收入', '30', '10', '20'],
    ];
    expect(await cells(across)).toEqual(['warning B3']);
  });

  it('keep still where sub-totals stand among the parts', async () => {
    const rows = [
      HEAD.slice(0, 2),
      ['全市', '100'],
      ['市辖区', '60'],
      ['罗庄区', '30'],
      ['兰山区', '30'],
      ['临淄区', '40'],
    ];
    expect(await cells(rows)).toEqual([]);
  });

  it('keep still where there are two of them', async () => {
    const rows = [HEAD.slice(0, 2), ['总计', '9'], ['罗庄区', '1'], ['兰山区', '2'], ['合计', '5']];
    expect(await cells(rows)).toEqual([]);
  });

  it('are never less than one of their parts, and need not be the sum of 其中', async () => {
    const rows = [
      ['指标', '单位', '2021年', '2022年'],
      ['商品房销售面积', '万平方米', '100', '100'],
      ['其中：住宅', '万平方米', '60', '160'],
      ['# 办公楼', '万平方米', '10', '10'],
    ];
    expect(await mismatches(rows)).toEqual([
      ['warning D3', '工作表“a” D3：“其中：住宅”为160，大于它所属的“商品房销售面积”100；请核对这两个数。'],
    ]);
    const across = [
      ['单位：万平方米', '', ''],
      ['地区', '商品房销售面积', ''],
      ['', '', '# 住宅'],
      ['罗庄区', '10', '8'],
      ['兰山区', '10', '18'],
    ];
    expect(await cells(across)).toEqual(['warning C5']);
  });

  it('are none of shares, growth, means and ranks', async () => {
    const rows = [
      ['地区', '占比（%）', '人均产值（元）', '增长率', '平均工资（元）'],
      ['总计', '10', '900', '5', '800'],
      ['罗庄区', '30', '1000', '50', '900'],
      ['兰山区', '40', '2000', '60', '900'],
    ];
    expect(await cells(rows)).toEqual([]);
  });
});
