import { describe, expect, it } from 'vitest';
import { inspectWorkbook, readWorkbook } from '../src/read-workbook.ts';
import { makeCsv, makeWorkbook, type TestSheet } from './make-workbook.ts';
import { vocabulary } from './vocabulary.ts';

async function readCsvRows(rows: string[][], fileName = 'a.csv', hints = {}) {
  const quoted = rows.map((row) => row.map((cell) => `"${cell}"`));
  const read = await readWorkbook(makeCsv(quoted), fileName, vocabulary, { status: 'final', ...hints });
  return {
    points: read.figures.map((f) => [f.indicator, f.region, f.year, f.value, f.cell].join(' ')),
    codes: read.problems.map(({ code, cell }) => `${code} ${cell}`),
    sheets: read.sheets,
  };
}

async function readSheets(sheets: TestSheet[], fileName = 'a.xlsx') {
  const read = await readWorkbook(makeWorkbook(sheets), fileName, vocabulary, { status: 'final' });
  return {
    points: read.figures.map((f) => [f.indicator, f.region, f.year, f.value, f.sheet, f.cell].join(' ')),
    codes: read.problems.map(({ code, sheet, cell, severity }) => [severity, code, sheet, cell].join(' ')),
  };
}

describe('where things stand', () => {
  it('fills merged labels down the rows they cover', async () => {
    const rows = [
      ['地区', '指标', '单位', '2021年', '2022年'],
      ['临沂市', '5G基站数', '个', 1, 2],
      ['', '省级以上绿色工厂', '家', 3, 4],
      ['罗庄区', '5G基站数', '个', 5, 6],
    ];
    const { points, codes } = await readSheets([{ rows, merges: ['A2:A3'] }]);
    expect(codes).toEqual([]);
    expect(points.slice(2, 4)).toEqual([
      'green-factories 371300 2021 3 Sheet1 D3',
      'green-factories 371300 2022 4 Sheet1 E3',
    ]);
  });

  it('takes a blank label for missing, not for the one above, unless merged', async () => {
    const { points, codes } = await readCsvRows([
      ['地区', '指标', '单位', '2021年', '2022年'],
      ['临沂市', '5G基站数', '个', '1', '2'],
      ['', '省级以上绿色工厂', '家', '3', '4'],
    ]);
    expect(points).toHaveLength(2);
    expect(codes).toEqual(['region_missing D3', 'region_missing E3']);
  });

  it('reads years down and quantities across, whatever the corner says', async () => {
    for (const corner of ['年份', '', '指标', '年份＼指标']) {
      const { points, codes } = await readCsvRows(
        [
          [corner, '工业总产值（亿元）', '5G基站数（个）'],
          ['2021年', '10', '2019'],
          ['2022年', '11', '2020'],
        ],
        'a.csv',
        { region: '371300' },
      );
      expect([corner, codes]).toEqual([corner, []]);
      expect(points).toEqual([
        'industrial-output 371300 2021 10 B2',
        'base-stations 371300 2021 2019 C2',
        'industrial-output 371300 2022 11 B3',
        'base-stations 371300 2022 2020 C3',
      ]);
    }
  });

  it('reads one quantity of the title over regions and years, under any corner', async () => {
    for (const corner of ['地区', '', '项目', '地区＼年份']) {
      const { points, codes } = await readCsvRows([
        ['表2-1 临沂市各县区工业总产值统计表', '', ''],
        ['', '', '单位：万元'],
        [corner, '2021年', '2022年'],
        ['全市', '30000', '70000'],
        ['罗庄区', '10000', '20000'],
        ['兰山区', '20000', '50000'],
      ]);
      expect([corner, codes]).toEqual([corner, ['unit_converted B3']]);
      expect(points[0]).toBe('industrial-output 371300 2021 3 B4');
      expect(points.at(-1)).toBe('industrial-output 371302 2022 5 C6');
      expect(points).toHaveLength(6);
    }
  });

  it('takes region and year from the sheet or the file where nothing inside says them', async () => {
    const rows = [
      ['指标', '计量单位', '完成情况'],
      ['5G基站数', '个', 5],
      ['省级以上绿色工厂', '家', 6],
    ];
    expect((await readSheets([{ name: '罗庄区', rows }], '2022年指标.xlsx')).points).toEqual([
      'base-stations 371311 2022 5 罗庄区 C2',
      'green-factories 371311 2022 6 罗庄区 C3',
    ]);
    const titled = [['2020年临沂市主要指标'], ...rows];
    expect((await readSheets([{ name: '罗庄区', rows: titled }], '2022年指标.xlsx')).points[0]).toBe(
      'base-stations 371300 2020 5 罗庄区 C3',
    );
  });

  it('never takes a target or a plan for a figure', async () => {
    const { points, codes } = await readCsvRows([
      ['地区', '指标', '单位', '2025年目标', '2023年完成'],
      ['罗庄区', '5G基站数', '个', '900', '500'],
    ]);
    expect(points).toEqual(['base-stations 371311 2023 500 E2']);
    expect(codes).toEqual(['indicator_unknown D1']);
  });

  it('reads the blocks of a sheet each under its own header', async () => {
    const { points, codes } = await readCsvRows([
      ['一、绿色工厂情况'],
      ['地区', '指标', '2021年', '2022年'],
      ['罗庄区', '省级以上绿色工厂（家）', '1', '2'],
      [''],
      ['二、基站情况'],
      ['地区', '指标', '2019年', '2020年'],
      ['罗庄区', '5G基站数（个）', '3', '4'],
    ]);
    expect(codes).toEqual([]);
    expect(points).toEqual([
      'green-factories 371311 2021 1 C3',
      'green-factories 371311 2022 2 D3',
      'base-stations 371311 2019 3 C7',
      'base-stations 371311 2020 4 D7',
    ]);
  });

  it('skips the row that numbers the columns', async () => {
    const { points, codes } = await readCsvRows(
      [
        ['指标', '单位', '2021年', '2022年'],
        ['甲', '乙', '1', '2'],
        ['5G基站数', '个', '3', '4'],
      ],
      'a.csv',
      { region: '371311' },
    );
    expect(codes).toEqual([]);
    expect(points).toEqual(['base-stations 371311 2021 3 C3', 'base-stations 371311 2022 4 D3']);
  });

  it('reads every visible sheet, and says which ones it passed over', async () => {
    const data = (value: number) => [
      ['地区', '指标', '2021年'],
      ['罗庄区', '5G基站数（个）', value],
    ];
    const { points, codes } = await readSheets([
      { name: '说明', rows: [['填表说明：请如实填写']] },
      { name: '甲', rows: data(1) },
      { name: '乙', rows: data(2), hidden: true },
      { name: '空', rows: [] },
    ]);
    expect(points).toEqual(['base-stations 371311 2021 1 甲 C2']);
    expect(codes.sort()).toEqual(['warning header_missing 说明 ', 'warning sheet_empty 乙 ']);
  });

  it('inspects exactly what the interface promises', async () => {
    const bytes = makeCsv([
      ['指标', '2022年', '2021年'],
      ['产值（亿元）', ' 1 863.5 ', '…'],
      ['户数', '待定', ''],
    ]);
    expect(await inspectWorkbook(bytes, '甲.csv')).toEqual({
      tables: [
        {
          sheet: '甲',
          observations: [
            { indicator: '产值（亿元）', year: 2022, value: 1863.5, unit: '亿元', cell: 'B2' },
            { indicator: '产值（亿元）', year: 2021, value: null, missing: 'below_unit', unit: '亿元', cell: 'C2' },
            { indicator: '户数', year: 2022, value: null, cell: 'B3' },
            { indicator: '户数', year: 2021, value: null, missing: 'blank', cell: 'C3' },
          ],
        },
      ],
    });
  });
});
