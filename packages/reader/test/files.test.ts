import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFileText } from '../src/read-file.ts';
import { readPolicy } from '../src/read-policy.ts';
import { makeDocx } from './make-docx.ts';
import { makePdf } from './make-pdf.ts';
import { shown } from './shown.ts';

const SENTENCE = '到2025年，全市5G基站达到2万个以上。';
const EXPECTED = ['20000 个 2025 gte'];

async function textOf(bytes: Uint8Array): Promise<string> {
  const answer = await readFileText(bytes);
  if ('refusal' in answer) throw new Error(answer.refusal.message);
  return answer.text;
}
const codeOf = async (bytes: Uint8Array) => {
  const answer = await readFileText(bytes);
  return 'refusal' in answer ? answer.refusal.code : 'read';
};
const valuesOf = async (bytes: Uint8Array) => readPolicy(await textOf(bytes)).candidates.map(shown);

describe('files that are read', () => {
  it('TXT in UTF-8, with a mark and without', async () => {
    expect(await valuesOf(Buffer.from(SENTENCE))).toEqual(EXPECTED);
    expect(await valuesOf(Buffer.from(`\ufeff${SENTENCE}`))).toEqual(EXPECTED);
  });

  it('TXT in UTF-16', async () => {
    expect(await valuesOf(Buffer.from(`\ufeff${SENTENCE}`, 'utf16le'))).toEqual(EXPECTED);
  });

  it('TXT in GB 18030', async () => {
    // 到2025年，5G基站达到2万个。
    const bytes = Buffer.from('b5bd32303235c4eaa3ac3547bbf9d5beb4efb5bd32cdf2b8f6a1a3', 'hex');
    expect(await valuesOf(bytes)).toEqual(EXPECTED);
  });

  it('HTML, without scripts, rows with tabs', async () => {
    const page = `<html><head><script>var a = '到2025年，5G基站达到9万个。';</script></head><body><p>到2025年，全市5G基站达到<b>2万</b>个以上。</p><table><tr><td>指标</td><td>2025年</td></tr></table></body></html>`;
    expect(await valuesOf(Buffer.from(page))).toEqual(EXPECTED);
    expect(await textOf(Buffer.from(page))).toContain('指标\t2025年');
  });

  it('DOCX with a table', async () => {
    const rows = [
      ['指标', '单位', '2022年', '2025年'],
      ['工业投资', '亿元', '300', '500'],
    ];
    expect(await valuesOf(makeDocx([SENTENCE], rows))).toEqual([...EXPECTED, '500 亿元 2025 gte']);
  });

  it('PDF, telling of every page', async () => {
    const seen: number[] = [];
    const answer = await readFileText(makePdf(['By 2025', 'second page']), (done) => seen.push(done));
    expect('text' in answer && answer.text).toBe('By 2025\n\fsecond page');
    expect(seen.at(-1)).toBe(2);
  });
});

describe('files that are refused', () => {
  it.each([
    ['an empty text', Buffer.from(' \n'), 'file_empty'],
    ['binary named as text', randomBytes(100_000), 'file_type'],
    ['a text of 50 MB', Buffer.alloc(50 * 1024 * 1024, '1'), 'file_too_large'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file_type'],
    ['a broken PDF', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000)]), 'file_unreadable'],
    ['a broken zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(20_000)]), 'file_unreadable'],
    ['a zip that is no document', makeDocx([], [], 'other/part.xml'), 'file_type'],
    ['a zip bomb', makeDocx(['工'.repeat(12_000_000)]), 'file_too_large'],
    ['tags a hundred thousand deep', Buffer.from(`<html>${'<div>'.repeat(100_000)}${SENTENCE}`), 'file_too_large'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('compresses in the test as it should', () => {
    expect(deflateRawSync(Buffer.alloc(1_000_000)).byteLength).toBeLessThan(2_000);
  });
});

describe('texts made to take long', () => {
  it.each([
    ['digits', '1'.repeat(300_000)],
    ['open brackets', '（'.repeat(100_000)],
    ['open quotation marks', '“1'.repeat(50_000)],
    ['numbers and commas', '1个，'.repeat(10_000)],
    ['numbers in a row', '1个、'.repeat(10_000)],
    ['cells', '1\t'.repeat(30_000)],
    ['years', '2025年'.repeat(10_000)],
    ['heads of tables', '目标\n指标\n单位\n2025年\n'.repeat(2_000)],
  ])(
    '%s come to an end',
    (_, text) => {
      expect(readPolicy(text).document.number).toBeNull();
    },
    20_000,
  );
});
