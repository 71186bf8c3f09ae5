import { describe, expect, it } from 'vitest';
import { readCell } from '../src/cell-value.ts';
import { textCell } from '../src/grid.ts';
import { inspectWorkbook, readWorkbook } from '../src/read-workbook.ts';
import { makeCsv, makeWorkbook } from './make-workbook.ts';
import { vocabulary } from './vocabulary.ts';

async function readRow(indicator: string, value: string, unit: string) {
  const rows = [
    ['地区', '指标', '年份', '数值', '单位', '状态'],
    ['济南市', indicator, '2023', `"${value}"`, unit, '年报'],
  ];
  const { figures, problems } = await readWorkbook(makeCsv(rows), 'a.csv', vocabulary);
  return {
    figures: figures.map((f) => [f.value, f.decimals, f.unit, f.rawUnit]),
    codes: problems.map(({ severity, code, cell }) => `${severity} ${code} ${cell}`),
    message: problems[0]?.message,
  };
}

const SUSPICIOUS = ['warning value_suspicious D2'];

describe('a magnitude in the cell', () => {
  it.each([
    ['营业收入', '8000亿', '亿元', [8000, 0, '亿元', '元']],
    ['营业收入', '1.2万亿', '亿元', [12000, 0, '亿元', '元']],
    ['营业收入', '1.2万亿', '万亿元', [12000, 0, '亿元', '元']],
    ['营业收入', '8000亿', '万元', [8000, 0, '亿元', '元']],
    ['营业收入', '-12,000.5 亿', '（亿元）', [-12000.5, 1, '亿元', '元']],
    ['营业收入', '8000亿', '', [8000, 0, '亿元', '元']],
    ['5G基站', '2.5万', '万个', [25000, 0, '个', '个']],
  ])('stands in place of that of the unit: %s %s with %s', async (indicator, value, unit, expected) => {
    const read = await readRow(indicator, value, unit);
    expect(read.figures).toEqual([expected]);
    expect(read.codes).toEqual(SUSPICIOUS);
  });

  it.each([
    ['营业收入', '5万', '亿元'],
    ['营业收入', '5万', '万亿元'],
    ['营业收入', '300百', '万元'],
  ])('is no reading where it is smaller than that of the unit: %s %s with %s', async (indicator, value, unit) => {
    const { figures, codes, message } = await readRow(indicator, value, unit);
    expect(figures).toEqual([]);
    expect(codes).toEqual(['error unit_suspect D2']);
    expect(message).toContain(`无法判断是“${value}元”还是“${value}${unit}”`);
  });

  it('says how it was read', async () => {
    expect((await readRow('营业收入', '8000亿', '亿元')).message).toBe(
      '工作表“a” D2：“8000亿”已带数量级，按“8000亿元”读入，没有再乘以计量单位“亿元”的数量级；请核对。',
    );
  });

  it.each([
    ['5G基站', '2.5万', '个', [25000, 0, '个', '个']],
    ['5G基站', '1.23456万', '个', [12345.6, 1, '个', '个']],
    ['营业收入', '8000亿', '元', [8000, 0, '亿元', '元']],
    ['营业收入', '8000亿元', '万元', [8000, 0, '亿元', '亿元']],
    ['营业收入', '8000', '亿元', [8000, 0, '亿元', '亿元']],
  ])('is multiplied in where the unit has none: %s %s with %s', async (indicator, value, unit, expected) => {
    expect(await readRow(indicator, value, unit)).toEqual({ figures: [expected], codes: [], message: undefined });
  });

  it('leaves a unit that does not fit the error that it is', async () => {
    const read = await readRow('5G基站', '8000亿', '亿元');
    expect([read.figures, read.codes]).toEqual([[], ['error unit_inconvertible E2']]);
  });

  it('is read the same across years, with the unit in the name, the column or the table', async () => {
    const tables = [
      [
        ['地区', '指标', '2022年', '2023年'],
        ['济南市', '工业总产值（亿元）', '8000亿', '1.2万亿'],
      ],
      [['单位：亿元'], ['地区', '指标', '2022年', '2023年'], ['济南市', '工业总产值', '8000亿', '1.2万亿']],
      [
        ['地区', '指标', '计量单位', '2022年', '2023年'],
        ['济南市', '工业总产值', '亿元', '8000亿', '1.2万亿'],
      ],
    ];
    for (const rows of tables) {
      const { figures, problems } = await readWorkbook(makeCsv(rows), 'a.csv', vocabulary, { status: 'final' });
      expect(figures.map((f) => f.value)).toEqual([8000, 12000]);
      expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
        'warning value_suspicious',
        'warning value_suspicious',
      ]);
    }
  });

  it('is not inspected twice over', async () => {
    const rows = [
      ['指标', '2022年', '2021年'],
      ['产值（亿元）', '8000亿', '7000'],
      ['户数（户）', '2.5万', '3'],
    ];
    const { tables } = await inspectWorkbook(makeCsv(rows), 'a.csv');
    expect(tables[0]?.observations.map(({ value, unit }) => [value, unit])).toEqual([
      [800_000_000_000, '元'],
      [7000, '亿元'],
      [25000, '户'],
      [3, '户'],
    ]);
  });
});

describe('a number of too many digits', () => {
  it.each(['123456789012345678', '1,000,000,000,000,000', '123456789012345678个', '-123456789012345678万', '1e15'])(
    '%s is too precise, not text',
    (text) => {
      expect(readCell(textCell(text))).toMatchObject({ kind: 'bad', code: 'value_too_precise' });
    },
  );

  it.each(['370100000000000000号', '1e999', '12a'])('%s is text', (text) => {
    expect(readCell(textCell(text))).toEqual({ kind: 'bad', code: 'value_not_number' });
  });

  it('is so as a stored number too', () => {
    const stored = { ...textCell(''), number: 123456789012345680 };
    expect(readCell(stored)).toMatchObject({ kind: 'bad', code: 'value_too_precise' });
    expect(readCell({ ...stored, number: Number.POSITIVE_INFINITY })).toEqual({
      kind: 'bad',
      code: 'value_not_number',
    });
  });

  it('is named in a workbook with its cell, and the message says what to do', async () => {
    const rows = [
      ['地区', '指标', '年份', '数值', '单位', '状态'],
      ['济南市', '5G基站数', 2023, 123456789012345680, '个', '年报'],
      ['临沂市', '5G基站数', 2023, 999999999999999, '个', '年报'],
    ];
    const { figures, problems } = await readWorkbook(makeWorkbook([{ rows }]), 'a.xlsx', vocabulary);
    expect(figures.map((f) => f.value)).toEqual([999999999999999]);
    expect(problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['value_too_precise D2']);
    expect(problems[0]?.message).toContain('四舍五入到 15 位以内');
  });
});
