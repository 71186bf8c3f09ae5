import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../src/read-workbook.ts';
import { type Cell, makeCsv, makeWorkbook } from './make-workbook.ts';
import { vocabulary } from './vocabulary.ts';

const HEADER = ['地区', '指标', '年份', '数值', '单位', '状态'];

function readLong(rows: Cell[][], header: string[] = HEADER) {
  return readWorkbook(makeWorkbook([{ name: '数据', rows: [header, ...rows] }]), '上报.xlsx', vocabulary);
}

function codes({ problems }: { problems: { code: string; cell: string | null }[] }) {
  return problems.map(({ code, cell }) => (cell === null ? code : `${code} ${cell}`));
}

describe('the long layout', () => {
  it('reads every field of a row with its place', async () => {
    const read = await readLong([['济南市', '规上工业营业收入', 2023, 9406.5, '亿元', '年报']]);
    expect(read.problems).toEqual([]);
    expect(read.figures).toEqual([
      {
        indicator: 'revenue',
        region: '370100',
        year: 2023,
        value: 9406.5,
        decimals: 1,
        unit: '亿元',
        status: 'final',
        sheet: '数据',
        cell: 'D2',
        row: 2,
        raw: '9406.5',
        rawUnit: '亿元',
      },
    ]);
  });

  it('reads the same rows from xlsx, xls and CSV in any order of columns', async () => {
    const rows = [
      ['年报', '2023年', '临沂市', '5G基站数', '20000', '个'],
      ['快报', '2024', '罗庄区', '“四强”产业占比', '39.70', '%'],
    ];
    const header = ['状态', '年份', '地区', '指标', '数值', '单位'];
    const expected = [
      ['base-stations', '371300', 2023, 20000, 0, 'final', 'E2'],
      ['strong-share', '371311', 2024, 39.7, 2, 'preliminary', 'E3'],
    ];
    for (const bookType of ['xlsx', 'xls'] as const) {
      const bytes = makeWorkbook([{ rows: [header, ...rows] }], bookType);
      const { figures, problems } = await readWorkbook(bytes, `a.${bookType}`, vocabulary);
      expect(problems).toEqual([]);
      expect(figures.map((f) => [f.indicator, f.region, f.year, f.value, f.decimals, f.status, f.cell])).toEqual(
        expected,
      );
    }
    const { figures, problems } = await readWorkbook(makeCsv([header, ...rows]), 'a.csv', vocabulary);
    expect(problems).toEqual([]);
    expect(figures.map((f) => [f.indicator, f.region, f.year, f.value, f.decimals, f.status, f.cell])).toEqual(
      expected,
    );
  });

  it('takes English headers, title rows above, remarks beside and footers below', async () => {
    const read = await readLong(
      [
        ['region', 'Indicator', 'Unit', 'Year', 'Value', 'Status', '备注'],
        ['Jinan', '5G基站', '万个', 2025, 6, 'P', '见附件 2024'],
        ['注：数据为初步统计'],
        ['数据来源：市统计局'],
      ],
      ['济南市主要指标完成情况表'],
    );
    expect(codes(read)).toEqual(['unit_converted C3']);
    expect(read.figures.map((f) => [f.region, f.value, f.unit, f.rawUnit, f.status, f.cell])).toEqual([
      ['370100', 60000, '个', '万个', 'preliminary', 'E3'],
    ]);
  });

  it('keeps the good rows and names the bad cell', async () => {
    const read = await readLong([
      ['临沂市', '5G基站数', 2023, 'abc', '个', '年报'],
      ['临沂市', '5G基站数', 2024, 16000, '个', '年报'],
    ]);
    expect(read.figures.map((f) => f.value)).toEqual([16000]);
    expect(read.problems).toEqual([
      {
        severity: 'error',
        code: 'value_not_number',
        message: '工作表“数据” D2：“abc”应填数字；请改为数字，没有数据则留空。',
        messageEn:
          'Sheet “数据”, cell D2: “abc” is not a number; write a number, or leave the cell empty where there is none.',
        sheet: '数据',
        cell: 'D2',
        row: 2,
      },
    ]);
  });

  it('gives each kind of mistake its own code and cell', async () => {
    const cases: [(string | number)[], string[]][] = [
      [['临沂市', '机器人密度', 2023, 1, '个', '年报'], ['indicator_unknown B2']],
      [['蒙阴', '5G基站数', 2023, 1, '个', '年报'], ['region_unknown A2']],
      [['临沂市', '', 2023, 1, '个', '年报'], ['indicator_missing D2']],
      [['', '5G基站数', 2023, 1, '个', '年报'], ['region_missing D2']],
      [['临沂市', '5G基站数', '', 1, '个', '年报'], ['year_missing D2']],
      [['临沂市', '5G基站数', '去年', 1, '个', '年报'], ['year_invalid C2']],
      [['临沂市', '5G基站数', '2023年1-9月', 1, '个', '年报'], ['year_invalid C2']],
      [['临沂市', '5G基站数', 2023, '', '个', '年报'], ['value_missing D2']],
      [['临沂市', '5G基站数', 2023, '1.234567890123456789', '个', '年报'], ['value_too_precise D2']],
      [['临沂市', '5G基站数', 2023, 1, '亿元', '年报'], ['unit_inconvertible E2']],
      [['临沂市', '5G基站数', 2023, '38%', '个', '年报'], ['unit_inconvertible D2']],
      [['临沂市', '5G基站数', 2023, 1, '把', '年报'], ['unit_unknown E2']],
      [['临沂市', '5G基站数', 2023, 1, '个', '大概'], ['status_unknown F2']],
    ];
    for (const [row, expected] of cases) {
      const good = ['临沂市', '5G基站数', '2022', '5', '个', '年报'];
      const read = await readWorkbook(makeCsv([HEADER, row.map(String), good]), 'a.csv', vocabulary);
      expect([row, codes(read)]).toEqual([row, expected]);
      expect(read.figures.map((f) => [f.cell, f.value])).toEqual([['D3', 5]]);
      for (const { message } of read.problems) expect(message).toMatch(/[；，。].+。$/u);
    }
  });

  it('takes no formula for a value that has none', async () => {
    const read = await readLong([
      ['临沂市', '5G基站数', 2023, { t: 'e', v: 23, w: '#REF!' }, '个', '年报'],
      ['临沂市', '5G基站数', 2022, { t: 'n', f: 'A1+1' }, '个', '年报'],
      ['临沂市', '5G基站数', 2021, { t: 'n', f: 'A1+1', v: 4 }, '个', '年报'],
    ]);
    expect(codes(read)).toEqual(['formula_without_value D2', 'formula_without_value D3']);
    expect(read.figures.map((f) => f.value)).toEqual([4]);
  });

  it('suggests the closest name and never takes it', async () => {
    const read = await readLong([['临沂市', '省级绿色工厂', 2023, 12, '家', '年报']]);
    expect(read.figures).toEqual([]);
    expect(read.problems[0]?.message).toContain('是否为“省级以上绿色工厂”？');
    expect(read.problems[0]?.suggestions).toEqual([{ id: 'green-factories', name: '省级以上绿色工厂' }]);
  });

  it('assumes 快报 once a file and the unit once an indicator, and says so', async () => {
    const read = await readLong(
      [
        ['临沂市', '5G基站数', 2022, 1],
        ['罗庄区', '5G基站数', 2022, 2],
        ['罗庄区', '四强产业占比', 2022, 2],
      ],
      ['地区', '指标', '年份', '数值'],
    );
    expect(read.figures).toHaveLength(3);
    expect(codes(read).sort()).toEqual(['status_assumed', 'unit_assumed', 'unit_assumed']);
    expect(read.problems.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('fills region, year and status from the hints only where the file is silent', async () => {
    const bytes = makeWorkbook([
      {
        rows: [
          ['地区', '指标', '年份', '数值', '单位'],
          ['', '5G基站数', '', 7, '个'],
          ['济南市', '5G基站数', 2020, 8, '个'],
        ],
      },
    ]);
    const hints = { region: '371311', year: 2023, status: 'revised' } as const;
    const read = await readWorkbook(bytes, 'a.xlsx', vocabulary, hints);
    expect(read.problems).toEqual([]);
    expect(read.figures.map((f) => [f.region, f.year, f.value, f.status])).toEqual([
      ['371311', 2023, 7, 'revised'],
      ['370100', 2020, 8, 'revised'],
    ]);
  });

  it('finds the region in the title where no column names it', async () => {
    const read = await readLong(
      [
        ['指标', '年份', '数值', '单位', '状态'],
        ['5G基站数', 2023, 7, '个', '年报'],
      ],
      ['山东省临沂市罗庄区2023年指标完成情况'],
    );
    expect(read.figures.map((f) => f.region)).toEqual(['371311']);
  });

  it('converts units exactly', async () => {
    const read = await readLong([
      ['济南市', '规上工业营业收入', 2023, 1.2345, '万亿元', '年报'],
      ['济南市', '规上工业营业收入', 2022, '84,065,000.5', '万元', '年报'],
      ['济南市', '5G基站数', 2022, '1.5万', '个', '年报'],
    ]);
    expect(read.problems.map(({ severity, code, cell, message }) => [severity, code, cell, message])).toEqual([
      [
        'warning',
        'unit_converted',
        'E2',
        '工作表“数据” E2：单位是“万亿元”的数据已按1万亿元=10,000亿元换算为“亿元”；单位如有误，请改正后重新上传。',
      ],
      [
        'warning',
        'unit_converted',
        'E3',
        '工作表“数据” E3：单位是“万元”的数据已按1亿元=10,000万元换算为“亿元”；单位如有误，请改正后重新上传。',
      ],
    ]);
    expect(read.figures.map((f) => [f.value, f.decimals, f.rawUnit])).toEqual([
      [12345, 0, '万亿元'],
      [8406.50005, 5, '万元'],
      [15000, 0, '个'],
    ]);
  });

  it('is not confused by values that look like years', async () => {
    const read = await readLong([
      ['临沂市', '5G基站数', 2021, 2019, '个', '年报'],
      ['', '', '', '', '', ''],
      ['临沂市', '5G基站数', 2022, 2023, '个', '年报'],
    ]);
    expect(read.figures.map((f) => [f.year, f.value])).toEqual([
      [2021, 2019],
      [2022, 2023],
    ]);
  });
});
