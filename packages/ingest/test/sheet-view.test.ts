import { type CellMark, VIEW_COLUMNS, VIEW_ROWS } from '@dabiao/domain/sheet-view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnName } from '../src/grid.ts';
import { readWorkbook } from '../src/read-workbook.ts';
import { type Cell, makeCsv, makeWorkbook, type TestSheet } from './make-workbook.ts';
import { vocabulary } from './vocabulary.ts';

async function viewOf(sheet: TestSheet) {
  const { sheets } = await readWorkbook(makeWorkbook([sheet]), 'a.xlsx', vocabulary, { status: 'final' });
  const [view] = sheets;
  if (!view) throw new Error('no sheet');
  return view;
}

/** A2:B3 role label → what it was taken for. */
function line({ row, column, lastRow, lastColumn, role, label, ...taken }: CellMark): string {
  const { table: _, ...said } = taken;
  const from = `${columnName(column)}${row + 1}`;
  const to = `${columnName(lastColumn)}${lastRow + 1}`;
  const what = Object.values(said).map(String).join(' ');
  return [
    from === to ? from : `${from}:${to}`,
    role,
    ...(what === '' ? [] : [what]),
    ...(label ? [`‹${label}›`] : []),
  ].join(' ');
}

describe('a sheet as it was understood', () => {
  it('marks every cell with what it was taken for', async () => {
    const rows: Cell[][] = [
      ['各区主要指标（2021年）', '', '', '', ''],
      ['', '', '', '', '单位：万元'],
      ['地区', '工业总产值', '', '5G基站数（个）', '备注'],
      ['', '合计', '# 重工业', '', ''],
      ['罗庄区', 560000, 300000, 12, '见附表'],
      ['某某区', 1, 2, { t: 'n', v: 0.385, z: '0.0%' }, ''],
      ['注：数据为年报数。'],
    ];
    const view = await viewOf({ rows, merges: ['A1:E1', 'A3:A4', 'B3:C3', 'D3:D4', 'E3:E4'] });
    expect(view.marks.map(line)).toEqual(
      [
        'A1:E1 title 2021',
        'E2 unit 万元',
        'A3:A4 header',
        'B3:C3 header',
        'D3:D4 indicator base-stations 个 ‹5G基站数（个）›',
        'E3:E4 note',
        'B4 indicator  ‹工业总产值 / 合计›',
        'C4 indicator  ‹工业总产值 / # 重工业›',
        'A5 region 371311 ‹罗庄区›',
        'E5 note',
        'A6 region  ‹某某区›',
        'A7 note',
        'B5:B6 value',
        'C5:C6 value',
        'D5:D6 value 个',
      ].map((text) => text.replace('indicator  ', 'indicator null ').replace('region  ', 'region null ')),
    );
    expect(view.cells[5]).toEqual(['某某区', '1', '2', '38.5%']);
    expect(view.tables).toHaveLength(1);
    expect(view.tables[0]).toMatchObject({
      title: '各区主要指标（2021年）',
      layout: 'matrix',
      header: { first: 2, last: 3 },
      year: 2021,
      unit: '万元',
      quantity: null,
    });
    expect(view.tables[0]?.columns.map(({ use }) => use)).toEqual(['region', 'data', 'data', 'data', 'note']);
  });

  it('marks a long table by its columns', async () => {
    const rows: Cell[][] = [
      ['地区', '指标', '年份', '数值', '单位', '状态'],
      ['罗庄区', '5G基站数', 2023, 7, '个', '年报'],
      ['罗庄区', '没有的指标', 2023, 7, '个', '快报'],
    ];
    const { marks } = await viewOf({ rows });
    expect(marks.map(line)).toEqual([
      ...['A1', 'B1', 'C1', 'D1', 'E1', 'F1'].map((cell) => `${cell} header`),
      'A2 region 371311 ‹罗庄区›',
      'B2 indicator base-stations ‹5G基站数›',
      'C2 year 2023',
      'E2 unit 个',
      'F2 status final',
      'A3 region 371311 ‹罗庄区›',
      'B3 indicator null ‹没有的指标›',
      'C3 year 2023',
      'E3 unit 个',
      'F3 status preliminary',
      'D2:D3 value',
    ]);
  });

  it('names the quantity of a table that is of one', async () => {
    const rows = [['指标：5G基站数(个)'], ['地区', '2024年', '2023年'], ['罗庄区', '3', '2']];
    const { sheets } = await readWorkbook(makeCsv(rows), 'a.csv', vocabulary);
    expect(sheets[0]?.tables[0]?.quantity).toEqual({ label: '5G基站数(个)', indicator: 'base-stations' });
    expect(sheets[0]?.marks.map(line).slice(0, 3)).toEqual([
      'A1 indicator base-stations 个 ‹5G基站数(个)›',
      'A2 header',
      'B2 year 2024',
    ]);
  });

  it('ends at so many rows and columns, and says how large the sheet is', async () => {
    const width = VIEW_COLUMNS + 20;
    const head = ['地区', ...Array.from({ length: width - 1 }, (_, index) => `${1950 + index}年`)];
    const body = Array.from({ length: VIEW_ROWS + 50 }, () => ['罗庄区', ...head.slice(1).map(() => 1)]);
    const view = await viewOf({ rows: [head, ...body] });
    expect([view.rows, view.columns]).toEqual([VIEW_ROWS + 51, width]);
    expect([view.cells.length, view.cells[0]?.length]).toEqual([VIEW_ROWS, VIEW_COLUMNS]);
    for (const { lastRow, lastColumn } of view.marks) {
      expect(lastRow).toBeLessThan(VIEW_ROWS);
      expect(lastColumn).toBeLessThan(VIEW_COLUMNS);
    }
  });

  it('lists hidden and empty sheets without marks', async () => {
    const sheets = [
      {
        name: '甲',
        rows: [
          ['地区', '2023年'],
          ['罗庄区', 1],
        ],
        hidden: true,
      },
      { name: '乙', rows: [['填表说明']] },
    ];
    const read = await readWorkbook(makeWorkbook(sheets), 'a.xlsx', vocabulary);
    expect(read.sheets.map(({ sheet, hidden, marks, tables }) => [sheet, hidden, marks, tables])).toEqual([
      ['甲', true, [], []],
      ['乙', false, [], []],
    ]);
  });

  it('never lets marks overlap or leave the sheet', async () => {
    const words = fc.constantFrom(
      '地区',
      '指标',
      '年份',
      '数值',
      '单位',
      '罗庄区',
      '5G基站数',
      '2021年',
      '2022',
      '7',
      '（万元）',
      '总计',
      '注：',
      '',
    );
    const grid = fc.array(fc.array(words, { maxLength: 7 }), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const { sheets } = await readWorkbook(makeCsv(rows), 'a.csv', vocabulary);
        for (const { marks, rows: height, columns } of sheets) {
          const taken = new Set<string>();
          for (const { row, column, lastRow, lastColumn } of marks) {
            expect(lastRow).toBeLessThan(Math.max(height, 1));
            expect(lastColumn).toBeLessThan(Math.max(columns, 1));
            for (let r = row; r <= lastRow; r += 1) {
              for (let c = column; c <= lastColumn; c += 1) {
                expect(taken.has(`${r} ${c}`)).toBe(false);
                taken.add(`${r} ${c}`);
              }
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
