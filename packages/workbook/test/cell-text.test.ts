import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startsFormula, writableText } from '../src/cell-text.ts';
import { sheetNames } from '../src/sheet-name.ts';
import { lineCount, shortLine, textWidth } from '../src/text-size.ts';

describe('text in cells', () => {
  it.each([
    '=1+1',
    '+SUM(A1)',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－x',
    '＠x',
    '-',
    '=',
    '-1+1',
  ])('%j may be taken for a formula', (text) => expect(startsFormula(text)).toBe(true));

  it.each(['-3.2', '+5', '-10', '5G基站数', 'a=1', '', '—', '…', '(=1)', '−3'])('%j may not', (text) =>
    expect(startsFormula(text)).toBe(false),
  );

  it('leaves ordinary text as it is, and takes out what no document may hold', () => {
    expect(writableText('规模以上工业\n总产值\t（亿元）𠮷')).toBe('规模以上工业\n总产值\t（亿元）𠮷');
    expect(writableText('a\u0000b\u000bc\ud800d\uffffe')).toBe('abcde');
    expect(writableText('_x000d_')).toBe('_x005F_x000d_');
    expect(writableText('长'.repeat(40_000))).toHaveLength(32_767);
    expect(writableText(`${'a'.repeat(32_766)}𠮷`)).toHaveLength(32_766);
  });
});

describe('names of sheets', () => {
  it.each([
    ['临沂市', '临沂市'],
    ['[2024]:a/b\\c*?', '2024 a b c'],
    ["'quoted'!", '’quoted’！'],
    ['History', '表History'],
    ['   ', '表'],
    ['', '表'],
    ['一'.repeat(40), '一'.repeat(31)],
  ])('%j becomes %j', (wanted, name) => expect(sheetNames([wanted])).toEqual([name]));

  it('differ by more than case', () => {
    expect(sheetNames(['表', '表', 'Sheet', 'SHEET', '表 (2)'])).toEqual([
      '表',
      '表 (2)',
      'Sheet',
      'SHEET (2)',
      '表 (2) (2)',
    ]);
  });

  it('are always legal', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 30 }), (wanted) => {
        const names = sheetNames(wanted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
        for (const name of names) {
          expect(name).not.toMatch(/[[\]:*?/\\'!\p{Cs}]|^$|^history$|^\s|\s$/iu);
          expect(name.length).toBeLessThanOrEqual(31);
        }
      }),
    );
  });
});

describe('room for text', () => {
  it('counts a Chinese character as two digits', () => {
    expect(textWidth('5G基站数')).toBe(8);
    expect(textWidth('“四强”')).toBe(8);
    expect(textWidth('一\n一二三')).toBe(6);
  });

  it('gives more lines than the text can need', () => {
    expect(lineCount('', 10)).toBe(1);
    expect(lineCount('一二三四五', 12)).toBe(1);
    expect(lineCount('一二三四五六', 12)).toBe(2);
    expect(lineCount('一\n二', 12)).toBe(2);
  });

  it('shortens to one line of a length', () => {
    expect(shortLine('一 二\n三', 10)).toBe('一 二 三');
    expect(shortLine('一二三四五', 4)).toBe('一二三…');
    expect(shortLine(`${'a'.repeat(3)}𠮷𠮷`, 5)).toBe('aaa…');
  });
});
