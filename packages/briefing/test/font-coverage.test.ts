import { describe, expect, it } from 'vitest';
import { printableText, readCoverage } from '../src/font-coverage.ts';
import { readOwnFonts } from '../src/fonts.ts';

describe('readCoverage', () => {
  it('finds common and rare hanzi, and no emoji, in every font of the briefing', () => {
    for (const font of readOwnFonts()) {
      const ranges = readCoverage(font);
      const has = (char: string) => {
        const code = char.codePointAt(0) ?? 0;
        return ranges.some(([first, last]) => code >= first && code <= last);
      };
      expect(['一', '淄', '㙟', '〓', '—', '〔'].map(has)).toEqual([true, true, true, true, true, true]);
      expect(has('😀')).toBe(false);
    }
  });

  it('refuses what is not a font', () => {
    expect(() => readCoverage(new Uint8Array(64))).toThrow(RangeError);
  });
});

describe('printableText', () => {
  const ascii: [number, number][] = [
    [0x20, 0x7e],
    [0x4e00, 0x9fff],
  ];

  it('keeps what both fonts have and marks the rest, one mark for a whole emoji', () => {
    const text = printableText([ascii, [[0x20, 0xffff]]]);
    expect(text.clean('目标 a#1')).toBe('目标 a#1');
    expect(text.clean('家👩‍👩‍👧𠮷é')).toBe('家〓〓〓');
    expect(text.replaced()).toEqual(['U+1F469 U+1F469 U+1F467', 'U+20BB7', 'U+E9']);
  });

  it('drops control and direction characters and mends broken surrogates', () => {
    const text = printableText([ascii]);
    expect(text.clean('a\u0000b\u202ec\u200b')).toBe('abc');
    expect(text.clean('a\nb')).toBe('a b');
    expect(text.clean('a\ud800')).toBe('a〓');
  });
});
