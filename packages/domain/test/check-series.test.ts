import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckContext, checkFigures, siftFigures } from '../src/check-figures.ts';
import { acceptedFigures, listedProblems, needsReason, type ReadFigure } from '../src/problem.ts';
import type { Region } from '../src/region.ts';
import { figure, indicator } from './sample.ts';

const indicators = [
  indicator({ id: 'output', name: '工业总产值', unit: '亿元', measure: 'flow' }),
  indicator({ id: 'cumulative', name: '5G基站数', definition: '年末累计建成的5G基站数量。' }),
  indicator({ id: 'stock', name: '规上企业数', unit: '家' }),
  indicator({ id: 'share', name: '占比', unit: '%', measure: 'share', naturalLimit: 100 }),
  indicator({ id: 'free-share', name: '负债与收入之比', unit: '%', measure: 'share' }),
  indicator({ id: 'growth', name: '增速', unit: '%', measure: 'rate' }),
  indicator({ id: 'people', name: '常住人口', unit: '万人' }),
  indicator({ id: 'per-head', name: '人均产值', unit: '元', measure: 'flow' }),
];
const catalogueRegions: Region[] = [
  { code: '370000', name: '甲省', parent: null, aliases: [] },
  { code: '370100', name: '乙市', parent: '370000', aliases: [] },
  { code: '370200', name: '丙市', parent: '370000', aliases: [] },
];

function read(changes: Partial<ReadFigure>): ReadFigure {
  const value = changes.value ?? 1;
  return {
    indicator: 'output',
    region: '370100',
    year: 2024,
    value,
    decimals: 0,
    unit: indicators.find(({ id }) => id === (changes.indicator ?? 'output'))?.unit ?? '',
    status: 'final',
    sheet: 'S',
    cell: 'A1',
    row: 1,
    raw: String(value),
    rawUnit: null,
    ...changes,
  };
}

/** Figures of one indicator and region for the years that end in 2024. */
function series(id: string, values: number[], region = '370100'): ReadFigure[] {
  return values.map((value, index) => {
    const year = 2024 - values.length + 1 + index;
    return read({ indicator: id, value, region, year, cell: `${region === '370100' ? 'B' : 'C'}${year}` });
  });
}

function context(changes: Partial<CheckContext> = {}): CheckContext {
  return { indicators, regions: null, catalogueRegions, earlier: () => null, ...changes };
}

function codes(figures: ReadFigure[], changes: Partial<CheckContext> = {}): string[] {
  return checkFigures(figures, context(changes), 2025).map(({ code, cell }) => `${code} ${cell}`);
}

describe('a value against its own series', () => {
  it('is measured by the changes before it', () => {
    expect(codes(series('output', [100, 105, 111, 116, 122, 128]))).toEqual([]);
    expect(codes(series('output', [100, 105, 111, 116, 122, 190]))).toEqual(['value_jump B2024']);
    expect(codes(series('output', [100, 105, 111, 116, 122, 70]))).toEqual(['value_jump B2024']);
    // a series that always swings may swing again
    expect(codes(series('output', [100, 160, 90, 170, 95, 180]))).toEqual([]);
  });

  it('is not hidden by one outlier before it', () => {
    expect(codes(series('output', [100, 105, 600, 111, 116, 122, 128, 250]))).toContain('value_jump B2024');
  });

  it('says the numbers', () => {
    const [problem] = checkFigures(series('output', [100, 110, 121, 133, 146, 292]), context(), 2025);
    expect(problem?.message).toBe(
      '工作表“S”单元格B2024：2024年为292亿元，2023年为146亿元，比它增长100.0%；此前各年变化在9.8%至10.0%之间，请核对数值和单位；确认无误请说明原因。',
    );
  });

  it('is measured by a multiple where the series is short', () => {
    expect(codes(series('output', [10, 40]))).toEqual([]);
    expect(codes(series('output', [10, 101]))).toEqual(['value_jump B2024']);
    expect(codes(series('output', [10, 11, 30]))).toEqual([]);
    expect(codes(series('output', [10, 11, 35]))).toEqual(['value_jump B2024']);
  });

  it('takes published years and years in between for what they are', () => {
    const earlier: CheckContext['earlier'] = (_, __, year) =>
      year >= 2016 && year <= 2021 ? figure(year, 100 * 1.05 ** (year - 2016)) : null;
    expect(codes([read({ value: 148 })], { earlier })).toEqual([]);
    expect(codes([read({ value: 600 })], { earlier })).toEqual(['value_jump A1']);
  });

  it('sees a mistaken 万 or 亿', () => {
    expect(codes(series('output', [123, 130, 1_320_000]))).toEqual(['unit_suspect B2024']);
    expect(codes(series('output', [123, 130, 0.0135]))).toEqual(['unit_suspect B2024']);
    expect(codes(series('people', [12, 11, 110_000]))).toEqual(['unit_suspect B2024']);
  });

  it('measures percentages by points, and sees a fraction', () => {
    expect(codes(series('growth', [0.5, 12, -3, 8, 5, 14]))).toEqual([]);
    expect(codes(series('growth', [5, 6, 5.5, 6.2, 5.8, 60]))).toEqual(['value_jump B2024']);
    expect(codes(series('share', [36, 36.5, 37, 37.6, 38, 61]))).toEqual(['value_jump B2024']);
    expect(codes(series('share', [36, 36.5, 0.37]))).toEqual(['unit_suspect B2024']);
    expect(codes(series('share', [0.5, 0.6, 0.7]))).toEqual([]);
  });

  it('never flags a steady series, whatever its size', () => {
    const steady = fc.record({
      start: fc.double({ min: 1, max: 1e6, noNaN: true }),
      growth: fc.double({ min: -0.05, max: 0.15, noNaN: true }),
      noise: fc.array(fc.double({ min: -0.03, max: 0.03, noNaN: true }), { minLength: 10, maxLength: 10 }),
    });
    fc.assert(
      fc.property(steady, ({ start, growth, noise }) => {
        const values = noise.map((own, year) => Number((start * (1 + growth) ** year * (1 + own)).toPrecision(6)));
        expect(codes(series('output', values))).toEqual([]);
      }),
    );
  });

  it('judges alike whatever the unit the series is in', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.1, 10, 100), (own, factor) => {
        const scaled = own.map((value) => Number((value * factor).toPrecision(15)));
        expect(codes(series('output', scaled))).toEqual(codes(series('output', own)));
      }),
    );
  });
});

describe('a cumulative series', () => {
  it('must not fall', () => {
    expect(codes(series('cumulative', [100, 90]))).toEqual(['cumulative_fall B2024']);
    expect(codes(series('cumulative', [100, 100, 120]))).toEqual([]);
    expect(codes(series('stock', [100, 90]))).toEqual([]);
  });

  it('is compared with the latest year known', () => {
    const earlier: CheckContext['earlier'] = (_, __, year) => (year === 2020 ? figure(2020, 100) : null);
    expect(codes([read({ indicator: 'cumulative', value: 80 })], { earlier })).toEqual(['cumulative_fall A1']);
  });
});

describe('bounds', () => {
  it.each([
    ['growth', 301, ['value_out_of_bounds A1']],
    ['growth', 299, []],
    ['growth', -101, ['value_out_of_bounds A1']],
    ['free-share', 101, ['value_out_of_bounds A1']],
    ['share', 101, ['share_above_limit A1']],
    ['people', 170_000, ['value_out_of_bounds A1']],
    ['people', 140_000, []],
    ['output', 12_000_000, ['value_out_of_bounds A1']],
  ])('%s of %d', (id, value, expected) => {
    expect(codes([read({ indicator: id, value })])).toEqual(expected);
  });
});

describe('totals of regions', () => {
  const of = (whole: number, parts: number[], id = 'output') => [
    read({ indicator: id, region: '370000', value: whole, cell: 'A9' }),
    ...parts.map((value, index) => read({ indicator: id, region: `370${index + 1}00`, value, cell: `A${index}` })),
  ];

  it('are the sum of all regions below, rounding aside', () => {
    expect(codes(of(30, [10, 20]))).toEqual([]);
    expect(codes(of(31, [10, 20]))).toEqual([]);
    expect(codes(of(33, [10, 20]))).toEqual(['total_mismatch A9']);
    expect(codes(of(30.2, [10.1, 20.1]))).toEqual([]);
    expect(codes(of(30.5, [10.1, 20.1]))).toEqual(['total_mismatch A9']);
    expect(codes(of(31, [10, 20], 'stock'))).toEqual(['total_mismatch A9']);
  });

  it('may be more than those of some regions, but not less', () => {
    expect(codes(of(30, [10]))).toEqual([]);
    expect(codes(of(30, [40]))).toEqual(['total_mismatch A9']);
  });

  it('are none of shares and means', () => {
    expect(codes(of(38, [10, 20], 'share'))).toEqual([]);
    expect(codes(of(30000, [40000, 50000], 'per-head'))).toEqual([]);
  });

  it('are said once where the sheet has said so already', () => {
    const figures = of(33, [10, 20]);
    const said = {
      severity: 'warning',
      code: 'total_mismatch',
      message: '。',
      messageEn: '.',
      sheet: 'S',
      cell: 'A9',
      row: 9,
    } as const;
    expect(siftFigures({ figures, problems: [said] }, context(), 2025).problems).toEqual([said]);
    expect(siftFigures({ figures, problems: [] }, context(), 2025).problems).toHaveLength(1);
  });
});

describe('what has to be confirmed', () => {
  it('is what may be wrong with a number that is published', () => {
    expect(needsReason({ severity: 'warning', code: 'value_jump' })).toBe(true);
    expect(needsReason({ severity: 'warning', code: 'unit_converted' })).toBe(false);
    expect(needsReason({ severity: 'error', code: 'unit_suspect' })).toBe(false);
  });
});

describe('siftFigures', () => {
  it('gives what checking, sifting and listing one after the other give', () => {
    const some = fc.record({
      indicator: fc.constantFrom('output', 'cumulative', 'share', 'unknown'),
      region: fc.constantFrom('370000', '370100', '370200'),
      year: fc.integer({ min: 1940, max: 2030 }),
      value: fc.integer({ min: -5, max: 5000 }),
      row: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 300 }), (rows) => {
        const figures = rows.map((row) => read({ ...row, cell: `D${row.row}` }));
        const problems = checkFigures(figures, context(), 2025);
        const sifted = siftFigures({ figures, problems: [] }, context(), 2025);
        expect(sifted.figures).toEqual(acceptedFigures(figures, problems));
        expect(sifted.problems).toEqual(listedProblems(problems));
      }),
      { numRuns: 50 },
    );
  });
});
