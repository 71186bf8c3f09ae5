import { describe, expect, it } from 'vitest';
import { type CheckContext, checkFigures } from '../src/check-figures.ts';
import { acceptedFigures, type ReadFigure } from '../src/problem.ts';
import { figure, indicator } from './sample.ts';

const indicators = [
  indicator(),
  indicator({ id: 'share', name: '占比', unit: '%', measure: 'share', naturalLimit: 100 }),
  indicator({ id: 'index', name: '指数', unit: '指数', measure: 'index' }),
  indicator({ id: 'growth', name: '增速', unit: '%', measure: 'rate' }),
];

function read(changes: Partial<ReadFigure> = {}): ReadFigure {
  return {
    indicator: 'base-stations',
    region: '370100',
    year: 2024,
    value: 49000,
    decimals: 0,
    unit: '个',
    status: 'final',
    sheet: '数据',
    cell: 'D2',
    row: 2,
    raw: '49000',
    rawUnit: '个',
    ...changes,
  };
}

function check(figures: ReadFigure[], changes: Partial<CheckContext> = {}) {
  return checkFigures(figures, { indicators, regions: null, earlier: () => null, ...changes }, 2025);
}

function codes(figures: ReadFigure[], changes: Partial<CheckContext> = {}): string[] {
  return check(figures, changes).map(({ severity, code, cell }) => `${severity} ${code} ${cell}`);
}

describe('checkFigures', () => {
  it('has nothing to say of a good figure', () => {
    expect(codes([read()])).toEqual([]);
    expect(codes([])).toEqual([]);
  });

  it.each([
    [1948, ['error year_out_of_range D2']],
    [1949, []],
    [2026, []],
    [2027, ['error year_out_of_range D2']],
    [2024.5, ['error year_out_of_range D2']],
  ])('knows the years that can be: %d', (year, expected) => {
    expect(codes([read({ year })])).toEqual(expected);
  });

  it('keeps a share within its limit', () => {
    const share = { indicator: 'share', unit: '%' };
    expect(codes([read({ ...share, value: 100 })])).toEqual([]);
    expect(check([read({ ...share, value: 120.5, decimals: 1 })])[0]).toEqual({
      severity: 'error',
      code: 'share_above_limit',
      message: '工作表“数据”单元格D2：占比为120.5%，超过上限100%，请核对数值和单位。',
      messageEn:
        'Sheet “数据”, cell D2: 120.5% for 5G base stations is above its limit of 100%; check the value and the unit.',
      sheet: '数据',
      cell: 'D2',
      row: 2,
    });
  });

  it('has no negative counts, but negative rates', () => {
    expect(codes([read({ value: -1 })])).toEqual(['error value_negative D2']);
    expect(codes([read({ indicator: 'growth', unit: '%', value: -1 })])).toEqual([]);
  });

  it('sees what is published already with the same value and status', () => {
    const earlier: CheckContext['earlier'] = (_id, _region, year) => (year === 2024 ? figure(2024, 49000) : null);
    expect(codes([read()], { earlier })).toEqual(['warning value_unchanged D2']);
    expect(codes([read({ status: 'revised' })], { earlier })).toEqual([]);
  });

  it('says what was published, what is handed in and by how much they differ', () => {
    const earlier: CheckContext['earlier'] = (_id, _region, year) => (year === 2024 ? figure(2024, 49000) : null);
    const [problem, ...rest] = check([read({ value: 48000 })], { earlier });
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ severity: 'warning', code: 'value_changed', cell: 'D2' });
    expect(problem?.message).toBe(
      '工作表“数据”单元格D2：2024年5G基站数已发布为49,000个，本次为48,000个，相差−1,000个；如属修订，请说明原因。',
    );
  });

  it('sees a jump on the year before, published or in the same file', () => {
    const earlier: CheckContext['earlier'] = (_id, _region, year) => (year === 2023 ? figure(2023, 4.5) : null);
    expect(codes([read({ value: 90 })], { earlier })).toEqual(['warning value_jump D2']);
    expect(codes([read({ value: 45 })], { earlier })).toEqual([]);
    const slip = [read({ year: 2023, cell: 'D3', value: 4000 }), read({ value: 4 })];
    expect(codes(slip)).toEqual(['warning value_jump D2']);
    expect(codes([read({ year: 2023, cell: 'D3', value: 40 }), read({ value: 4 })])).toEqual([]);
  });

  it('does not measure a rate or a zero by a jump', () => {
    const growth = { indicator: 'growth', unit: '%' };
    expect(codes([read({ ...growth, year: 2023, value: 0.5 }), read({ ...growth, value: 12 })])).toEqual([]);
    expect(codes([read({ year: 2023, value: 0 }), read({ value: 12 })])).toEqual([]);
  });

  it('names both cells of a repeated row', () => {
    const [problem, ...rest] = check([
      read(),
      read({ cell: 'D9', row: 9, sheet: '补充' }),
      read({ region: '370300', cell: 'D3' }),
    ]);
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ severity: 'error', code: 'duplicate_row', sheet: '补充', cell: 'D9', row: 9 });
    expect(problem?.message).toContain('工作表“补充”单元格D9：与工作表“数据”单元格D2是');
  });

  it('takes neither of two values that contradict each other', () => {
    const again = read({ cell: 'D9', row: 9, value: 49100 });
    expect(codes([read(), again])).toEqual(['error duplicate_row D2', 'error duplicate_row D9']);
    const [one, other] = check([read(), again]);
    expect(one?.message).toBe(
      '工作表“数据”单元格D2：与工作表“数据”单元格D9是同一指标、同一地区、同一年份，数值却不同（49,000个与49,100个），请核对并只保留一行。',
    );
    expect(other?.message).toContain('单元格D9：与工作表“数据”单元格D2是');
    expect(acceptedFigures([read(), again], check([read(), again]))).toEqual([]);
  });

  it('takes none of three where one contradicts the others', () => {
    const figures = [read(), read({ cell: 'D3' }), read({ cell: 'D4', value: 1 }), read({ cell: 'D5', value: 2 })];
    expect(check(figures).map(({ message }) => /单元格(D\d)：与.*单元格(D\d)是/.exec(message)?.slice(1))).toEqual([
      ['D2', 'D4'],
      ['D3', 'D4'],
      ['D4', 'D2'],
      ['D5', 'D2'],
    ]);
  });

  it('has no share below zero', () => {
    const share = { indicator: 'share', unit: '%' };
    expect(codes([read({ ...share, value: -0.1, decimals: 1 })])).toEqual(['error value_negative D2']);
    expect(codes([read({ ...share, value: 0 })])).toEqual([]);
    expect(codes([read({ indicator: 'index', unit: '指数', value: -1 })])).toEqual([]);
  });

  it.each([
    ['base-stations', '个', 100.5, ['warning value_suspicious D2']],
    ['base-stations', '家', 100.5, ['warning value_suspicious D2']],
    ['base-stations', '万个', 1.2345, []],
    ['base-stations', '万个', 1.23456, ['warning value_suspicious D2']],
    ['base-stations', '亿元', 100.5, []],
    ['share', '%', 10.5, []],
    ['index', '个', 10.5, []],
  ])('knows what comes whole: %s of %s, %d', (id, unit, value, expected) => {
    expect(codes([read({ indicator: id, unit, value, decimals: 0 })])).toEqual(expected);
  });

  it('keeps to the regions of the sender', () => {
    expect(codes([read()], { regions: new Set(['370300']) })).toEqual(['error region_not_yours D2']);
    expect(codes([read()], { regions: new Set(['370100']) })).toEqual([]);
  });

  it('does not fail on an indicator it does not know', () => {
    expect(codes([read({ indicator: 'unknown', value: -5 })])).toEqual([]);
  });
});
