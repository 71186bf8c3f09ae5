import { describe, expect, it } from 'vitest';
import { caveatLabel, figureNote } from '../src/caveat-label.ts';

describe('caveatLabel', () => {
  it.each([
    ['截至2024年9月，非年末数', '截至9月'],
    ['截至2020年9月底', '截至9月'],
    ['截至２０２１年１２月', '截至12月'],
    ['省级；截至2021年上半年', '截至6月'],
    ['前三季度', '截至9月'],
    ['截至2021年13月', '非年末数'],
    [null, '非年末数'],
    ['<b>截至2024年9月</b>', '截至9月'],
  ])('reads the month of %s', (note, expected) => {
    expect(caveatLabel(['part_year'], note, 'zh')).toBe(expected);
  });

  it('names every caveat, and none for a plain figure', () => {
    expect(caveatLabel(['part_year', 'at_least'], '截至2021年7月', 'zh')).toBe('截至7月、下限');
    expect(caveatLabel(['part_year'], '截至2021年7月', 'en')).toBe('to Jul');
    expect(caveatLabel([], '截至2021年7月', 'zh')).toBe('');
  });
});

describe('figureNote', () => {
  it('puts the status first and says nothing of a plain final figure', () => {
    expect(figureNote('preliminary', ['about'], null, 'zh')).toBe('快报，约数');
    expect(figureNote('final', [], null, 'zh')).toBe('');
    expect(figureNote('revised', [], null, 'en')).toBe('Revised');
  });
});
