import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedPlaces, foldText } from '../src/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['５Ｇ基站', '5g基站'],
    ['ＧＤＰ', 'gdp'],
    ['（一）', '(一)'],
    ['㎡', 'm2'],
    ['R&D', 'r&d'],
    ['😀', '😀'],
    ['', ''],
  ])('%s → %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folds what is folded no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'绿５Ｇg（a）㎡ﬁ率 😀') }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('foldedPlaces', () => {
  it('leads back where one character becomes several', () => {
    expect(foldText('万㎡绿')).toBe('万m2绿');
    expect(foldedPlaces('万㎡绿')).toEqual([0, 1, 1, 2, 3]);
  });

  it('has a place for each unit and one for the end, never going back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const places = foldedPlaces(text);
        expect(places.length).toBe(foldText(text).length + 1);
        expect(places.at(-1)).toBe(text.length);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});
