import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../src/read-workbook.ts';
import { MAX_SHEETS } from '../src/refusal.ts';
import { makeCsv, makeWorkbook } from './make-workbook.ts';
import { makeZip, workbookParts, xmlRow, type ZipPart } from './make-zip.ts';
import { vocabulary } from './vocabulary.ts';

const MEGABYTE = 1024 * 1024;
/** How soon a hostile file must be answered, in milliseconds: five seconds, and four times that on a busy machine. */
const SOON = 20_000;

const GOOD =
  xmlRow(1, ['地区', '指标', '年份', '数值', '单位', '状态']) +
  xmlRow(2, ['临沂市', '5G基站数', 2023, 7, '个', '年报']);
const SHEET = `<sheetData>${GOOD}</sheetData>`;

/** The parts of a workbook, one of them replaced or added. */
function withPart(name: string, data: ZipPart['data'], declared?: number): Uint8Array {
  const others = workbookParts(SHEET).filter((part) => part.name !== name);
  return makeZip([...others, { name, data, ...(declared !== undefined && { declared }) }]);
}

function sheetOf(xml: string): Uint8Array {
  return makeZip(workbookParts(xml));
}

const LAUGHS = `<!DOCTYPE l [<!ENTITY a "haha">${Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`,
).join('')}]>`;

const CASES: [string, () => Uint8Array, string][] = [
  [
    'a part that inflates a thousandfold',
    () => withPart('xl/media/a.bin', Buffer.alloc(300 * MEGABYTE)),
    'file_too_large',
  ],
  [
    'a sheet that says it is a gigabyte',
    () => withPart('xl/worksheets/sheet1.xml', SHEET, 1024 * MEGABYTE),
    'file_too_large',
  ],
  [
    'a sheet that says it is smaller',
    () => withPart('xl/worksheets/sheet1.xml', `<worksheet>${SHEET}</worksheet>`, 20),
    'file_unreadable',
  ],
  [
    'shared strings that say they are smaller',
    () => withPart('xl/sharedStrings.xml', ' '.repeat(5000), 10),
    'file_unreadable',
  ],
  [
    'laughter in the shared strings',
    () => withPart('xl/sharedStrings.xml', `${LAUGHS}<sst><si><t>&a29;</t></si></sst>`),
    '',
  ],
  [
    'laughter in a sheet',
    () =>
      withPart(
        'xl/worksheets/sheet1.xml',
        `${LAUGHS}<worksheet><sheetData><row><c t="str"><v>&a29;</v></c></row></sheetData></worksheet>`,
      ),
    '',
  ],
  [
    'an entity that names a file',
    () =>
      withPart(
        'xl/workbook.xml',
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook><sheets><sheet name="&x;" sheetId="1"/></sheets></workbook>',
      ),
    '',
  ],
  ['a macro', () => withPart('xl/vbaProject.bin', 'x'), 'file_type'],
  ['an embedded object', () => withPart('xl/embeddings/oleObject1.bin', 'x'), 'file_type'],
  ['a control', () => withPart('xl/ctrlProps/ctrlProp1.xml', '<x/>'), 'file_type'],
  [
    'a DDE link',
    () => withPart('xl/externalLinks/externalLink1.xml', '<externalLink><ddeLink/></externalLink>'),
    'file_type',
  ],
  [
    'one cell at the far end',
    () => sheetOf('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    'file_too_large',
  ],
  [
    '16,384 columns',
    () => sheetOf(`<sheetData><row r="1">${'<c><v>1</v></c>'.repeat(16_384)}</row></sheetData>`),
    'file_too_large',
  ],
  ['a row number that is none', () => sheetOf('<sheetData><row r="1e308"><c><v>1</v></c></row></sheetData>'), ''],
  ['text without end', () => sheetOf(`<sheetData><row r="1"><c t="str"><v>${'甲'.repeat(2_000_000)}`), ''],
  ['half a file', () => sheetOf(SHEET).subarray(0, 700), 'file_unreadable'],
  ['a file without its directory', () => sheetOf(SHEET).subarray(0, -22), 'file_unreadable'],
  ['fifty megabytes', () => new Uint8Array(50 * MEGABYTE).fill(0x2c), 'file_too_large'],
  [
    'a relation to the outside',
    () =>
      withPart(
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Type="a/worksheet" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>',
      ),
    '',
  ],
];

async function answer(bytes: Uint8Array, fileName = 'a.xlsx') {
  const start = performance.now();
  const { figures, problems } = await readWorkbook(bytes, fileName, vocabulary);
  return { figures, problems, took: performance.now() - start };
}

describe('hostile workbooks', () => {
  it.each(CASES)('answers soon and clearly: %s', async (_, make, code) => {
    const { figures, problems, took } = await answer(make());
    expect(figures).toEqual([]);
    const [problem] = problems;
    expect(problem?.severity).toBe('error');
    if (code !== '') expect(problem?.code).toBe(code);
    expect(problem?.message).toMatch(/\p{Script=Han}.*。$/u);
    expect(JSON.stringify(problems)).not.toMatch(/haha|root:|undefined|Error|Cannot|node_modules/);
    expect(took).toBeLessThan(SOON);
  });

  it('refuses more sheets than anyone looks through, in either format', async () => {
    const rows = [
      ['地区', '2021年'],
      ['临沂市', 1],
    ];
    for (const bookType of ['xlsx', 'xls'] as const) {
      const sheets = Array.from({ length: MAX_SHEETS + 1 }, (_, index) => ({ name: `S${index}`, rows }));
      const { problems, took } = await answer(makeWorkbook(sheets, bookType), `a.${bookType}`);
      expect([bookType, problems.map(({ code }) => code)]).toEqual([bookType, ['file_too_large']]);
      expect(problems[0]?.message).toContain(`最多 ${MAX_SHEETS} 张工作表`);
      expect(took).toBeLessThan(SOON);
    }
  });

  it('reads past links to other files without following them, and takes no formula for text', async () => {
    const linked = xmlRow(1, ['地区', '指标', '年份', '数值', '单位', '状态']);
    const cells =
      '<row r="2"><c r="A2" t="str"><v>临沂市</v></c><c r="B2" t="str"><v>5G基站数</v></c><c r="C2"><v>2023</v></c><c r="D2"><f>[1]S!A1</f><v>7</v></c><c r="E2" t="str"><v>个</v></c><c r="F2" t="str"><v>年报</v></c></row>';
    const parts = workbookParts(`<sheetData>${linked}${cells}</sheetData>`);
    const link = { name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink><externalBook/></externalLink>' };
    const { figures } = await answer(makeZip([...parts, link]));
    expect(figures.map((f) => f.value)).toEqual([7]);
    const csv = makeCsv([
      ['地区', '指标', '年份', '数值', '单位', '状态'],
      ['临沂市', '5G基站数', '2023', "=cmd|'/c calc'!A1", '个', '年报'],
    ]);
    const { problems } = await answer(csv, 'a.csv');
    expect(problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['value_not_number D2']);
  });

  it('reads a sheet that is a header over and over, in time', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) =>
      row % 2 === 0 ? ['地区', '指标', '2021年', '2022年'] : ['临沂市', `名${row}`, '1', '2'],
    );
    const { problems, took } = await answer(makeCsv(rows), 'a.csv');
    expect(problems.length).toBeLessThan(1000);
    expect(took).toBeLessThan(SOON);
  });
});
