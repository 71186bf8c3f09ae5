import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gluedPages } from '../src/line-breaks.ts';
import { readFileText } from '../src/read-file.ts';
import { readPolicy } from '../src/read-policy.ts';
import { documentXml, docxOf, makeDocx } from './make-docx.ts';
import { makeChinesePdf, makePdf } from './make-pdf.ts';
import { shown } from './shown.ts';

const SENTENCE = '到2025年，全市5G基站达到2万个以上。';
const EXPECTED = ['20000 个 2025 gte'];

const BILLION_LAUGHS =
  '<!DOCTYPE w:document [<!ENTITY a "工工工工工工工工工工"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
/** Encrypted for a reader who knows a word that nobody told (ISO 32000-1, 7.6.3). */
const LOCKED = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >> /ID [<01><01>]`;

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

  it('pages put together one by one, their numbers before the first words of the next page', async () => {
    const filler = Array.from({ length: 9 }, () => '围绕高质量发展这个首要任务，统筹推进各项工作，持续优化');
    const pages = Array.from({ length: 7 }, (_, page) => [
      ...filler,
      `到2025年，新建泵站${page + 20}座，生产总值增速与全国基`,
    ]);
    const text = pages.map((lines, page) => (page === 0 ? '' : `${page}本一致。\n`) + lines.join('\n')).join('\n');
    const { candidates } = readPolicy(await textOf(Buffer.from(`青禾市“十四五”规划\n${text}`)));
    expect(candidates.map(shown)).toEqual(pages.map((_, page) => `${page + 20} 座 2025 gte`));
    // the numbers of a list, one a line, are no pages'
    expect(gluedPages(Array.from({ length: 20 }, (_, at) => `${at + 1}新建泵站，完成配套管网`))).toEqual(new Map());
  });

  it('HTML, without scripts, rows with tabs', async () => {
    const page = `<html><head><script>var a = '到2025年，5G基站达到9万个。';</script></head><body><p>到2025年，全市5G基站达到<b>2万</b>个以上。</p><table><tr><td>指标</td><td>2025年</td></tr></table></body></html>`;
    expect(await valuesOf(Buffer.from(page))).toEqual(EXPECTED);
    expect(await textOf(Buffer.from(page))).toContain('指标\t2025年');
  });

  it('HTML whose cells span rows and columns, each value under its head', async () => {
    const page =
      '<html><body><h1>青禾市“十四五”规划</h1><noscript><table></table></noscript><table>' +
      '<tr><td colspan="2">指标</td><td rowspan="2">单位</td><td>2020年</td><td>2025年</td></tr>' +
      '<tr><td></td><td></td><td>实际</td><td>目标</td></tr><tr><td colspan=5>一、民生</td></tr>' +
      '<tr><td rowspan=2>城镇化率</td><td>常住人口城镇化率</td><td rowspan=2>%</td><td>56</td><td>60</td></tr>' +
      '<tr><td>户籍人口城镇化率</td><td>40</td><td><p>45</p></td></tr>' +
      '<tr><td colspan=2>孕产妇死亡率</td><td>1/10万</td><td rowspan="bad">12</td><td>10</td></tr></table></body></html>';
    const { candidates } = readPolicy(await textOf(Buffer.from(page)));
    const found = candidates.map(({ indicator, unit, comparator, milestones }) => [
      indicator,
      unit,
      comparator,
      ...milestones.flatMap(({ year, value }) => [year, value]),
    ]);
    expect(found).toEqual([
      ['常住人口城镇化率', '%', 'gte', 2025, 60],
      ['户籍人口城镇化率', '%', 'gte', 2025, 45],
      ['孕产妇死亡率', '/10万', 'lte', 2025, 10],
    ]);
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

  it('PDF in Chinese whose font is not in the file', async () => {
    expect(await valuesOf(makeChinesePdf([[SENTENCE]]))).toEqual(EXPECTED);
  });

  it('PDF whose pages two processes share, in the order of the pages, without its running head', async () => {
    const letters = (at: number) => String.fromCodePoint(0x4e00 + at).repeat(27);
    const pages = Array.from({ length: 60 }, (_, at) => [
      '青禾市行动计划',
      `第${at}条${letters(at)}`,
      ...Array.from({ length: 36 }, (_, line) => letters(1000 + 36 * at + line)),
    ]);
    const bytes = makeChinesePdf(pages);
    expect(bytes.byteLength).toBeGreaterThan(256 * 1024);
    const seen: [number, number][] = [];
    const answer = await readFileText(bytes, (done, all) => seen.push([done, all]));
    const text = 'text' in answer ? answer.text : '';
    expect([...text.matchAll(/第(\d+)条/g)].map((match) => Number(match[1]))).toEqual(pages.map((_, at) => at));
    expect(text).not.toContain('青禾市行动计划');
    expect(seen.at(-1)).toEqual([60, 60]);
    expect(seen.every(([done], at) => at === 0 || done >= (seen[at - 1]?.[0] ?? 0))).toBe(true);
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
    ['a part said to be smaller than it is', docxOf(documentXml(['工'.repeat(3_000_000)]), 200), 'file_unreadable'],
    ['a document type of its own', docxOf(documentXml([SENTENCE], BILLION_LAUGHS)), 'file_unreadable'],
    ['a PDF of 1,501 pages', makePdf(Array.from({ length: 1501 }, () => 'x')), 'file_too_large'],
    ['a PDF with a password', makeChinesePdf([[SENTENCE]], '', LOCKED), 'file_encrypted'],
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
