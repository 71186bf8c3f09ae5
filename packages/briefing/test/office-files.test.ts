import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { gatherBriefing } from '../src/gather.ts';
import { PLAIN_FORM } from '../src/options.ts';
import { Press } from '../src/press.ts';
import { zipFiles } from '../src/settled-zip.ts';
import { briefingTables } from '../src/tables.ts';
import { briefedOf, figureOf, indicatorOf, inputOf, sampleTargets } from './sample.ts';

const press = new Press();
afterAll(() => press.close());

const partsOf = (bytes: Uint8Array) => unzipSync(bytes);
const textOf = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');

describe('the DOCX of a briefing of 25 targets', () => {
  const model = gatherBriefing(inputOf(sampleTargets(25), { demo: true, draft: true }));

  it('holds the words, real tables and every chart as a picture', async () => {
    const { bytes } = await press.draw({ model, kind: 'docx', fontsDir: null });
    const files = partsOf(bytes);
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const text = textOf(xml);
    for (const part of model.parts) expect(text).toContain(part.heading);
    expect(text).toContain('表1　截至2024年末判断汇总（项）');
    expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
    // 25 rows, their four headings and the head of one table; head, four groups and sum of the other.
    expect(xml.match(/<w:tr>|<w:tr /g)).toHaveLength(1 + 4 + 25 + 1 + 4 + 1);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    const charts = JSON.stringify(model).match(/"kind":"(trajectory|verdicts|completion)"/g) ?? [];
    expect(charts.length).toBeGreaterThan(5);
    const pictures = Object.keys(files).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(charts.length);
    const headers = Object.keys(files).filter((name) => /^word\/header\d+\.xml$/.test(name));
    for (const name of headers) {
      expect(textOf(strFromU8(files[name] ?? new Uint8Array()))).toContain('演示数据，非真实统计');
      expect(textOf(strFromU8(files[name] ?? new Uint8Array()))).toContain('送审稿');
    }
  });

  it('is the same to the byte when made again, also by a process that has made others', async () => {
    const [few, other] = [4, 2].map((count) => gatherBriefing(inputOf(sampleTargets(count))));
    if (!few || !other) throw new Error('two models');
    const first = await press.draw({ model: few, kind: 'docx', fontsDir: null });
    await press.draw({ model: other, kind: 'docx', fontsDir: null });
    const again = await press.draw({ model: few, kind: 'docx', fontsDir: null });
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    const cold = new Press();
    const fresh = await cold.draw({ model: few, kind: 'docx', fontsDir: null });
    cold.close();
    expect(Buffer.from(fresh.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  it('keeps hostile text as text', async () => {
    const name = '<w:p/>&amp;]]> "x" \u0000\ud800淄㙟𠮷😀';
    const target = briefedOf(indicatorOf(name), { value: 9, year: 2025 }, [figureOf(name, 2024, 3)]);
    const { bytes } = await press.draw({ model: gatherBriefing(inputOf([target])), kind: 'docx', fontsDir: null });
    const xml = strFromU8(partsOf(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('&lt;w:p/&gt;&amp;amp;]]&gt; &quot;x&quot; �淄㙟𠮷😀');
    expect(xml).not.toContain('\u0000');
  });
});

describe('the tables of a briefing', () => {
  it('have a row for every target with numbers as numbers', () => {
    const stations = briefedOf(indicatorOf('基站', { unit: '个' }), { value: 60000, year: 2025 }, [
      figureOf('基站', 2022, 30000),
      figureOf('基站', 2024, 45000),
    ]);
    const tables = briefingTables(gatherBriefing(inputOf([stations])));
    expect(tables.map(({ name }) => name)).toEqual(['简报', '判断汇总', '目标一览', '说明', '数据来源']);
    const [row] = tables[2]?.rows ?? [];
    expect(row?.slice(0, 8)).toEqual(['一、总体目标', '基站', '达到60,000个', 60000, 2025, 45000, 2024, '个']);
    expect(row?.[9]).toBe(0.75);
    for (const { columns, rows } of tables) for (const cells of rows) expect(cells.length).toBe(columns.length);
  });

  it('are fewer where the briefing has fewer parts', () => {
    const form = { ...PLAIN_FORM, sections: [] };
    expect(briefingTables(gatherBriefing(inputOf([], { form }))).map(({ name }) => name)).toEqual(['简报']);
  });
});

it('packs files under their names without times', () => {
  const files = [{ name: '01 简报.pdf', bytes: new Uint8Array([1, 2, 3]) }];
  const archive = zipFiles(files, { packed: false });
  expect(Object.keys(unzipSync(archive))).toEqual(['01 简报.pdf']);
  expect(Buffer.from(zipFiles(files, { packed: false })).equals(Buffer.from(archive))).toBe(true);
});
