import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { inspectWorkbook, readWorkbook } from '../src/read-workbook.ts';
import { answerJob, type ReadingJob } from '../src/reading-job.ts';
import { READING_LIMITS, runReadingProcess } from '../src/reading-process.ts';
import { TOO_COMPLEX } from '../src/refusal.ts';
import { makeCsv, makeWorkbook } from './make-workbook.ts';
import { makeZip, workbookParts, xmlRow, type ZipPart } from './make-zip.ts';
import { vocabulary } from './vocabulary.ts';

const GOOD_ROWS =
  xmlRow(1, ['地区', '指标', '年份', '数值', '单位', '状态']) +
  xmlRow(2, ['临沂市', '5G基站数', 2023, 7, '个', '年报']);
const GOOD_SHEET = `<sheetData>${GOOD_ROWS}</sheetData>`;

function read(bytes: Uint8Array, fileName = 'a.xlsx') {
  return readWorkbook(bytes, fileName, vocabulary);
}

async function codeOf(bytes: Uint8Array, fileName = 'a.xlsx') {
  const { figures, problems } = await read(bytes, fileName);
  expect(figures).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toMatch(/\p{Script=Han}.*。$/u);
  return problems[0]?.code;
}

function withPart(part: ZipPart): Uint8Array {
  return makeZip([...workbookParts(GOOD_SHEET), part]);
}

describe('files that are not what they should be', () => {
  it('reads the workbook the hostile ones are made from', async () => {
    const { figures, problems } = await read(makeZip(workbookParts(GOOD_SHEET)));
    expect(problems).toEqual([]);
    expect(figures.map((f) => f.value)).toEqual([7]);
  });

  it('refuses content that is not what the extension says', async () => {
    const xlsx = makeWorkbook([
      {
        rows: [
          ['地区', '2021年'],
          ['临沂市', 1],
        ],
      },
    ]);
    const text = makeCsv([
      ['地区', '2021年'],
      ['临沂市', '1'],
    ]);
    const bytesOf = (head: string) => new Uint8Array(Buffer.from(`${head}xxxxxxxxxxxx`, 'latin1'));
    const cases: [Uint8Array, string, string][] = [
      [xlsx, 'a.csv', 'file_type'],
      [xlsx, 'a.xls', 'file_type'],
      [text, 'a.xlsx', 'file_type'],
      [xlsx, 'a.xlsm', 'file_type'],
      [xlsx, 'a.xlsx.exe', 'file_type'],
      [xlsx, 'a.xlsx ', 'file_type'],
      [xlsx, 'a', 'file_type'],
      [xlsx, 'a.constructor', 'file_type'],
      [bytesOf('%PDF-1.7'), 'a.xlsx', 'file_type'],
      [bytesOf('%PDF-1.7'), 'a.csv', 'file_type'],
      [bytesOf('\x89PNG\r\n\x1a\n'), 'a.csv', 'file_type'],
      [bytesOf('MZ'), 'a.csv', 'file_type'],
      [bytesOf('<html><body><table>'), 'a.xls', 'file_type'],
      [bytesOf('a,b\0c,d'), 'a.csv', 'file_unreadable'],
      [new Uint8Array(0), 'a.csv', 'file_unreadable'],
      [bytesOf('PK\x03\x04'), 'a.xlsx', 'file_unreadable'],
      [bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'a.xls', 'file_type'],
      [makeZip([{ name: 'word/document.xml', data: '<w/>' }]), 'a.xlsx', 'file_type'],
      [new Uint8Array(20 * 1024 * 1024 + 1), 'a.csv', 'file_too_large'],
    ];
    for (const [bytes, fileName, code] of cases) {
      expect([fileName, await codeOf(bytes, fileName)]).toEqual([fileName, code]);
    }
  });

  it('refuses macros, controls and passwords', async () => {
    expect(await codeOf(withPart({ name: 'xl/vbaProject.bin', data: 'x' }))).toBe('file_type');
    expect(await codeOf(withPart({ name: 'xl/activeX/activeX1.bin', data: 'x' }))).toBe('file_type');
    const compound = (stream: string) =>
      new Uint8Array(
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(600),
          Buffer.from(`${stream}\0`, 'utf16le'),
        ]),
      );
    expect(await codeOf(compound('EncryptedPackage'))).toBe('file_encrypted');
    expect(await codeOf(compound('_VBA_PROJECT_CUR'), 'a.xls')).toBe('file_type');
    expect(await codeOf(compound('WordDocument'), 'a.xls')).toBe('file_type');
    expect(await codeOf(compound('Workbook'), 'a.xls')).toBe('file_unreadable');
  });
});

describe('files made to exhaust the reader', () => {
  it('refuses what inflates too far, in truth or by its own word', async () => {
    const spaces = Buffer.alloc(60 * 1024 * 1024, 0x20);
    expect(await codeOf(withPart({ name: 'xl/a.xml', data: spaces }))).toBe('file_too_large');
    expect(await codeOf(withPart({ name: 'xl/a.xml', data: spaces, declared: 1000 }))).toBe('file_unreadable');
    expect(await codeOf(withPart({ name: 'xl/a.xml', data: 'x', declared: 300 * 1024 * 1024 }))).toBe('file_too_large');
    const small = Array.from({ length: 1001 }, (_, index) => ({ name: `xl/media/${index}`, data: '' }));
    expect(await codeOf(makeZip([...workbookParts(GOOD_SHEET), ...small]))).toBe('file_too_large');
  });

  it('reads on past merges over the whole sheet and thousands of merges', async () => {
    const many = Array.from({ length: 60_000 }, (_, row) => `<mergeCell ref="H${row + 9}:I${row + 9}"/>`).join('');
    for (const merges of ['<mergeCell ref="A1:XFD100000"/>', '<mergeCell ref="A3:XFD1048576"/>', many]) {
      const { figures } = await read(makeZip(workbookParts(`${GOOD_SHEET}<mergeCells>${merges}</mergeCells>`)));
      expect(figures.length).toBeLessThanOrEqual(1);
      if (!merges.includes('A1:')) expect(figures.map((f) => f.value)).toEqual([7]);
    }
  });

  it('reads nothing of a sheet with cells beyond the limits', async () => {
    const far = `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    const wide = '<row r="3"><c r="XFD3"><v>1</v></c></row>';
    const dimension = '<dimension ref="A1:XFD1048576"/>';
    for (const sheet of [
      `${dimension}<sheetData>${GOOD_ROWS}${far}</sheetData>`,
      `<sheetData>${GOOD_ROWS}${wide}</sheetData>`,
    ]) {
      const { figures, problems } = await read(makeZip(workbookParts(sheet)));
      expect(figures).toEqual([]);
      expect(problems.map(({ code, severity }) => [severity, code])).toEqual([['error', 'file_too_large']]);
      expect(problems[0]?.message).toContain('整个文件没有读入；请拆分后上传');
    }
    // formats without content, down to the last row, are no cells
    const styled = '<row r="1048576"><c r="XFD1048576" s="0"/></row>';
    const { figures } = await read(makeZip(workbookParts(`${dimension}<sheetData>${GOOD_ROWS}${styled}</sheetData>`)));
    expect(figures.map((f) => f.value)).toEqual([7]);
  });

  it('does not follow entities, broken addresses or missing ones', async () => {
    const parts = (head: string, body: string) =>
      workbookParts('').map((part) =>
        part.name.endsWith('sheet1.xml')
          ? { ...part, data: `${head}<worksheet><sheetData>${body}</sheetData></worksheet>` }
          : part,
      );
    const laughs =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&x;</t></is></c></row>';
    for (const bytes of [
      makeZip(parts(laughs, cells)),
      makeZip(parts('', '<row><c><v>1</v></c><c><v>2</v></c></row>')),
      makeZip(parts('', '<row r="1"><c r="ZZZZZZ99999999999"><v>1</v></c></row>')),
      makeZip(parts('', '<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')),
      makeZip(parts('', '<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>NaN</v></c></row>')),
      makeZip(workbookParts('').slice(0, 3)),
    ]) {
      const { figures, problems } = await read(bytes);
      expect(figures).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(problems)).not.toMatch(/root:|undefined|Error|Cannot/);
    }
  });

  it('takes names of the language itself for names', async () => {
    const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    for (const word of words) {
      const rows =
        xmlRow(1, ['地区', '指标', '年份', '数值', '单位', '状态']) +
        xmlRow(2, [word, word, 2023, `1${word}`, word, word]);
      const { figures, problems } = await read(makeZip(workbookParts(`<sheetData>${rows}</sheetData>`, word)));
      expect(figures).toEqual([]);
      expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reads a CSV of one huge field, of many columns, of many rows', async () => {
    const huge = makeCsv([
      ['指标', '2021年'],
      ['x'.repeat(5_000_000), '1'],
    ]);
    const { problems: ofHuge } = await read(huge, 'a.csv');
    expect(ofHuge.map(({ code }) => code)).toEqual(['indicator_unknown']);
    expect(ofHuge[0]?.message.length).toBeLessThan(200);
    const wide = makeCsv([Array.from({ length: 100_000 }, (_, index) => `c${index}`)]);
    expect((await read(wide, 'a.csv')).problems.map(({ code }) => code)).toContain('file_too_large');
    const long = makeCsv([
      ['地区', '指标', '年份', '数值'],
      ...Array.from({ length: 40_001 }, () => ['临沂市', '没有', '2021', '1']),
    ]);
    const { problems } = await read(long, 'a.csv');
    expect(problems.length).toBeLessThan(1000);
    expect(problems.map(({ message }) => message).join()).toContain('处同类问题');
    const good = [
      ['地区', '指标', '年份', '数值'],
      ...Array.from({ length: 150_000 }, () => ['临沂市', '5G基站数', '2021', '1']),
    ];
    expect(await codeOf(makeCsv(good), 'a.csv')).toBe('file_too_large');
    const whole = await read(makeCsv(good.slice(0, 150_000)), 'a.csv');
    expect(whole.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(whole.figures).toHaveLength(149_999);
  });

  it('inspects a refused file as one without tables', async () => {
    const { tables, refusal } = await inspectWorkbook(new Uint8Array([1, 2, 0]), 'a.xlsx');
    expect(tables).toEqual([]);
    expect(refusal?.code).toBe('file_unreadable');
  });
});

describe('the reading process', () => {
  const job: ReadingJob = { kind: 'csv', fileName: 'a.csv', vocabulary, hints: {} };
  const bytes = makeCsv([
    ['地区', '指标', '年份', '数值', '单位', '状态'],
    ['临沂市', '5G基站数', '2023', '7', '个', '年报'],
  ]);

  it('answers as the reader itself does', async () => {
    expect(await runReadingProcess(job, bytes)).toEqual(await answerJob(job, bytes));
  });

  it('is ended where it takes too long, too much memory or says too much', async () => {
    const rows = Array.from({ length: 40_000 }, () => ['临沂市', '5G基站数', '2023', '7', '个', '年报']);
    const many = makeCsv([['地区', '指标', '年份', '数值', '单位', '状态'], ...rows]);
    for (const limits of [{ milliseconds: 1 }, { heapMegabytes: 12 }, { outputBytes: 1000 }]) {
      const answered = await runReadingProcess(job, many, { ...READING_LIMITS, ...limits });
      expect([limits, answered]).toEqual([limits, { refusal: TOO_COMPLEX }]);
    }
  });

  it('leaves a file alone that the library never ends with, long before its time is up', async () => {
    // an XF record (0x00E0, 20 bytes) that says it is a formula
    const damaged = makeWorkbook(
      [
        {
          rows: [
            ['地区', '2021年'],
            ['临沂市', 5],
          ],
        },
      ],
      'xls',
    );
    const at = Buffer.from(damaged).indexOf(Buffer.from([0xe0, 0x00, 0x14, 0x00]));
    damaged[at] = 0x06;
    const limits = { ...READING_LIMITS, processorMilliseconds: 600_000, milliseconds: 600_000 };
    expect(await runReadingProcess({ ...job, kind: 'xls' }, damaged, limits)).toEqual({ refusal: TOO_COMPLEX });
    const { problems } = await readWorkbook(damaged, 'a.xls', vocabulary);
    expect(problems.map(({ code }) => code)).toEqual(['file_too_large']);
  });

  it.runIf(process.platform === 'linux')('is limited by the system too, should the server be killed', async () => {
    const answered = runReadingProcess(job, bytes);
    await vi.waitFor(() => {
      const threads = readdirSync('/proc/self/task');
      const children = threads.flatMap(
        (thread) => readFileSync(`/proc/self/task/${thread}/children`, 'utf8').match(/\d+/g) ?? [],
      );
      const limits = children.map((pid) => readFileSync(`/proc/${pid}/limits`, 'utf8'));
      const seconds = READING_LIMITS.processorMilliseconds / 1000 + 2;
      expect(limits.some((text) => new RegExp(`Max cpu time +${seconds} +${seconds} +seconds`).test(text))).toBe(true);
    });
    expect(await answered).toHaveProperty('read');
  });

  it('lets two run at a time and the rest wait', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => runReadingProcess(job, bytes)));
    expect(answers.every((answered) => 'read' in answered && answered.read.figures.length === 1)).toBe(true);
  });
});
