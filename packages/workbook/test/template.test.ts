import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberRule } from '../src/number-rule.ts';
import { writeTemplate } from '../src/write-template.ts';
import { elementOrder, formulasOf, opened, openedWhole, partOf } from './opened.ts';
import { aFigure, anIndicator, aRow, aTemplate } from './sample.ts';

const SHARE = { id: 'share', name: '占比', unit: '%', measure: 'share', naturalLimit: 100, definition: null } as const;
const GROWTH = { id: 'growth', name: '增速', unit: '%', measure: 'rate' } as const;

/** The form with its cells by header word and row name. */
async function form(...[rows, more]: Parameters<typeof aTemplate>) {
  const bytes = await writeTemplate(aTemplate(rows, more));
  const [sheet] = (await openedWhole(bytes)).worksheets;
  if (!sheet) throw new Error('no sheet');
  const texts = Array.from({ length: sheet.rowCount }, (_, index) => sheet.getRow(index + 1).getCell(1).text);
  const header = texts.indexOf('指标') + 1;
  const columns = new Map<string, number>();
  sheet.getRow(header).eachCell((cell, column) => columns.set(cell.text, column));
  const cell = (name: string, word: string) => sheet.getRow(texts.indexOf(name) + 1).getCell(columns.get(word) ?? 99);
  return { bytes, sheet, texts, header, cell };
}

describe('the workbook to fill in', () => {
  it('says region, year and date, and what to do', async () => {
    const { texts, sheet } = await form([aRow()]);
    expect(sheet.name).toBe('临沂市');
    expect(texts[0]).toBe('临沂市2025年指标数据填报表');
    expect(texts[1]).toMatch(/临沂市（371300）.*2025年.*截至2026年6月30日/);
    expect(texts[2]).toContain('没有数据的留空');
    expect(texts.join()).not.toContain('演示');
  });

  it('shows last year beside, with decimals, status and caveat, and what is published already', async () => {
    const { cell } = await form([
      aRow({}, { lastYear: aFigure({ value: 16200.5, decimals: 2, status: 'preliminary', caveats: ['part_year'] }) }),
      aRow(SHARE, { thisYear: aFigure({ value: 38, decimals: 1 }) }),
      aRow(GROWTH, { thisYear: aFigure({ value: 5, caveats: ['at_least'] }) }),
    ]);
    expect(cell('5G基站数', '上年值（2024年）')).toMatchObject({ value: 16200.5, numFmt: '#,##0.00' });
    expect(cell('5G基站数', '说明').text).toBe('上年值：快报，非年末数');
    expect(cell('占比', '说明').text).toBe('2025年已发布38.0%（年报）');
    expect(cell('增速', '说明').text).toMatch(/已发布5%（年报，下限值）；有了全年确数请填/);
    expect(cell('占比', '上年值（2024年）').value).toBeNull();
  });

  it('leaves this year empty, so that what nobody touched is not handed in again; what waits is tinted', async () => {
    const { cell } = await form([
      aRow({ name: '已发布' }, { thisYear: aFigure() }),
      aRow({ name: '下限' }, { thisYear: aFigure({ caveats: ['at_least'] }) }),
      aRow({ name: '待填' }),
    ]);
    const tints = ['已发布', '下限', '待填'].map((name) => cell(name, '2025年值').fill);
    expect(['已发布', '下限', '待填'].map((name) => cell(name, '2025年值').value)).toEqual([null, null, null]);
    expect(tints[1]).toEqual(tints[2]);
    expect(tints[0]).not.toEqual(tints[2]);
  });

  it('is locked without a password but for value, status and remark', async () => {
    const { sheet, bytes, cell, header } = await form([aRow(), aRow(SHARE)]);
    expect(partOf(bytes, 'sheet1.xml')).toContain('<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>');
    const open: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (one) => one.protection?.locked === false && open.push(one.address)),
    );
    const words = ['2025年值', '状态', '备注'];
    expect(open).toEqual(['5G基站数', '占比'].flatMap((name) => words.map((word) => cell(name, word).address)));
    expect(sheet.getRow(header).getCell(1).protection?.locked ?? true).toBe(true);
  });

  it('takes numbers within the limits of the indicator, and the four words of status', async () => {
    const { cell } = await form([aRow(), aRow(SHARE), aRow(GROWTH)]);
    const rule = (name: string) => cell(name, '2025年值').dataValidation;
    expect(rule('5G基站数')).toMatchObject({ type: 'decimal', formulae: [0, 1e15], allowBlank: true });
    expect(rule('占比')).toMatchObject({
      type: 'decimal',
      formulae: [0, 100],
      error: expect.stringContaining('0到100'),
    });
    expect(rule('增速')).toMatchObject({ type: 'decimal', formulae: [-1e15, 1e15] });
    expect(rule('5G基站数').error).toMatch(/填数字.*“个”.*没有数据请留空/);
    expect(rule('5G基站数').prompt).toContain('年末已开通的5G基站数量。');
    expect(cell('占比', '状态').dataValidation).toMatchObject({ type: 'list', formulae: ['"快报,年报,修订,估计"'] });
  });

  it('keeps messages as short as spreadsheet programs want them', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 600 });
    fc.assert(
      fc.property(words, words, fc.constantFrom('个', '%', '', '吨标准煤/万元'), (name, definition, unit) => {
        const rule = numberRule(anIndicator({ name, definition, unit }));
        expect(rule.promptTitle?.length).toBeLessThanOrEqual(32);
        expect(rule.errorTitle?.length).toBeLessThanOrEqual(32);
        expect(rule.prompt?.length).toBeLessThanOrEqual(255);
        expect(rule.error?.length).toBeLessThanOrEqual(255);
        expect(rule.prompt).toContain('。');
      }),
    );
  });

  it('tells definition and documents in a note, in a box beside the name that is large enough', async () => {
    const definition = '指标解释'.repeat(40);
    const row = aRow({ definition }, { documents: ['甲文件', '乙文件'] });
    const { bytes, cell } = await form([row]);
    expect(JSON.stringify(cell('5G基站数', '备注').note ?? null)).toBe('null');
    expect(JSON.stringify(cell('5G基站数', '指标').note)).toContain(
      `${definition}\\n所属文件：甲文件\\n所属文件：乙文件`,
    );
    const vml = partOf(bytes, 'vmlDrawing1.vml');
    const [left = 0, , top = 0, , right = 0, , bottom = 0] = (/<x:Anchor>([^<]+)/.exec(vml)?.[1] ?? '')
      .split(',')
      .map(Number);
    expect(left).toBe(1);
    // columns B to D are 64 digits wide at least: 160 characters of 12 pixels need five lines of 16, and two more
    expect(right - left).toBeGreaterThanOrEqual(2);
    expect((bottom - top) * 20).toBeGreaterThanOrEqual(7 * 16);
  });

  it('names each document over its indicators, an indicator of two documents once', async () => {
    const { texts } = await form([
      aRow({ name: '一' }, { documents: ['甲文件'] }),
      aRow({ name: '二' }, { documents: ['乙文件', '甲文件'] }),
      aRow({ name: '三' }, { documents: ['甲文件'] }),
      aRow({ name: '四' }, { documents: [] }),
    ]);
    expect(texts.slice(texts.indexOf('甲') + 1)).toEqual(['甲文件', '一', '三', '乙文件', '二', '其他指标', '四']);
  });

  it('writes names as text whatever they begin with', async () => {
    const names = ['=HYPERLINK("http://x.example","点我")', '+1', '-cmd|calc', '@SUM(A1)', '\t=1', '＝1', '<b>&"\''];
    const rows = names.map((name) => aRow({ name, unit: '=1', definition: `=${name}` }, { documents: [`=${name}`] }));
    const { bytes } = await form(rows, { region: { code: '=1+1', name: '=cmd' } });
    const book = opened(bytes);
    expect(formulasOf(book)).toEqual([]);
    const [sheet] = Object.values(book.Sheets);
    const texts = Object.entries(sheet ?? {}).flatMap(([address, cell]) => (address.startsWith('A') ? [cell] : []));
    for (const name of names) expect(texts.find(({ v }) => v === name)).toMatchObject({ t: 's' });
    expect(texts.find(({ v }) => v === names[0]).z).toBe('@');
  });

  it('says that the figures of a demonstration are made up', async () => {
    const { texts } = await form([aRow({}, { lastYear: aFigure() })], { demo: true });
    expect(texts[2]).toContain('演示数据，非真实统计');
  });

  it('is set up for A4 across, its header in sight and on every page', async () => {
    const { sheet, header, bytes } = await form(Array.from({ length: 120 }, (_, at) => aRow({ name: `指标${at}` })));
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: header + 1 });
    expect(partOf(bytes, 'workbook.xml')).toContain(`$${header}:$${header + 1}</definedName>`);
  });

  it('gives every name and note in words the room it needs', async () => {
    const names = ['一', '二'.repeat(19), '三'.repeat(60), '四'.repeat(200), 'Five '.repeat(30)];
    const lastYear = aFigure({ status: 'preliminary', caveats: ['part_year', 'at_least', 'scope', 'about'] });
    const thisYear = aFigure({ value: 123_456.789, decimals: 3, caveats: ['part_year', 'at_least', 'scope'] });
    const { sheet, cell } = await form(names.map((name) => aRow({ name }, { lastYear, thisYear })));
    for (const name of names) {
      const { row } = cell(name, '指标');
      const words = [...cell(name, '说明').text.split('\n')].map((line) => Math.ceil((line.length * 2 * 9) / 11 / 32));
      const needed = Math.max(
        Math.ceil((name.length * (name.startsWith('F') ? 1 : 2)) / 42),
        words.reduce((a, b) => a + b),
      );
      expect(sheet.getRow(Number(row)).height).toBeGreaterThanOrEqual(needed * 13);
    }
    expect(cell('一', '指标').font).toMatchObject({ name: '宋体', charset: 134 });
  });

  it('writes its elements in the order of the standard', async () => {
    const { bytes } = await form([aRow(), aRow(SHARE)]);
    const { written, standard } = elementOrder(partOf(bytes, 'sheet1.xml'));
    expect(written).toEqual(
      expect.arrayContaining(['sheetProtection', 'dataValidations', 'mergeCells', 'legacyDrawing']),
    );
    expect(written).toEqual(standard);
  });
});
