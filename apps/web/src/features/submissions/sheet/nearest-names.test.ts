import { describe, expect, it } from 'vitest';
import { nearestNames } from './nearest-names.ts';

const choices = [
  { id: 'a', name: '工业产值', more: '亿元' },
  { id: 'b', name: '规模以上工业总产值', more: '亿元' },
  { id: 'c', name: '5G基站数', more: '个', also: '5G base stations' },
  { id: 'd', name: '工业税收', more: '亿元' },
];
const ids = (typed: string, suggested: { id: string }[] = [], most = 6) =>
  nearestNames(choices, suggested, typed, most).map(({ id }) => id);

describe('names to choose from', () => {
  it('are the suggested ones before anything is typed', () => {
    expect(ids('', [{ id: 'b' }, { id: 'gone' }, { id: 'a' }])).toEqual(['b', 'a']);
    expect(ids('')).toEqual([]);
  });

  it('hold what was typed, whatever its width and case', () => {
    expect(ids('５ｇ 基站')).toEqual(['c']);
    expect(ids('BASE')).toEqual(['c']);
    expect(ids('农业')).toEqual([]);
  });

  it('have suggested ones first, then those that begin with it', () => {
    expect(ids('工业')).toEqual(['a', 'd', 'b']);
    expect(ids('工业', [{ id: 'b' }])).toEqual(['b', 'a', 'd']);
    expect(ids('工业', [], 2)).toEqual(['a', 'd']);
  });
});
