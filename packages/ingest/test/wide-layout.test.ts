import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../src/read-workbook.ts';
import { type Cell, makeCsv, makeWorkbook } from './make-workbook.ts';
import { vocabulary } from './vocabulary.ts';

async function readRows(rows: Cell[][], merges: string[] = [], name = 'Sheet1', hints = {}) {
  return readWorkbook(makeWorkbook([{ name, rows, merges }]), 'a.xlsx', vocabulary, { status: 'final', ...hints });
}

function points(read: { figures: { indicator: string; region: string; year: number; value: number; cell: string }[] }) {
  return read.figures.map((f) => [f.indicator, f.region, f.year, f.value, f.cell]);
}

describe('the wide layout', () => {
  it('reads years as columns, newest first, one missing, in every spelling', async () => {
    const read = await readRows([
      ['地区', '指标', '单位', '２０２２年', 2021, '2019 年', '二〇一八年'],
      ['临沂市', '工业总产值', '亿元', '1,863', 1500.25, '…', '—'],
      ['罗庄区', '5G基站数', '个', '１０００', 900, null, '1 200'],
    ]);
    expect(points(read)).toEqual([
      ['industrial-output', '371300', 2022, 1863, 'D2'],
      ['industrial-output', '371300', 2021, 1500.25, 'E2'],
      ['base-stations', '371311', 2022, 1000, 'D3'],
      ['base-stations', '371311', 2021, 900, 'E3'],
      ['base-stations', '371311', 2018, 1200, 'G3'],
    ]);
    expect(read.problems.map(({ code, cell, severity }) => [severity, code, cell])).toEqual([
      ['warning', 'value_missing', 'F2'],
      ['warning', 'value_missing', 'G2'],
    ]);
  });

  it('reads a workbook that has only years across and numbers that look like years', async () => {
    const read = await readRows(
      [
        ['指标', '2021年', '2022年'],
        ['5G基站数（个）', 2005, 2010],
        ['省级以上绿色工厂', '待定', '待定'],
      ],
      [],
      'Sheet1',
      { region: '371300' },
    );
    expect(points(read)).toEqual([
      ['base-stations', '371300', 2021, 2005, 'B2'],
      ['base-stations', '371300', 2022, 2010, 'C2'],
    ]);
    expect(read.problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'value_not_number B3',
      'value_not_number C3',
    ]);
  });

  it('reads a percentage typed, formatted, or under a % header as the same figure', async () => {
    const read = await readRows([
      ['地区', '指标', '2021年', '2022年', '2023年'],
      ['临沂市', '四强产业占比（%）', '38%', { t: 'n', v: 0.385, z: '0.0%' }, 39],
    ]);
    expect(read.problems).toEqual([]);
    expect(read.figures.map((f) => [f.value, f.decimals])).toEqual([
      [38, 0],
      [38.5, 1],
      [39, 0],
    ]);
  });

  it('never reads a part of a year or a comparison as the year', async () => {
    const read = await readRows([
      ['地区', '指标', '2022年', '2023年1—9月', '2022年比2021年增长(%)'],
      ['临沂市', '5G基站数（个）', 100, 80, 12.5],
    ]);
    expect(points(read)).toEqual([['base-stations', '371300', 2022, 100, 'C2']]);
    expect(read.problems.map(({ code, severity, cell }) => [severity, code, cell])).toEqual([
      ['warning', 'indicator_unknown', 'E1'],
      ['error', 'year_invalid', 'D2'],
    ]);
  });

  it('takes the status from the year header', async () => {
    const bytes = makeWorkbook([
      {
        rows: [
          ['地区', '指标', '单位', '2022年（年报）', '2023年（快报）', '2024年预计'],
          ['临沂市', '5G基站数', '个', 1, 2, 3],
        ],
      },
    ]);
    const read = await readWorkbook(bytes, 'a.xlsx', vocabulary);
    expect(read.problems).toEqual([]);
    expect(read.figures.map((f) => [f.year, f.status])).toEqual([
      [2022, 'final'],
      [2023, 'preliminary'],
      [2024, 'estimated'],
    ]);
  });

  it('reports an unknown label once, at the label', async () => {
    const read = await readRows([
      ['地区', '指标', '2021年', '2022年'],
      ['临沂市', '规上工业增加', 1, 2],
      ['临沂县', '5G基站数', 1, 2],
    ]);
    expect(read.figures).toEqual([]);
    expect(read.problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'indicator_unknown B2',
      'region_unknown A3',
    ]);
  });

  it('reads CSV with tab and comma together, semicolons, tabs, CR only', async () => {
    const rows = [
      ['地区', '指标', '2022年', '2021年'],
      ['临沂市', '5G基站数（个）', '', '900'],
    ];
    const expected = [['base-stations', '371300', 2021, 900, 'D2']];
    for (const [delimiter, newline] of [
      ['\t,', '\r\n'],
      [';', '\n'],
      ['\t', '\r\n'],
      [',', '\r'],
    ] as const) {
      const read = await readWorkbook(makeCsv(rows, delimiter, newline), 'a.csv', vocabulary);
      expect([delimiter, points(read)]).toEqual([delimiter, expected]);
    }
  });

  it('reads indicators across with the year in the title and units under the names', async () => {
    const read = await readRows([
      ['表13.2 各区县主要指标（2017）'],
      [],
      ['县  区', '工业总产值', '5G基站数'],
      ['', '（万元）', '（万个）'],
      ['  罗  庄  区', 5600000, 0.5],
      ['  兰山', 1, 2],
      ['总  计', 3, 4],
    ]);
    expect(points(read)).toEqual([
      ['industrial-output', '371311', 2017, 560, 'B5'],
      ['base-stations', '371311', 2017, 5000, 'C5'],
      ['industrial-output', '371302', 2017, 0.0001, 'B6'],
      ['base-stations', '371302', 2017, 20000, 'C6'],
    ]);
    expect(read.problems.map(({ code, cell, severity }) => [severity, code, cell])).toEqual([
      ['warning', 'unit_converted', 'B4'],
      ['warning', 'unit_converted', 'C4'],
      ['warning', 'region_unknown', 'A7'],
      ['warning', 'total_mismatch', 'B7'],
      ['warning', 'total_mismatch', 'C7'],
    ]);
  });

  it('names every indicator that the unit of the table does not fit', async () => {
    const read = await readRows([
      ['', '', '单位：亿元'],
      ['地区', '指标', '2021年'],
      ['罗庄区', '工业总产值', 5],
      ['罗庄区', '5G基站数', 6],
      ['罗庄区', '四强产业占比', 7],
    ]);
    expect(read.figures.map((f) => f.value)).toEqual([5]);
    expect(read.problems.map(({ code }) => code)).toEqual(['unit_inconvertible', 'unit_inconvertible']);
  });

  it('keeps a child apart from its parent', async () => {
    const read = await readRows(
      [['单位：万平方米'], ['地区', '商品房销售面积', '', '其他房屋'], ['', '', '# 住宅', ''], ['罗庄区', 10, 8, 1]],
      ['A2:A3', 'B2:C2', 'D2:D3'],
      '2020',
    );
    expect(points(read)).toEqual([
      ['housing', '371311', 2020, 10, 'B4'],
      ['housing-homes', '371311', 2020, 8, 'C4'],
    ]);
    expect(read.problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['indicator_unknown D2']);
  });
});
