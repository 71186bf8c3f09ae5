import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../src/find-quote.ts';

describe('findQuote', () => {
  it('gives the place of words that stand once', () => {
    expect(findQuote('到2026年,磨坊达到3万个。', '磨坊达到3万个')).toEqual({ start: 7, end: 14 });
  });

  it('tells words that are missing from words that stand twice, overlapping or not', () => {
    expect(findQuote('磨坊', '水车')).toBe('not_found');
    expect(findQuote('磨坊', '')).toBe('not_found');
    expect(findQuote('磨坊，磨坊', '磨坊')).toBe('ambiguous');
    expect(findQuote('哈哈哈', '哈哈')).toBe('ambiguous');
  });

  it('takes nothing for the same that is not: width, spaces, case', () => {
    expect(findQuote('达到３８％', '达到38%')).toBe('not_found');
    expect(findQuote('达到 38%', '达到38%')).toBe('not_found');
    expect(findQuote('5G基站', '5g基站')).toBe('not_found');
  });

  it('gives offsets that cut out the quote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, quote) => {
        const found = findQuote(text, quote);
        if (typeof found === 'object') expect(text.slice(found.start, found.end)).toBe(quote);
        else expect(found === 'not_found').toBe(quote === '' || !text.includes(quote));
      }),
    );
  });
});
