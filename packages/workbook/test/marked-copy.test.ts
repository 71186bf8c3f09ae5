import type { UploadProblem } from '@dabiao/domain/problem';
import { utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writableText } from '../src/cell-text.ts';
import { type MarkedCell, type MarkedSheet, markWorkbook } from '../src/marked-copy.ts';
import { elementOrder, formulasOf, opened, openedWhole, partOf } from './opened.ts';

const problem = (cell: string | null, message: string, more: Partial<UploadProblem> = {}): UploadProblem => ({
  severity: 'error',
  code: 'value_not_number',
  message,
  messageEn: null,
  sheet: '数据',
  cell,
  row: null,
  ...more,
});

const ROWS = [
  ['2024年主要指标'],
  ['指标', '单位', '2024年'],
  ['5G基站数', '个', '若干'],
  ['占比', '%', { text: '0.381', number: 0.381, percent: true, shownDecimals: 1 }],
  [],
  ['=1+1', undefined, -3.2],
];

const marked = (problems: UploadProblem[], sheets: MarkedSheet[] = [{ name: '数据', rows: ROWS }]) =>
  markWorkbook({ fileName: '上报表.xlsx', sheets, problems });

const noteOf = (note: unknown): string => {
  const texts = (note as { texts?: { text: string }[] } | undefined)?.texts ?? [];
  return texts.map(({ text }) => text).join('');
};

describe('the marked copy', () => {
  it('has the sheets and cells of the file, typed as they were', async () => {
    const book = opened(await marked([]));
    expect(book.SheetNames).toEqual(['问题清单', '数据']);
    const sheet = book.Sheets.数据 ?? {};
    expect(sheet.A1).toMatchObject({ t: 's', v: '2024年主要指标' });
    expect(sheet.C4).toMatchObject({ t: 'n', v: 0.381, w: '38.1%' });
    expect(sheet.A6).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet.C6).toMatchObject({ t: 'n', v: -3.2 });
    expect(sheet.A5).toBeUndefined();
    expect(formulasOf(book)).toEqual([]);
  });

  it('marks each cell by its gravest problem and tells all of them in a note', async () => {
    const bytes = await marked([
      problem('C4', '工作表“数据”单元格C4：占比偏高，请核对。', { severity: 'warning' }),
      problem('C3', '工作表“数据” C3：“若干”应填数字。'),
      problem('C3', '工作表“数据” C3：另有提醒。', { severity: 'warning' }),
      problem('B5', '缺单位。', { severity: 'warning' }),
    ]);
    const sheet = (await openedWhole(bytes)).getWorksheet('数据');
    const at = (address: string) => sheet?.getCell(address);
    expect(noteOf(at('C3')?.note)).toBe('错误：“若干”应填数字。\n提醒：另有提醒。');
    expect(noteOf(at('C4')?.note)).toBe('提醒：占比偏高，请核对。');
    expect(noteOf(at('B5')?.note)).toBe('提醒：缺单位。');
    expect(at('A3')?.note).toBeUndefined();
    expect(at('C3')?.border.top?.style).toBe('double');
    expect(at('C4')?.border.top?.style).toBe('mediumDashed');
    expect(at('C3')?.fill).not.toEqual(at('C4')?.fill);
    expect(at('C4')?.numFmt).toBe('0.0%');
  });

  it('lists all problems first, errors before warnings, with a link to the cell', async () => {
    const bytes = await marked([
      problem('C4', '工作表“数据”单元格C4：占比偏高，请核对。', { severity: 'warning' }),
      problem('C3', '工作表“数据” C3：“若干”应填数字。'),
      problem(null, '没有写明状态。', { severity: 'warning', sheet: null }),
      problem('A1', '在别的表上。', { sheet: '没有这张表' }),
    ]);
    const list = (await openedWhole(bytes)).getWorksheet('问题清单');
    expect(list?.getCell('A1').text).toBe('问题清单：2处错误，2处提醒');
    expect(list?.getCell('A2').text).toContain('上报表.xlsx');
    const rows = [5, 6, 7, 8].map((row) => ['B', 'C', 'D', 'E'].map((column) => list?.getCell(`${column}${row}`).text));
    expect(rows).toEqual([
      ['错误', '数据', 'C3', '“若干”应填数字。'],
      ['错误', '没有这张表', 'A1', '在别的表上。'],
      ['提醒', '数据', 'C4', '占比偏高，请核对。'],
      ['提醒', '整个文件', '', '没有写明状态。'],
    ]);
    const links = [...partOf(bytes, 'sheet1.xml').matchAll(/<hyperlink ref="(\w+)" location="([^"]+)"\/>/g)];
    expect(links.map(([, from, to]) => [from, to])).toEqual([
      ['D5', '&apos;数据&apos;!C3'],
      ['D7', '&apos;数据&apos;!C4'],
    ]);
    expect(() => partOf(bytes, 'sheet1.xml.rels')).toThrow();
  });

  it('speaks English to those who read it, Chinese where a problem is known in that alone', async () => {
    const problems = [
      problem('C3', '工作表“数据” C3：“若干”应填数字。', {
        messageEn: 'Sheet “数据”, cell C3: “若干” is not a number.',
      }),
      problem(null, '工作表“数据”：隐藏。', { severity: 'warning', messageEn: 'Sheet “数据”: It is hidden.' }),
      problem('A1', '工作表“数据”单元格A1：旧的。', { severity: 'warning' }),
    ];
    const bytes = await markWorkbook({
      fileName: 'a.xlsx',
      sheets: [{ name: '数据', rows: ROWS }],
      problems,
      lang: 'en',
    });
    const book = await openedWhole(bytes);
    const list = book.getWorksheet('Problems');
    expect(list?.getCell('A1').text).toBe('Problems: 1 error, 2 warnings');
    const rows = [5, 6, 7].map((row) => ['B', 'C', 'D', 'E'].map((column) => list?.getCell(`${column}${row}`).text));
    expect(rows).toEqual([
      ['Error', '数据', 'C3', '“若干” is not a number.'],
      ['Warning', '数据', '', 'It is hidden.'],
      ['Warning', '数据', 'A1', '旧的。'],
    ]);
    expect([1, 2, 3, 4].map((row) => list?.getCell(`A${row}`).text).join()).not.toMatch(/\p{Script=Han}/u);
    const sheet = book.getWorksheet('数据');
    expect(noteOf(sheet?.getCell('C3').note)).toBe('Error: “若干” is not a number.');
    expect(noteOf(sheet?.getCell('A1').note)).toBe('Warning: 旧的。');
  });

  it('gives each sheet a name it may have, and leads to it', async () => {
    const names = ['问题清单', "a'b!c", 'x'.repeat(40), 'x'.repeat(41), 'History', '[1]:*?/\\'];
    const sheets = names.map((name) => ({ name, rows: [[name]] }));
    const bytes = await marked(
      names.map((sheet) => problem('A1', '错。', { sheet })),
      sheets,
    );
    const book = opened(bytes);
    expect(book.SheetNames).toHaveLength(7);
    expect(book.SheetNames.slice(1).map((name) => book.Sheets[name]?.A1.v)).toEqual(names);
    const links = [...partOf(bytes, 'sheet1.xml').matchAll(/location="&apos;([^"]+)&apos;!A1"/g)].map(([, to]) => to);
    expect(links).toEqual(book.SheetNames.slice(1));
  });

  it('keeps merged ranges, and marks their first cell for all of them', async () => {
    const merges = [{ row: 0, column: 0, lastRow: 0, lastColumn: 2 }];
    const bytes = await marked([problem('B1', '标题有误。')], [{ name: '数据', rows: ROWS, merges }]);
    const sheet = (await openedWhole(bytes)).getWorksheet('数据');
    expect(noteOf(sheet?.getCell('A1').note)).toBe('错误：标题有误。');
    expect(opened(bytes).Sheets.数据?.['!merges']).toEqual([{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }]);
  });

  it.each([
    ['over a whole sheet', [{ row: 0, column: 0, lastRow: 1_048_575, lastColumn: 16_383 }]],
    ['upside down', [{ row: 3, column: 3, lastRow: 1, lastColumn: 1 }]],
    ['beyond the rows', [{ row: 900_000, column: 0, lastRow: 900_001, lastColumn: 5 }]],
    ['sixty thousand', Array.from({ length: 60_000 }, (_, row) => ({ row, column: 0, lastRow: row, lastColumn: 3 }))],
    ['overlapping', Array.from({ length: 50 }, (_, at) => ({ row: 0, column: at % 3, lastRow: 2, lastColumn: 4 }))],
  ])('comes to an end with merged ranges %s', async (_, merges) => {
    const rows = Array.from({ length: 3000 }, (__, row) => [`第${row}行`]);
    const book = opened(await marked([], [{ name: '数据', rows, merges }]));
    expect(Object.keys(book.Sheets.数据 ?? {}).length).toBeGreaterThan(1);
    expect(formulasOf(book)).toEqual([]);
  });

  it.each(['XFD1048576', 'A0', 'a1', 'AAAA1', 'A1:B2', '', 'ZZZ9', '=1'])(
    'lists a problem at %j without a mark',
    async (cell) => {
      const list = (await openedWhole(await marked([problem(cell, '在远处。')]))).getWorksheet('问题清单');
      expect(list?.getCell('E5').text).toBe('在远处。');
    },
  );

  it('takes rows and cells with holes in them', async () => {
    const rows: MarkedCell[][] = [];
    rows[2] = [];
    rows[2][3] = '远';
    rows[5] = [undefined, null, 7];
    const bytes = await marked([problem('B5', '缺数。')], [{ name: '数据', rows }]);
    const sheet = opened(bytes).Sheets.数据 ?? {};
    expect([sheet.D3.v, sheet.C6.v, sheet['!ref']]).toEqual(['远', 7, 'B3:D6']);
  });

  it('carries any text and number to the same cell', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const rows = fc.array(fc.array(fc.option(fc.oneof(text, number)), { maxLength: 5 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (grid) => {
        const book = opened(await marked([], [{ name: '数据', rows: grid }]));
        const sheet = book.Sheets.数据 ?? {};
        for (const [r, row] of grid.entries()) {
          for (const [c, value] of row.entries()) {
            const cell = sheet[utils.encode_cell({ r, c })];
            if (typeof value === 'number') expect(cell.v).toBeCloseTo(value, 10);
            else if (value && writableText(value) !== '') {
              expect(cell.t).toBe('s');
              expect(cell.v.replaceAll('\r\n', '\n')).toBe(plainText(value));
            }
          }
        }
        expect(formulasOf(book)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('lets others work while it writes', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const rows = Array.from({ length: 5000 }, (_, row) => ['临沂市', `指标${row}`, row, '个']);
    await marked([], [{ name: '数据', rows }]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  it('writes its elements in the order of the standard', async () => {
    const merges = [{ row: 0, column: 0, lastRow: 0, lastColumn: 2 }];
    const bytes = await marked([problem('C3', '错。')], [{ name: '数据', rows: ROWS, merges }]);
    for (const path of ['sheet1.xml', 'sheet2.xml']) {
      const { written, standard } = elementOrder(partOf(bytes, path));
      expect(written).toEqual(standard);
      expect(written).toContain('mergeCells');
    }
  });
});

/** The text as it is read back: line breaks are read as one kind. */
const plainText = (text: string): string =>
  writableText(text)
    .replace(/_x005F_/g, '_')
    .replaceAll('\r\n', '\n');
