import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawBriefing } from '../src/draw.ts';
import { gatherBriefing } from '../src/gather.ts';
import { type BriefingModel, partOf } from '../src/model.ts';
import { PLAIN_FORM } from '../src/options.ts';
import { briefedOf, figureOf, indicatorOf, inputOf, SUBJECT, sampleTargets } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefing-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs one of the poppler tools on a PDF. */
function poppler(tool: 'pdffonts' | 'pdfinfo' | 'pdftotext', pdf: Uint8Array, ...options: string[]): string {
  const file = join(folder, 'briefing.pdf');
  writeFileSync(file, pdf);
  const output = tool === 'pdftotext' ? ['-'] : [];
  return execFileSync(tool, [...options, file, ...output], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Text without the spaces and breaks that layout adds. */
function squeezed(text: string): string {
  return text.replace(/[\s\u200b]+/g, '');
}

describe('a briefing of 25 targets', () => {
  const model = gatherBriefing(inputOf(sampleTargets(25), { demo: true }));
  let pdf: Uint8Array = new Uint8Array();
  let pages: string[] = [];
  beforeAll(async () => {
    pdf = await drawBriefing(model);
    pages = poppler('pdftotext', pdf, '-layout').split('\f').slice(0, -1);
  });

  it('has only its own fonts, embedded and subset', () => {
    const fonts = poppler('pdffonts', pdf).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+Noto(Sans|Serif)SC-\S+ +CID TrueType +Identity-H +yes yes yes/);
  });

  it('is A4, tagged PDF/A-2a with its title and the date of the model', () => {
    const info = poppler('pdfinfo', pdf, '-isodates');
    expect(info).toContain('某市工业强市三年行动计划2024年目标进展情况');
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/CreationDate: +2025-03-18T00:00:00/);
    expect(info).toMatch(/\(A4\)/);
    const bytes = Buffer.from(pdf).toString('latin1');
    expect(bytes).toMatch(/pdfaid:part>2</);
    expect(bytes).toContain('/Lang');
  });

  it('is in Chinese to programs that read it aloud, and passes the checks of PDF/UA-1 too', async () => {
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/pdfaid:conformance>A</);
    const accessible = await drawBriefing(model, { standard: 'ua-1' });
    expect(Buffer.from(accessible).toString('latin1')).toMatch(/pdfuaid:part>1</);
    expect(poppler('pdfinfo', accessible)).toMatch(/Tagged: +yes/);
  });

  it('is read in the order of its parts: headings, tables and charts where they stand', () => {
    const text = squeezed(poppler('pdftotext', pdf));
    const places = model.parts.map(({ heading }) => text.indexOf(squeezed(heading)));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const groups = partOf(model, 'groups')?.groups ?? [];
    const inside = groups.flatMap(({ heading, charts }) => [
      heading,
      ...charts.map(({ caption }) => caption.slice(0, 3)),
    ]);
    const order = inside.map((words) => text.indexOf(squeezed(words), places[3]));
    expect(inside.length).toBeGreaterThan(8);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('numbers every page and says on every page that the figures are made up', () => {
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) {
      expect(squeezed(page)).toContain(`—${index + 1}—`);
      expect(page).toContain('演示数据，非真实统计');
    }
  });

  it('prints the summary, every row and every source as text that can be selected', () => {
    const text = squeezed(pages.join(''));
    for (const line of (partOf(model, 'summary')?.paragraphs ?? []).slice(1)) expect(text).toContain(squeezed(line));
    for (const row of (partOf(model, 'table')?.groups ?? []).flatMap((group) => group.rows)) {
      expect(text).toContain(squeezed(row.word));
      if (row.value !== null && row.value.length < 10) expect(text).toContain(squeezed(row.value));
    }
    for (const { source } of partOf(model, 'notes')?.notes ?? []) expect(text).toContain(squeezed(source));
  });

  it('has the words of the charts as text', () => {
    const text = pages.join('');
    expect(text).toContain('目标路径');
    expect(text).toContain('目标 100%');
    expect(text).toContain('截至2024年');
    expect(text.match(/图\d+/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('repeats the head of the table on each of its pages', () => {
    const heads = pages.filter((page) => /指标\s+目标\s+最新数据\s+完成率\s+判断\s+责任单位/.test(page));
    expect(heads.length).toBeGreaterThanOrEqual(2);
  });

  it('is the same, byte for byte, when drawn again', async () => {
    expect(Buffer.from(await drawBriefing(model)).equals(Buffer.from(pdf))).toBe(true);
  });
});

describe('hostile text', () => {
  const names = [
    '#set page(fill: red) #h(1fr)',
    '*粗* _斜_ `码` $x^2$ \\ @ref <label> // 注释',
    '"双" \'单\' 淄㙟𠮷',
    '表情👩‍👩‍👧\u0000\u202e止',
    '很'.repeat(150),
    '</text><script>&amp;',
    '{b} {value}',
    '#eval("panic()")',
  ];

  it('is printed as it is, or marked where the fonts lack it', async () => {
    const targets = names.map((name) =>
      briefedOf(indicatorOf(name), { value: 100, year: 2025 }, [figureOf(name, 2022, 10), figureOf(name, 2024, 20)], {
        clause: [name],
        departments: [{ name, role: 'lead' }],
      }),
    );
    const named = { ...SUBJECT, title: names[0] ?? '', name: names[1] ?? '', number: names[7] ?? '' };
    const form = { ...PLAIN_FORM, number: names[0] ?? '', issuer: names[3] ?? '' };
    const pdf = await drawBriefing(gatherBriefing(inputOf(targets, { subject: named, form })));
    const text = squeezed(poppler('pdftotext', pdf));
    for (const name of [0, 1, 5, 6, 7].map((index) => names[index] ?? '')) expect(text).toContain(squeezed(name));
    expect(text).toContain("'单'淄㙟〓");
    expect(text).toContain('表情〓止');
    expect(text).toContain('U+20BB7');
    expect(text).toContain('很'.repeat(150));
  });
});

it('prints markup of the typesetter in every place a text can stand', async () => {
  const bad = '#set page(fill: red)*粗*`码`$x$\\\\@a<b>//c';
  const model = gatherBriefing(inputOf(sampleTargets(3)));
  const stained: BriefingModel = JSON.parse(JSON.stringify(model), (key, each) =>
    typeof each === 'string' &&
    /^(text|intro|heading|caption|source|standing|departments|word|subtitle|issuer|value|demand)$/.test(key)
      ? `${each}${bad}`
      : each,
  );
  for (const form of ['official', 'modern'] as const) {
    const pdf = await drawBriefing({ ...stained, form, landscape: form === 'modern' });
    const text = squeezed(poppler('pdftotext', pdf));
    const said = text.split(squeezed('#set page(fill: red)*粗*')).length - 1;
    expect([form, said > 40]).toEqual([form, true]);
  }
});

it('draws a briefing of nothing', async () => {
  const pdf = await drawBriefing(gatherBriefing(inputOf([])));
  const text = poppler('pdftotext', pdf);
  expect(text).toContain('总体情况');
  expect(text).not.toContain('演示数据');
});

it('rejects with the reason where it cannot be drawn', async () => {
  const model = gatherBriefing(inputOf([]));
  await expect(drawBriefing({ ...model, date: 'never' } as BriefingModel)).rejects.toThrow(/could not be drawn/);
  await expect(drawBriefing(model, { fontsDir: join(folder, 'missing') })).rejects.toThrow(/ENOENT/);
});
