import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell } from '../src/cell-value.ts';
import { textCell } from '../src/grid.ts';
import { inspectWorkbook, readWorkbook } from '../src/read-workbook.ts';
import { makeCsv, makeWorkbook } from './make-workbook.ts';
import { vocabulary } from './vocabulary.ts';

async function mustAnswer(bytes: Uint8Array, fileName: string): Promise<void> {
  const { figures, problems } = await readWorkbook(bytes, fileName, vocabulary);
  expect(figures.length + problems.length).toBeGreaterThan(0);
  for (const figure of figures) {
    expect(Number.isFinite(figure.value)).toBe(true);
    expect(figure.cell).toMatch(/^[A-Z]{1,3}\d+$/);
  }
  expect(problems.map(({ message }) => message).join()).not.toMatch(/undefined|NaN|Error|Cannot|at .*\.ts/);
}

const words = fc.constantFrom(
  ...[
    '地区',
    '指标',
    '年份',
    '数值',
    '单位',
    '状态',
    '临沂市',
    '罗庄区',
    '5G基站数',
    '四强产业占比',
    '2021年',
    '2022',
    '２０２３年',
  ],
  ...[
    '个',
    '%',
    '亿元',
    '1,863',
    '38%',
    '…',
    '—',
    '-3.9个百分点',
    '1.6倍',
    '总计',
    '其中：',
    '（万元）',
    '单位：亿元',
    '注：',
    '',
    ' ',
    '__proto__',
  ],
);
const grid = fc.array(fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 12,
});

describe('whatever the bytes', () => {
  it('answers on random bytes under every extension', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    await fc.assert(fc.asyncProperty(bytes, fc.constantFrom('a.csv', 'a.xlsx', 'a.xls', 'a.et', ''), mustAnswer), {
      numRuns: 300,
    });
  });

  it('answers on any grid of plausible words', async () => {
    const quoted = (rows: string[][]) => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`));
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        await mustAnswer(makeCsv(quoted(rows)), 'a.csv');
        await inspectWorkbook(makeCsv(quoted(rows)), 'a.csv');
      }),
      { numRuns: 500 },
    );
  });

  // A file that keeps the library busy for ever costs the seconds of processor time that the library may have.
  it('answers on valid workbooks with bytes changed', { timeout: 180_000 }, async () => {
    const rows = [
      ['地区', '指标', '2021年'],
      ['临沂市', '5G基站数（个）', 5],
    ];
    const files = (['xlsx', 'xls'] as const).map((kind) => ({
      name: `a.${kind}`,
      bytes: makeWorkbook([{ rows }], kind),
    }));
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), changes, async ({ name, bytes }, edits) => {
        const changed = bytes.slice();
        for (const [at, byte] of edits) changed[at % changed.length] = byte;
        await mustAnswer(changed, name);
      }),
      { numRuns: 25 },
    );
  });

  it('reads every number it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (digits, decimals) => {
        const text = (digits / 10 ** decimals).toFixed(decimals);
        const value = Number(text);
        const grouped = text.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
        const spaced = grouped.replaceAll(',', ' ');
        const wide = text.replace(/[0-9.]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0));
        for (const form of [text, grouped, spaced, wide, `${text}\t`, text.replace('-', '\u2212')]) {
          expect([form, readCell(textCell(form))]).toEqual([form, { kind: 'number', value, decimals, unit: null }]);
        }
      }),
    );
  });
});
