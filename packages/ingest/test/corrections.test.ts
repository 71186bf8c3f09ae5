import type { Corrections, ShapeCorrections } from '@dabiao/domain/corrections';
import { describe, expect, it } from 'vitest';
import type { Hints } from '../src/hints.ts';
import { readWorkbook } from '../src/read-workbook.ts';
import { type Cell, makeCsv, makeWorkbook, type TestSheet } from './make-workbook.ts';
import { vocabulary } from './vocabulary.ts';

const STATED = { status: 'final' } as const;

function readSheets(sheets: TestSheet[], hints: Hints = {}) {
  return readWorkbook(makeWorkbook(sheets), 'a.xlsx', vocabulary, { ...STATED, ...hints });
}

/** Reads rows as a CSV file, whose one sheet has the file's name. */
async function read(rows: Cell[][], hints: Hints = {}) {
  const bytes = makeCsv(rows.map((row) => row.map(String)));
  const found = await readWorkbook(bytes, 'Sheet1.csv', vocabulary, { ...STATED, ...hints });
  const [view] = found.sheets;
  if (!view) throw new Error('no sheet');
  return {
    ...found,
    view,
    points: found.figures.map((f) => [f.indicator, f.region, f.year, f.value, f.cell].join(' ')),
    codes: found.problems.map(({ code, cell }) => `${code} ${cell}`),
  };
}

/** Corrections of the one shape of these rows. */
async function correct(rows: Cell[][], own: Omit<ShapeCorrections, 'shape' | 'names'>): Promise<Corrections> {
  const { view } = await read(rows);
  return { shapes: [{ shape: view.shape, names: view.names, ...own }], sheets: [] };
}

const WIDE: Cell[][] = [
  ['地区', '项目', '2022年', '2023年'],
  ['罗庄区', '基站总数', 5, 6],
  ['兰山那边', '工业总产值', 100, 110],
];

describe('what a person mends', () => {
  it('is the indicator and the region that a name stands for', async () => {
    const before = await read(WIDE);
    expect(before.points).toEqual([]);
    const corrections = await correct(WIDE, {
      indicators: [{ label: '基站总数', indicator: 'base-stations' }],
      regions: [{ label: '兰山那边', region: '371302' }],
    });
    const { points, view } = await read(WIDE, { corrections });
    expect(points).toEqual([
      'base-stations 371311 2022 5 C2',
      'base-stations 371311 2023 6 D2',
      'industrial-output 371302 2022 100 C3',
      'industrial-output 371302 2023 110 D3',
    ]);
    expect(view.corrections).toEqual({ from: 'given', used: corrections.shapes[0] });
  });

  it('may leave a name out, without a word', async () => {
    const corrections = await correct(WIDE, {
      indicators: [{ label: '基站总数', indicator: null }],
      regions: [{ label: '兰山那边', region: null }],
    });
    const { points, codes } = await read(WIDE, { corrections });
    expect([points, codes]).toEqual([[], []]);
  });

  it('is the unit of a name, of a column, of the sheet', async () => {
    const rows: Cell[][] = [
      ['地区', '指标', '2022年', '2023年'],
      ['罗庄区', '工业总产值', 20000, 30000],
    ];
    const values = async (own: Omit<ShapeCorrections, 'shape' | 'names'>) =>
      (await read(rows, { corrections: await correct(rows, own) })).figures.map((f) => f.value);
    expect(await values({})).toEqual([20000, 30000]);
    expect(await values({ indicators: [{ label: '工业总产值', unit: '万元' }] })).toEqual([2, 3]);
    expect(await values({ columns: [{ column: 3, text: '2023年', unit: '万元' }] })).toEqual([20000, 3]);
    expect(await values({ unit: '万元' })).toEqual([2, 3]);
  });

  it('is what a column is', async () => {
    const rows: Cell[][] = [
      ['区划', '项', '当期值', '附'],
      ['罗庄区', '5G基站数', 12, 2022],
      ['兰山区', '5G基站数', 13, 2023],
    ];
    const corrections = await correct(rows, {
      columns: [
        { column: 2, text: '当期值', use: 'value' },
        { column: 3, text: '附', use: 'year' },
      ],
    });
    const { points } = await read(rows, { corrections });
    expect(points).toEqual(['base-stations 371311 2022 12 C2', 'base-stations 371302 2023 13 C3']);
  });

  it('is the year of a column or of a sheet, of this file alone', async () => {
    const rows: Cell[][] = [
      ['地区', '指标', '2022年', '今年'],
      ['罗庄区', '5G基站数', 12, 13],
    ];
    const facts = { sheet: 'Sheet1', columns: [{ column: 3, year: 2023 }] };
    const { points } = await read(rows, { corrections: { shapes: [], sheets: [facts] } });
    expect(points).toEqual(['base-stations 371311 2022 12 C2', 'base-stations 371311 2023 13 D2']);
    const bare: Cell[][] = [
      ['地区', '5G基站数（个）', '工业总产值（亿元）'],
      ['罗庄区', 12, 13],
    ];
    expect((await read(bare)).codes).toEqual(['year_missing B2', 'year_missing C2']);
    const ofSheet = await read(bare, { corrections: { shapes: [], sheets: [{ sheet: 'Sheet1', year: 2020 }] } });
    expect(ofSheet.figures.map((f) => f.year)).toEqual([2020, 2020]);
  });

  it('is which rows are the header', async () => {
    const rows: Cell[][] = [
      ['填报', '说明', '如下'],
      ['甲', '乙', '丙'],
      ['地区', '指标', '2023年'],
      ['罗庄区', '5G基站数', 12],
    ];
    const corrections = await correct(rows, { headers: [{ row: 2, text: '地区', rows: 1 }] });
    const { points, view } = await read(rows, { corrections });
    expect(points).toEqual(['base-stations 371311 2023 12 C4']);
    expect(view.tables.map(({ header }) => header)).toEqual([{ first: 2, last: 2 }]);
  });

  it('is what the names across are', async () => {
    const rows: Cell[][] = [
      ['2023年', '', ''],
      ['指标', '甲片', '乙片'],
      ['5G基站数', 12, 13],
    ];
    const corrections = await correct(rows, {
      across: 'region',
      regions: [
        { label: '甲片', region: '371311' },
        { label: '乙片', region: '371302' },
      ],
    });
    expect((await read(rows, { corrections })).points).toEqual([
      'base-stations 371311 2023 12 B3',
      'base-stations 371302 2023 13 C3',
    ]);
  });

  it('is the region of the sheet, and that a sheet holds nothing', async () => {
    const rows: Cell[][] = [
      ['指标', '2023年'],
      ['5G基站数', 12],
      ['省级以上绿色工厂', 3],
    ];
    const region = await correct(rows, { region: '371311' });
    expect((await read(rows, { corrections: region })).figures.map((f) => f.region)).toEqual(['371311', '371311']);
    const ignore = await correct(rows, { ignore: true });
    const { points, codes, view } = await read(rows, { corrections: ignore });
    expect([points, codes, view.tables]).toEqual([[], [], []]);
  });

  it('holds for every sheet of the shape', async () => {
    const rows: Cell[][] = [
      ['地区', '基站总数（个）', '总产出（亿元）'],
      ['罗庄区', 5, 6],
    ];
    const [view] = (await readSheets([{ rows }])).sheets;
    const indicators = [{ label: '基站总数（个）', indicator: 'base-stations' }];
    const corrections = {
      shapes: [{ shape: view?.shape ?? '', names: view?.names ?? [], indicators }],
      sheets: [],
    };
    const sheets = ['2021', '2022'].map((name) => ({ name, rows }));
    const { figures } = await readSheets(sheets, { corrections });
    expect(figures.map((f) => [f.indicator, f.year])).toEqual([
      ['base-stations', 2021],
      ['base-stations', 2022],
    ]);
  });
});

describe('what is remembered', () => {
  /** A table of the yearbook kind, its year in the title, whose values move with the year. */
  const table = (year: number, more: Cell[][] = [], columns: string[] = []): Cell[][] => [
    [`表13.2  各县区主要经济指标（${year}）`],
    ['县 区', '工业产出', '基站总数', '商品房销售', ...columns],
    ['', '（亿元）', '（个）', '（万平方米）', ...columns.map(() => '（家）')],
    ['  罗 庄 区', year - 2000, 7, 8, ...columns.map(() => 1)],
    ['  兰 山 区', year - 1990, 9, 10, ...columns.map(() => 2)],
    ...more,
  ];
  const own = {
    indicators: [
      { label: '工业产出', indicator: 'industrial-output' },
      { label: '基站总数', indicator: 'base-stations' },
      { label: '商品房销售', indicator: null },
    ],
  };

  it('is used for the next file of the same shape, and said', async () => {
    const { shapes: remembered } = await correct(table(2022), own);
    const next = await read(table(2023), { remembered });
    expect(next.points).toEqual([
      'industrial-output 371311 2023 23 B4',
      'base-stations 371311 2023 7 C4',
      'industrial-output 371302 2023 33 B5',
      'base-stations 371302 2023 9 C5',
    ]);
    expect(next.codes).toEqual(['correction_applied null']);
    expect(next.view.corrections?.from).toBe('remembered');
  });

  it('survives a column more, a row more, a title line more and a region renamed', async () => {
    const { shapes: remembered } = await correct(table(2022), own);
    const grown = table(2023, [['  临 淄 区', 1, 2, 3, 4]], ['绿色工厂']);
    const next = await read([['某市统计年鉴'], ...grown], { remembered });
    expect(next.view.corrections?.from).toBe('alike');
    expect(next.points.filter((point) => point.startsWith('base-stations'))).toEqual([
      'base-stations 371311 2023 7 C5',
      'base-stations 371302 2023 9 C6',
      'base-stations 370305 2023 2 C7',
    ]);
  });

  it('is not used for another table', async () => {
    const { shapes: remembered } = await correct(table(2022), own);
    const other: Cell[][] = [
      ['表13.5  各县区财政收支（2022）'],
      ['县 区', '财政收入', '财政支出', '税收'],
      ['', '（亿元）', '（亿元）', '（亿元）'],
      ['罗庄区', 1, 2, 3],
    ];
    expect((await read(other, { remembered })).view.corrections).toBeNull();
  });

  it('gives way to what is said of the file itself', async () => {
    const { shapes: remembered } = await correct(table(2022), own);
    const corrections = await correct(table(2023), {});
    const next = await read(table(2023), { remembered, corrections });
    expect([next.points, next.view.corrections?.from]).toEqual([[], 'given']);
  });

  it('finds a column that has moved, and says what it does not find', async () => {
    const rows: Cell[][] = [
      ['指标', '地区', '去年数', '2022年'],
      ['5G基站数', '罗庄区', 1, 12],
      ['省级以上绿色工厂', '罗庄区', 1, 3],
    ];
    const { shapes: remembered } = await correct(rows, {
      columns: [{ column: 2, text: '去年数', use: 'note' }],
      headers: [{ row: 0, text: '指标', rows: 1 }],
    });
    const moved: Cell[][] = rows.map(([a, b, c, d], index) => [
      a ?? '',
      b ?? '',
      index === 0 ? '2023年' : 13,
      d === '2022年' ? '2022年' : (d ?? ''),
      c ?? '',
    ]);
    const next = await read(moved, { remembered });
    expect(next.view.tables[0]?.columns.map(({ use }) => use)).toEqual(['indicator', 'region', 'data', 'data', 'note']);
    const without = moved.map((row) => row.slice(0, 4));
    const lost = await read(without, {
      remembered: remembered.map((shape) => ({ ...shape, names: ['指标', '地区', '5g基站数', '省级以上绿色工厂'] })),
    });
    expect(lost.problems.map(({ code, message }) => [code, message])).toContainEqual([
      'correction_unused',
      '工作表“Sheet1”：对“去年数”一列的更正在这张表里找不到对应的位置，未采用；请核对。',
    ]);
  });

  it('has the same shape whatever the catalogue, the values and the years', async () => {
    const shape = async (rows: Cell[][]) => (await read(rows)).view.shape;
    const first = await shape(table(2022));
    expect(await shape(table(2019))).toBe(first);
    const bytes = makeWorkbook([{ rows: table(2021) }]);
    const { sheets } = await readWorkbook(bytes, 'b.xlsx', { indicators: [], regions: [] });
    expect(sheets[0]?.shape).toBe(first);
    expect(await shape(table(2022, [], ['绿色工厂']))).not.toBe(first);
  });
});
