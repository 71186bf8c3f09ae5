import type { Reading } from '@dabiao/contract/reading';
import { describe, expect, it } from 'vitest';
import { documentXml, docxOf, makeDocx } from '../../../packages/reader/test/make-docx.ts';
import { makeChinesePdf, makePdf } from '../../../packages/reader/test/make-pdf.ts';
import { get, sendFile, TEXT } from './reading-desk.ts';
import { type Running, runningApp } from './running-app.ts';

const LINES = TEXT.split('\n').filter((line) => line !== '');
/** Lines as a page has them: sentences broken where the page ends. */
const BROKEN = LINES.flatMap((line) => line.match(/.{1,26}/gu) ?? []);
const HTML = `<html><head><meta charset="utf-8"><title>青禾</title><script>document.write('到2025年，新建码头9个。')</script></head><body><nav>首页 到2030年达到999家</nav>${LINES.map((line) => `<p>${line}</p>`).join('')}</body></html>`;

/** What is found in the made-up document, whatever file it stands in. */
const FOUND = [
  ['A级物流企业', 'gte', '家', [2027], [120]],
  ['社会物流总费用占生产总值比重', 'lte', '%', [2027], [12.5]],
  ['冷库容量', 'gte', '立方米', [2026, 2027], [300_000, 450_000]],
  [expect.stringContaining('省级示范物流园区'), 'gte', '个', [null], [2]],
  ['A级物流企业', 'gte', '家', [2027], [120]],
];

async function desk(): Promise<{ running: Running; cookie: string }> {
  const running = await runningApp();
  const { cookie } = await running.signIn('li', ['statistician'], '370100');
  return { running, cookie };
}

describe('files of every kind over the wire', () => {
  it.each([
    ['a Word document', '青禾.docx', makeDocx(LINES)],
    ['a PDF', '青禾.pdf', makeChinesePdf([BROKEN])],
    ['a page', '青禾.html', Buffer.from(HTML)],
    ['a page in GB 18030 named otherwise', '青禾.aspx', gb(HTML)],
    ['a PDF named as Word', '青禾.docx', makeChinesePdf([BROKEN])],
    ['a Word document named as text', '青禾.txt', makeDocx(LINES)],
  ])('%s: the same demands, each at its place in the text', async (_, name, bytes) => {
    const { running, cookie } = await desk();
    const sent = await sendFile(running, cookie, bytes, name);
    expect([sent.statusCode, sent.json().fileName]).toEqual([201, name]);
    const { candidates, text, document }: Reading = sent.json();
    expect(document.period).toEqual({ from: 2025, to: 2027 });
    expect(
      candidates.map(({ fields: { indicator, comparator, unit, milestones } }) => [
        indicator,
        comparator,
        unit,
        milestones.map(({ year }) => year),
        milestones.map(({ value }) => value),
      ]),
    ).toEqual(FOUND);
    for (const { start, end, fields } of candidates) expect(text.slice(start, end)).toBe(fields.quote);
  });

  it('tells how many pages of a PDF are read', async () => {
    const { running, cookie } = await desk();
    const pages = [BROKEN, ['附件'], ['说明']];
    const sent = await sendFile(running, cookie, makeChinesePdf(pages), 'a.pdf', { 'idempotency-key': 'pages' });
    expect(sent.statusCode).toBe(201);
    expect((await get(running, cookie, '/submissions/progress/pages')).json()).toMatchObject({ step: 'done' });
  });
});

/** Marks a page as GB 18030 and writes its Chinese as references, which every encoding has. */
function gb(page: string): Buffer {
  const marked = page.replace('charset="utf-8"', 'charset="gb2312"');
  return Buffer.from(
    [...marked].map((letter) => (letter > '~' ? `&#${letter.codePointAt(0)};` : letter)).join(''),
    'latin1',
  );
}

const LOCKED = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >> /ID [<01><01>]`;
const ENTITY = '<!DOCTYPE w:document [<!ENTITY c SYSTEM "file:///etc/passwd">]>';
const pdf = makeChinesePdf([BROKEN]);

describe('hostile files over the wire', () => {
  it.each([
    ['a zip bomb as Word document', 'a.docx', makeDocx(['工'.repeat(12_000_000)]), 'file_too_large', '另存为'],
    [
      'parts larger than they say',
      'a.docx',
      docxOf(documentXml(['工'.repeat(3_000_000)]), 200),
      'file_unreadable',
      '损坏',
    ],
    ['an entity from outside', 'a.docx', docxOf(documentXml(['&c;'], ENTITY)), 'file_unreadable', '重新下载'],
    ['a PDF with a password', 'a.pdf', makeChinesePdf([BROKEN], '', LOCKED), 'file_encrypted', '取消密码'],
    ['a PDF of 1,501 pages', 'a.pdf', makePdf(Array.from({ length: 1501 }, () => 'x')), 'file_too_large', '只保留正文'],
    ['half a Word document', 'a.docx', makeDocx(LINES).subarray(0, 900), 'file_unreadable', '重新下载'],
    ['a picture in a PDF', 'a.pdf', makeChinesePdf([[]]), 'file_empty', '文字识别'],
    [
      'a page nested a hundred thousand deep',
      'a.html',
      Buffer.from(`<html>${'<i>'.repeat(100_000)}`),
      'file_too_large',
      'TXT',
    ],
    ['a program named as PDF', 'a.pdf', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'file_type', '.doc'],
  ])(
    '%s: refused with a sentence that says what to do, and the next file is read',
    async (_, name, bytes, code, advice) => {
      const { running, cookie } = await desk();
      const refused = await sendFile(running, cookie, bytes, name);
      const problem = refused.json();
      expect([problem.code, problem.detail]).toEqual([code, expect.stringContaining(advice)]);
      expect(refused.statusCode).toBeGreaterThanOrEqual(400);
      expect(refused.statusCode).toBeLessThan(500);
      expect((await get(running, cookie, '/readings')).json().total).toBe(0);
      expect((await sendFile(running, cookie, TEXT, 'b.txt')).statusCode).toBe(201);
    },
  );

  it('a PDF with a program and a file in it is read for its words alone', async () => {
    const { running, cookie } = await desk();
    const more =
      '/OpenAction << /S /JavaScript /JS (this.submitForm\\("http://127.0.0.1"\\);) >> ' +
      '/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 3 0 R >> >>] >> /JavaScript << /Names [(x) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>';
    const sent = await sendFile(running, cookie, makeChinesePdf([BROKEN], more), 'a.pdf');
    expect(sent.statusCode).toBe(201);
    expect(sent.json().text).not.toMatch(/alert|submitForm|a\.exe/);
    expect(sent.json().candidates).toHaveLength(5);
  });

  it('a PDF cut in two, or with false page counts, is read as far as it goes or refused', async () => {
    const { running, cookie } = await desk();
    for (const bytes of [
      pdf.subarray(0, pdf.length / 2),
      Buffer.from(pdf.toString('latin1').replace('/Count 1 ', '/Count 2147483647 '), 'latin1'),
      Buffer.from(pdf.toString('latin1').replace('/Count 1 ', '/Count -5 '), 'latin1'),
      Buffer.from(pdf.toString('latin1').replace('/Kids [4 0 R]', '/Kids [2 0 R]'), 'latin1'),
    ]) {
      const { statusCode, body } = await sendFile(running, cookie, bytes, 'a.pdf');
      expect(statusCode === 201 || /"code":"file_/.test(body), body.slice(0, 200)).toBe(true);
    }
  });
});
