import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherBriefing } from '../src/gather.ts';
import type { BriefingModel } from '../src/model.ts';
import { PLAIN_FORM } from '../src/options.ts';
import { Press } from '../src/press.ts';
import { linesOf, MM, type Word, wordsByPage } from './page-frame.ts';
import { inputOf, sampleTargets } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefing-form-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true });
});

async function drawn(model: BriefingModel): Promise<{ file: string; pages: Word[][] }> {
  const { bytes } = await press.draw({ model, kind: 'pdf', fontsDir: null });
  const file = join(folder, 'form.pdf');
  writeFileSync(file, bytes);
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { file, pages: wordsByPage(html) };
}

/** Two pages and more of nothing but hanzi, so that lines and characters can be counted. */
const HANZI = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜'.repeat(60);

function plainModel(): BriefingModel {
  const model = gatherBriefing(inputOf([]));
  const [summary] = model.parts;
  if (summary?.kind !== 'summary') throw new Error('a briefing begins with its summary');
  return { ...model, parts: [{ ...summary, paragraphs: [HANZI] }] };
}

describe('the official form (GB/T 9704-2012)', () => {
  let pages: Word[][] = [];
  let file = '';
  beforeAll(async () => {
    ({ pages, file } = await drawn(plainModel()));
  });
  const body = (page: number) => linesOf(pages[page] ?? []).filter(({ text }) => !text.startsWith('—'));

  it('has 22 lines of 28 characters on a full page', () => {
    const lines = body(1);
    expect(lines).toHaveLength(22);
    expect(lines.map(({ text }) => [...text].length)).toEqual(lines.map(() => 28));
  });

  it('has a text block of 156 × 225 mm, 37 mm from the top and 28 mm from the left', () => {
    const lines = body(1);
    for (const { x, right } of lines) {
      expect(x / MM).toBeCloseTo(28, 1);
      expect(right / MM).toBeGreaterThan(183);
      expect(right / MM).toBeLessThan(184.2);
    }
    const pitches = lines.slice(1).map(({ y }, index) => y - (lines[index]?.y ?? 0));
    for (const pitch of pitches) expect(pitch).toBeCloseTo((225 * MM) / 22, 0);
    // The box of a character is taller than its body by the font's own spaces: the first line is at the block's top.
    expect((lines[0]?.y ?? 0) / MM).toBeGreaterThan(35);
    expect((lines[0]?.y ?? 0) / MM).toBeLessThan(39);
    expect((lines.at(-1)?.bottom ?? 0) / MM).toBeLessThan(37 + 225 + 2);
  });

  it('indents the first line by two characters', () => {
    const first = body(0).find(({ text }) => text.startsWith('天地'));
    expect((first?.x ?? 0) / MM).toBeCloseTo(28 + (2 * 15.75) / MM, 1);
  });

  it('numbers pages below the block, odd ones on the right and even ones on the left, one character in', () => {
    for (const [index, words] of pages.entries()) {
      const number = linesOf(words).find(({ text }) => text.startsWith('—'));
      expect(number?.text).toBe(`—${index + 1}—`);
      const inset = index % 2 === 0 ? 184 - (number?.right ?? 0) / MM : (number?.x ?? 0) / MM - 28;
      // A character of 14 points is 4.9 mm; the dash reaches a little beyond its own.
      expect(inset).toBeGreaterThan(3.5);
      expect(inset).toBeLessThan(5.5);
      expect((number?.y ?? 0) / MM).toBeGreaterThan(37 + 225 + 5);
    }
  });

  it('sets the title in 22 points and the text in 15.75', () => {
    const html = execFileSync('pdftohtml', ['-xml', '-stdout', '-i', file], { encoding: 'utf8' });
    const sizes = [...html.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, , size]) => Number(size));
    // pdftohtml scales by 1.5 and rounds.
    expect(sizes).toContain(33);
    expect(sizes.some((size) => size === 23 || size === 24)).toBe(true);
  });
});

describe('a label', () => {
  it('stands at the upper left of the first page, and on top of every other', async () => {
    const { pages } = await drawn({ ...plainModel(), label: '敏感' });
    const places = pages.map((words) => words.filter(({ text }) => text === '敏感'));
    expect(places.map((found) => found.length)).toEqual(pages.map(() => 1));
    expect(pages.length).toBeGreaterThan(1);
    const [first, second] = places.map(([word]) => word);
    expect(first?.x).toBeLessThan(30 * MM);
    expect(first?.y).toBeGreaterThan(36 * MM);
    expect(second?.y).toBeLessThan(37 * MM);
    const { pages: plain } = await drawn(plainModel());
    expect(plain.flat().filter(({ text }) => text === '敏感')).toEqual([]);
  });
});

describe('punctuation', () => {
  it('never begins a line with a closing mark nor ends one with an opening mark', async () => {
    const model = plainModel();
    const [summary] = model.parts;
    if (summary?.kind !== 'summary') throw new Error('a briefing begins with its summary');
    const text = '（甲）“乙”《丙》，丁。戊；己：庚、辛！壬？癸（子，丑）寅《卯》'.repeat(40);
    const { pages } = await drawn({ ...model, parts: [{ ...summary, paragraphs: [text] }] });
    const lines = pages.flatMap((page) => linesOf(page).filter((line) => line.text.length > 20));
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines) {
      expect(line.text).not.toMatch(/^[，。；：、！？）》”]/);
      expect(line.text).not.toMatch(/[（《“]$/);
    }
  });
});

describe('the wide table', () => {
  it('lies across, with more columns and its head on each of its pages', async () => {
    const model = gatherBriefing(inputOf(sampleTargets(40), { form: { ...PLAIN_FORM, landscape: true } }));
    const { file, pages } = await drawn(model);
    const info = execFileSync('pdfinfo', ['-f', '1', '-l', String(pages.length), file], { encoding: 'utf8' });
    const across = [...info.matchAll(/Page +(\d+) size: +([\d.]+) x ([\d.]+)/g)].filter(
      ([, , width, height]) => Number(width) > Number(height),
    );
    expect(across.length).toBeGreaterThanOrEqual(2);
    for (const [, page] of across) {
      const lines = linesOf(pages[Number(page) - 1] ?? []).map(({ text }) => text);
      expect(lines).toContain('指标起算目标最新数据完成率距目标距序时今后每年判断责任单位');
    }
  });
});

describe('the modern form', () => {
  it('needs fewer pages, and no page number in dashes', async () => {
    const targets = sampleTargets(25);
    const official = await press.draw({ model: gatherBriefing(inputOf(targets)), kind: 'pdf', fontsDir: null });
    const model = gatherBriefing(inputOf(targets, { form: { ...PLAIN_FORM, form: 'modern' } }));
    const { pages } = await drawn(model);
    expect(pages.length).toBeLessThan((official.pages ?? 0) * 0.75);
    expect(pages[0]?.map(({ text }) => text).join('')).not.toContain('—1—');
  });
});
