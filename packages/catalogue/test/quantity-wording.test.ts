import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWording } from '../src/quantity-wording.ts';

describe('readWording', () => {
  it.each([
    ['1万亿元', '亿元', 10000],
    ['1万亿', '亿元', 10000],
    ['6万个', '个', 60000],
    ['6万', '个', 60000],
    ['20000个', '万个', 2],
    ['千亿元', '亿元', 1000],
    ['0.35万亿元', '亿元', 3500],
    ['39.7%', '%', 39.7],
    ['２０％', '%', 20],
    ['75', '指数', 75],
    ['120名', '人', 120],
    ['300家', '个', 300],
    ['翻一番', '倍', 2],
    ['翻两番', '倍', 4],
    ['2倍', '倍', 2],
    ['全部', '%', 100],
    ['全覆盖', '%', 100],
  ])('%s in %s is %d', (wording, unit, value) => {
    expect(readWording(wording, unit)).toEqual({ value, valueMax: null });
  });

  it.each([
    ['15—20家', '家', 15, 20],
    ['3-5个百分点', '个百分点', 3, 5],
    ['1.5万至2万个', '个', 15000, 20000],
    ['40%～50%', '%', 40, 50],
  ])('%s in %s is a range', (wording, unit, value, valueMax) => {
    expect(readWording(wording, unit)).toEqual({ value, valueMax });
  });

  it.each([
    ['47%', '个百分点'],
    ['3个百分点', '%'],
    ['1万亿元', '个'],
    ['翻一番', '%'],
    ['全部', '家'],
    ['左右', '%'],
    ['', '个'],
    ['constructor', '个'],
    ['6万个以上', '个'],
    ['15—', '家'],
    ['15—二十家', '家'],
  ])('%s is not a quantity in %s', (wording, unit) => {
    expect(readWording(wording, unit)).toBeNull();
  });

  it('expands magnitudes exactly, where doubles would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }), (digits, decimals) => {
        const padded = String(digits).padStart(decimals + 1, '0');
        const cut = padded.length - decimals;
        const text = decimals === 0 ? padded : `${padded.slice(0, cut)}.${padded.slice(cut)}`;
        const value = digits * 10 ** (4 - decimals);
        expect(readWording(`${text}万个`, '个')).toEqual({ value, valueMax: null });
      }),
    );
  });
});
