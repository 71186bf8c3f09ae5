import { type CellObject, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText } from '../src/date-text.ts';
import type { Sheet } from '../src/grid.ts';
import { parseWorkbook } from '../src/parse-workbook.ts';
import { readXlsx } from '../src/read-xlsx.ts';
import type { Refusal } from '../src/refusal.ts';
import { makeZip, workbookParts, type ZipPart } from './make-zip.ts';

/** Cells of opened sheets, row by row, as plain arrays. */
function plain(sheets: Sheet[] | Refusal | null) {
  if (!Array.isArray(sheets)) throw new Error('not read');
  return sheets.map(({ name, hidden, merges, rows }) => ({
    name,
    hidden,
    merges,
    rows: Array.from(rows, (row) =>
      Array.from(row ?? [], (cell) =>
        cell ? [cell.text, cell.number, cell.percent, cell.shownDecimals, cell.error] : null,
      ),
    ),
  }));
}

function readParts(sheet: string, more: ZipPart[] = []) {
  return readXlsx(Buffer.from(makeZip([...workbookParts(sheet), ...more])));
}

/** Text of the cells of one row. */
async function texts(cells: string): Promise<(string | undefined)[]> {
  const sheets = await readParts(`<sheetData><row r="1">${cells}</row></sheetData>`);
  if (!Array.isArray(sheets)) throw new Error('not read');
  return Array.from(sheets[0]?.rows[0] ?? [], (cell) => cell?.text);
}

const cell: fc.Arbitrary<CellObject | null> = fc.oneof(
  fc.constant(null),
  fc.string({ minLength: 1, maxLength: 12 }).map((v) => ({ t: 's' as const, v })),
  fc
    .constantFrom('总  计', '<&>"\'', ' 端  州 ', '１２３', '…', '产值\n（亿元）', '_x000D_')
    .map((v) => ({ t: 's' as const, v })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => ({ t: 'n' as const, v })),
  fc.integer().map((v) => ({ t: 'n' as const, v })),
  fc.record({
    t: fc.constant('n' as const),
    v: fc.double({ min: 0, max: 50_000, noNaN: true }),
    z: fc.constantFrom('0%', '0.0%', '0.00', '#,##0.000', '0', 'yyyy"年"', 'yyyy-mm-dd', '"约"0.0'),
  }),
  fc.boolean().map((v) => ({ t: 'b' as const, v })),
);
const grid = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 });

describe('the reader of .xlsx', () => {
  it('reads what the library reads', async () => {
    const workbooks = fc.array(grid, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(workbooks, fc.boolean(), async (sheets, bookSST) => {
        const book = utils.book_new();
        for (const [index, rows] of sheets.entries()) {
          const own = utils.aoa_to_sheet(rows as unknown[][]);
          own['!merges'] = index === 0 ? [utils.decode_range('A1:B2')] : [];
          utils.book_append_sheet(book, own, `甲${index}`);
        }
        const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST }) as Buffer;
        expect(plain(await readXlsx(bytes))).toEqual(plain(await parseWorkbook(bytes)));
      }),
      { numRuns: 150 },
    );
  });

  it('reads texts of every kind, and no readings beside them', async () => {
    const found = await texts(
      '<c r="A1" t="inlineStr"><is><r><t>地</t></r><r><t xml:space="preserve"> 区</t></r><rPh sb="0" eb="1"><t>チ</t></rPh></is></c>' +
        '<c r="B1" t="str"><v>a&amp;b&lt;&#20122;&#x5143;&unknown;</v></c>' +
        '<c r="C1" t="b"><v>1</v></c><c r="D1" t="d"><v>2023-12-31</v></c><c r="E1"/><c r="G1"><v>1.50</v></c>',
    );
    expect(found).toEqual(['地 区', 'a&b<亚元&unknown;', 'TRUE', '2023-12-31', undefined, undefined, '1.5']);
  });

  it('reads cells without addresses, one after the other', async () => {
    expect(await texts('<c t="str"><v>甲</v></c><c><v>2</v></c><c r="D1"><v>4</v></c><c><v>5</v></c>')).toEqual([
      '甲',
      '2',
      undefined,
      '4',
      '5',
    ]);
  });

  it('tells a formula without a result, and errors', async () => {
    const sheets = await readParts(
      '<sheetData><row r="1"><c r="A1"><f>B1+1</f></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f>1+1</f><v>2</v></c></row></sheetData>',
    );
    const [row] = plain(sheets)[0]?.rows ?? [];
    expect(row?.map((own) => own?.[4])).toEqual(['公式没有保存结果', '#REF!', null]);
  });

  it('reads a workbook whose names have a prefix, and rows out of order', async () => {
    const own =
      '<x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>';
    const parts = workbookParts('').map((part) =>
      part.name.endsWith('sheet1.xml')
        ? { ...part, data: `<x:worksheet xmlns:x="m"><x:sheetData>${own}</x:sheetData></x:worksheet>` }
        : part,
    );
    const sheets = plain(await readXlsx(Buffer.from(makeZip(parts))));
    expect(sheets[0]?.rows.map((row) => row[0]?.[0])).toEqual(['1', '2']);
  });

  it('refuses a declared document type, which spreadsheet programs never write', async () => {
    const declared = '<!DOCTYPE x [<!ENTITY a "b">]><sheetData></sheetData>';
    expect(await readParts(declared)).toMatchObject({ code: 'file_unreadable' });
  });

  it('leaves what is not plain to the library', async () => {
    expect(
      await readParts('<sheetData><row r="1"><c r="A1" t="str"><v><![CDATA[x]]></v></c></row></sheetData>'),
    ).toBeNull();
    expect(await readParts('<sheetData><row r="1"><c r="ABCD1"><v>1</v></c></row></sheetData>')).toBeNull();
    expect(await readParts('<sheetData><row r="1"><c r="A1"><v>1')).toBeNull();
  });

  it('refuses links to other programs and reads on past links to other files', async () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><f>[1]S!A1</f><v>7</v></c></row></sheetData>';
    const link = (inside: string): ZipPart => ({ name: 'xl/externalLinks/externalLink1.xml', data: inside });
    const dde = await readParts(sheet, [
      link('<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'),
    ]);
    expect(dde).toMatchObject({ code: 'file_type' });
    const ole = await readParts(sheet, [link('<externalLink><oleLink progId="Word"/></externalLink>')]);
    expect(ole).toMatchObject({ code: 'file_type' });
    const book = await readParts(sheet, [link('<externalLink><externalBook/></externalLink>')]);
    expect(plain(book)[0]?.rows[0]?.[0]?.[1]).toBe(7);
  });
});

describe('dates', () => {
  it.each([
    [45291, 'yyyy-mm-dd', false, '2023-12-31'],
    [45291, 'yyyy"年"m"月"', false, '2023年12月'],
    [45291, 'yy/m/d', false, '2023/12/31'],
    [44927, 'yyyy"年"', false, '2023年'],
    [43829, 'yyyy-mm-dd', true, '2023-12-31'],
    [45291.75, 'yyyy-mm-dd h:mm', false, '2023-12-31 18:00'],
    [-1, 'yyyy', false, '-1'],
    [1e9, 'yyyy', false, '1000000000'],
  ])('%d as %s', (serial, format, from1904, expected) => {
    expect(dateText(serial, format, from1904)).toBe(expected);
  });
});
