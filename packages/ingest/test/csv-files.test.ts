import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../src/read-workbook.ts';
import { vocabulary } from './vocabulary.ts';

const TEXT = '地区,指标,2022年,2021年\r\n临沂市,5G基站数（个）,"1,000",900\r\n';
/** TEXT in GB18030, as a bureau's export has it. */
const GB18030 = Buffer.from(
  'b5d8c7f82cd6b8b1ea2c32303232c4ea2c32303231c4ea0d0ac1d9d2cacad02c3547bbf9d5becafda3a8b8f6a3a92c22312c303030222c3930300d0a',
  'hex',
);

function utf16(text: string, littleEndian: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
}

async function read(bytes: Uint8Array) {
  const { figures, problems } = await readWorkbook(bytes, '数据.csv', vocabulary, { status: 'final' });
  return {
    points: figures.map((f) => [f.region, f.year, f.value, f.cell, f.sheet]),
    codes: problems.map(({ code }) => code),
    problems,
  };
}

describe('CSV files', () => {
  it('reads UTF-8 with and without mark, UTF-16 of both orders, GB18030', async () => {
    const encoded = [Buffer.from(TEXT), Buffer.from(`\ufeff${TEXT}`), utf16(TEXT, true), utf16(TEXT, false), GB18030];
    for (const bytes of encoded) {
      const { points, codes } = await read(bytes);
      expect(codes).toEqual([]);
      expect(points).toEqual([
        ['371300', 2022, 1000, 'C2', '数据'],
        ['371300', 2021, 900, 'D2', '数据'],
      ]);
    }
  });

  it('reads a view into a larger buffer', async () => {
    const padded = Buffer.concat([Buffer.from('xx'), GB18030, Buffer.from('yy')]);
    expect((await read(padded.subarray(2, 2 + GB18030.length))).points).toHaveLength(2);
  });

  it('names the trouble where no encoding or quote fits', async () => {
    const broken = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff, 0xff, 0x80])]);
    expect((await read(broken)).codes).toEqual(['file_unreadable']);
    const unclosed = await read(Buffer.from('地区,2021年\n"临沂市,1\n罗庄区,2\n'));
    expect(unclosed.codes).toEqual(['file_unreadable']);
    expect(unclosed.problems[0]?.message).toContain('引号');
    expect((await read(Buffer.from('a\u0007,b\n1,2\n'))).codes).toEqual(['file_unreadable']);
  });

  it('counts rows as a spreadsheet does, empty lines and line breaks in quotes included', async () => {
    const { points } = await read(Buffer.from('说明\n\n地区,"指\n标",2021年\n\n临沂市,"5G基站数\n（个）",3\n'));
    expect(points).toEqual([['371300', 2021, 3, 'C5', '数据']]);
  });

  it('says that a file is empty or has no header', async () => {
    expect((await read(Buffer.from('\n,,\n \n'))).codes).toEqual(['sheet_empty']);
    expect((await read(Buffer.from('1,2,3\n4,5,6\n'))).codes).toEqual(['header_missing']);
    expect((await read(Buffer.from('临沂市很好\n'))).codes).toEqual(['header_missing']);
  });

  it('keeps control characters and paths of the file name out of messages', async () => {
    const { problems } = await readWorkbook(Buffer.from('x\n'), '../../etc/a\r\n\u202eb.csv', vocabulary);
    expect(problems[0]?.sheet).toBe('ab');
  });
});
