import { describe, expect, it } from 'vitest';
import { columnLetters, readAddress, toAddress } from './cell-address.ts';

describe('addresses of cells', () => {
  it('are written as spreadsheets write them', () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
    expect(toAddress(0, 0)).toBe('A1');
    expect(toAddress(99_999, 27)).toBe('AB100000');
  });

  it('are read back', () => {
    for (const [row, column] of [
      [0, 0],
      [199, 59],
      [1_048_575, 16_383],
    ] as const) {
      expect(readAddress(toAddress(row, column))).toEqual({ row, column });
    }
  });

  it.each(['', 'a1', 'A0', 'A', '1', 'AAAA1', 'A1:B2', 'A-1', null])('%s is none', (text) => {
    expect(readAddress(text)).toBeNull();
  });
});
