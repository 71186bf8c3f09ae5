import { describe, expect, it } from 'vitest';
import { clauseLine } from '../src/document.ts';
import { regionAndBelow } from '../src/region.ts';
import { judgedDirection, judgedUnit } from '../src/target.ts';
import { verdictWord } from '../src/verdict.ts';

describe('regionAndBelow', () => {
  it('follows every level down and stops at loops', () => {
    const regions = [
      { code: 'c', parent: 'b' },
      { code: 'b', parent: 'a' },
      { code: 'a', parent: null },
      { code: 'x', parent: 'y' },
      { code: 'y', parent: 'x' },
    ];
    expect(regionAndBelow('a', regions)).toEqual(new Set(['a', 'b', 'c']));
    expect(regionAndBelow('x', regions)).toEqual(new Set(['x', 'y']));
    expect(regionAndBelow('unknown', regions)).toEqual(new Set(['unknown']));
  });
});

describe('words of a target', () => {
  it('has the unit and direction of the judged value', () => {
    expect(judgedUnit('growth_rate', { unit: '亿元' })).toBe('%');
    expect(judgedUnit('multiple_of_baseline', { unit: '亿元' })).toBe('倍');
    expect(judgedUnit('cumulative_increment', { unit: '家' })).toBe('家');
    expect(judgedDirection({ kind: 'reduction_vs_baseline', comparator: 'gte' }, { direction: 'less' })).toBe('more');
    expect(judgedDirection({ kind: 'level', comparator: 'lte' }, { direction: 'more' })).toBe('less');
    expect(judgedDirection({ kind: 'level', comparator: 'approx' }, { direction: 'less' })).toBe('less');
  });

  it('calls a target met before its year 提前实现', () => {
    expect(verdictWord('achieved', 'zh', true)).toBe('提前实现');
    expect(verdictWord('achieved')).toBe('已实现');
    expect(verdictWord('missed', 'en', true)).toBe('Missed');
  });

  it('writes a heading path as one line', () => {
    expect(clauseLine(['三、重点任务', '(七)数字赋能'])).toBe('三、重点任务 / (七)数字赋能');
  });
});
