import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvText } from '../src/csv.ts';

const written = (cell: string | number | null) => {
  const text = csvText({ columns: ['a', 'b'], rows: [[cell, 'x']] }, { mark: false });
  return (parse(text) as string[][])[1]?.[0];
};

describe('a table as CSV', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-cmd|calc',
    '@SUM(A1)',
    '\t=1',
    '\n=1',
    '＝1',
    '＋x',
    '－x',
    '＠x',
    '-',
    '=HYPERLINK("x","y")',
  ])('makes %j harmless', (text) => expect(written(text)).toBe(`'${text}`));

  it.each([
    [-3.2, '-3.2'],
    ['-3.2', '-3.2'],
    ['+5', '+5'],
    [0, '0'],
    [null, ''],
    ['a=1', 'a=1'],
    ['“a”,\r\nb', '“a”,\r\nb'],
  ])('leaves %j as it is', (cell, text) => expect(written(cell)).toBe(text));

  it('says that it is UTF-8 where asked to', () => {
    expect(csvText({ columns: ['指标'], rows: [] }, { mark: true })).toBe('\ufeff指标\r\n');
  });
});
