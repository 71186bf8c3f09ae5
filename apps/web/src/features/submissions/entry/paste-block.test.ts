import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_COLUMNS, emptyRows, layRows, MAX_ROWS } from './entry-rows.ts';
import { layBlock } from './lay-block.ts';
import { isBlock, parseBlock } from './paste-block.ts';

/** As Excel puts cells on the clipboard. */
const copied = (rows: readonly (readonly string[])[]) =>
  `${rows
    .map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n')}\r\n`;

describe('a pasted block', () => {
  it('is read row by row', () => {
    expect(parseBlock('5G基站数\t济南市\t2024\r\n企业数\t淄博市\t2023\r\n')).toEqual([
      ['5G基站数', '济南市', '2024'],
      ['企业数', '淄博市', '2023'],
    ]);
    expect(parseBlock('a\n\nb')).toEqual([['a'], [''], ['b']]);
    expect(parseBlock('')).toEqual([['']]);
  });

  it('takes cells with line breaks, tabs and marks in quotation marks', () => {
    expect(parseBlock('"计量\n单位"\t"他说""好"""\r\n38\t"a\tb"\n')).toEqual([
      ['计量 单位', '他说"好"'],
      ['38', 'a b'],
    ]);
    expect(parseBlock('"没有闭合\t12')).toEqual([['"没有闭合', '12']]);
    expect(parseBlock('"5"寸\t1')).toEqual([['"5"寸', '1']]);
  });

  it('drops padding of any kind', () => {
    expect(parseBlock('　济 南\u00a0\t  38 ')).toEqual([['济 南', '38']]);
  });

  it('comes back from what a spreadsheet copies', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '指', '"', '\t', '\n', '1', ','), maxLength: 6 });
    const block = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        const plain = rows.map((row) => row.map((text) => text.replace(/\s+/g, ' ').trim()));
        fc.pre(plain.at(-1)?.some((text) => text !== '') ?? false);
        expect(parseBlock(copied(rows))).toEqual(plain);
      }),
    );
  });

  it('is told from a word', () => {
    expect(isBlock('济南市')).toBe(false);
    expect(isBlock('济南市\r\n')).toBe(false);
    expect(isBlock('济南市\t38')).toBe(true);
    expect(isBlock('38\n39')).toBe(true);
  });
});

describe('laying a block', () => {
  it('goes from the column it was pasted into', () => {
    expect(layBlock([['2023', '1.5'], ['2024']], 'year')).toEqual({
      rows: [{ year: '2023', value: '1.5' }, { year: '2024' }],
      how: 'place',
      dropped: [],
      empty: 0,
    });
  });

  it('tells which columns found no place', () => {
    const laid = layBlock([['个', '年报', '备注', '来源']], 'unit');
    expect(laid.rows).toEqual([{ unit: '个', status: '年报' }]);
    expect(laid.dropped).toEqual(['3', '4']);
  });

  it('follows the headings of the first row, whatever their order', () => {
    const laid = layBlock(
      [
        ['年 份', '计量单位', '指标名称', '备注', '数值'],
        ['2024', '个', '5G基站数', '初步', '12'],
        ['', '', '', '', ''],
      ],
      'status',
    );
    expect(laid).toEqual({
      rows: [{ year: '2024', unit: '个', indicator: '5G基站数', value: '12' }],
      how: 'header',
      dropped: ['备注'],
      empty: 0,
    });
  });

  it('turns years across into rows and leaves empty cells out', () => {
    const laid = layBlock(
      [
        ['指标', '单位', '２０２３年', '2024年'],
        ['5G基站数', '个', '10', '12'],
        ['数字经济占比', '%', '', '47.2'],
      ],
      'indicator',
    );
    expect(laid.rows).toEqual([
      { indicator: '5G基站数', unit: '个', year: '2023', value: '10' },
      { indicator: '5G基站数', unit: '个', year: '2024', value: '12' },
      { indicator: '数字经济占比', unit: '%', year: '2024', value: '47.2' },
    ]);
    expect([laid.how, laid.empty]).toEqual(['years', 1]);
  });

  it('takes a first row of data for data', () => {
    expect(
      layBlock(
        [
          ['5G基站数', '济南市', '2024', '12'],
          ['企业数', '济南市', '2024', '3'],
        ],
        'indicator',
      ).how,
    ).toBe('place');
    expect(layBlock([['指标', '2024']], 'indicator').how).toBe('place');
  });
});

describe('rows laid over the grid', () => {
  it('leave other columns alone and make it longer', () => {
    const grid = emptyRows(2).map((row) => ({ ...row, unit: '个' }));
    const { rows, left } = layRows(grid, 1, [{ value: '1' }, { value: '2' }]);
    expect(rows.map(({ value, unit }) => [value, unit])).toEqual([
      ['', '个'],
      ['1', '个'],
      ['2', ''],
    ]);
    expect(left).toBe(0);
  });

  it('end with the grid, and say how many did not fit', () => {
    const { rows, left } = layRows(emptyRows(1), MAX_ROWS - 1, [{ value: '1' }, { value: '2' }, { value: '3' }]);
    expect([rows.length, left]).toEqual([MAX_ROWS, 2]);
    expect(ENTRY_COLUMNS.every((column) => typeof rows[0]?.[column] === 'string')).toBe(true);
  });
});
