import type { Indicator } from '@dabiao/domain/indicator';
import { parseWorkbook } from '@dabiao/ingest/parse-workbook';
import { readWorkbook } from '@dabiao/ingest/read-workbook';
import { markWorkbook } from '@dabiao/workbook/marked-copy';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';

const indicatorOf = (id: string, name: string, unit: string): Indicator => ({
  id,
  name,
  unit,
  nameEn: null,
  direction: 'more',
  measure: 'stock',
  definition: null,
  aliases: [],
  naturalLimit: null,
});

const VOCABULARY = {
  indicators: [
    indicatorOf('revenue', '规模以上工业营业收入', '亿元'),
    indicatorOf('5g-base-stations', '5G基站数', '个'),
    indicatorOf('share', '研发经费占比', '%'),
  ],
  regions: [{ code: '371300', name: '临沂市', parent: null, aliases: [] }],
};

/** What a statistician might send: a title, years across, a percentage, a slip, a formula-like remark. */
function sent(): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['临沂市主要工业指标'],
    [],
    ['指标', '计量单位', '2023年', '2024年', '备注'],
    ['规模以上工业营业收入', '亿元', 9800.5, 10189.4, '=见附表'],
    ['5G基站数', '个', '若干', '１６２００', '+1'],
    ['研发经费占比', '%', { t: 'n', v: 0.0256, z: '0.00%' }, { t: 'n', v: 0.031, z: '0.00%' }],
    ['  其中：没有这个指标', '个', 3, '…'],
  ]);
  sheet['!merges'] = [utils.decode_range('A1:E1')];
  return new Uint8Array(
    write({ SheetNames: ['年报!'], Sheets: { '年报!': sheet } }, { type: 'buffer', bookType: 'xlsx' }),
  );
}

describe('the marked copy of a file', () => {
  it.each(['zh', 'en'] as const)(
    'is read like the file: the same figures and problems at the same cells (%s)',
    async (lang) => {
      const bytes = sent();
      const [read, sheets] = [await readWorkbook(bytes, '表.xlsx', VOCABULARY), await parseWorkbook(bytes)];
      if (!Array.isArray(sheets)) throw new Error('the file was refused');
      const copy = await markWorkbook({ fileName: '表.xlsx', sheets, problems: read.problems, lang });
      const again = await readWorkbook(copy, '表.xlsx', VOCABULARY);
      const figures = ({ figures: list }: typeof read) => list.map(({ sheet: _, ...figure }) => figure);
      expect(figures(again)).toEqual(figures(read));
      expect(read.figures.length).toBeGreaterThan(4);
      const places = ({ problems }: typeof read) =>
        problems.filter(({ cell }) => cell !== null).map(({ code, cell, severity }) => `${severity} ${code} ${cell}`);
      expect(places(again)).toEqual(places(read));
      expect(places(read)).toEqual(expect.arrayContaining(['error value_not_number C5', 'error indicator_unknown A7']));
    },
  );
});
