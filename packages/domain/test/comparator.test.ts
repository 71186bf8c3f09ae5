import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Demand, isOver, meets } from '../src/comparator.ts';

function demand(changes: Partial<Demand>): Demand {
  return { comparator: 'gte', direction: 'more', tolerance: null, value: 100, valueMax: null, ...changes };
}

describe('meets', () => {
  it.each<[string, Partial<Demand>, number, boolean]>([
    ['gte at the value', {}, 100, true],
    ['gte below', {}, 99.9, false],
    ['gt at the value', { comparator: 'gt' }, 100, false],
    ['gt above', { comparator: 'gt' }, 100.1, true],
    ['lte at the value', { comparator: 'lte', direction: 'less' }, 100, true],
    ['lte above', { comparator: 'lte', direction: 'less' }, 100.1, false],
    ['lt at the value', { comparator: 'lt', direction: 'less' }, 100, false],
    ['lt below', { comparator: 'lt', direction: 'less' }, 99.9, true],
    ['approx at 98 %', { comparator: 'approx' }, 98, true],
    ['approx below 98 %', { comparator: 'approx' }, 97.99, false],
    ['approx above', { comparator: 'approx' }, 130, true],
    ['approx to stay below, at 102 %', { comparator: 'approx', direction: 'less' }, 102, true],
    ['approx to stay below, above 102 %', { comparator: 'approx', direction: 'less' }, 102.01, false],
    ['approx with its own tolerance', { comparator: 'approx', tolerance: 0.05 }, 95, true],
    ['approx of a negative value', { comparator: 'approx', value: -100 }, -102, true],
    ['approx of a negative value, below', { comparator: 'approx', value: -100 }, -102.1, false],
    ['approx 38 % in decimal', { comparator: 'approx', value: 38 }, 37.24, true],
    ['range from its lower end', { comparator: 'range', value: 15, valueMax: 20 }, 15, true],
    ['range below', { comparator: 'range', value: 15, valueMax: 20 }, 14, false],
    ['range above', { comparator: 'range', value: 15, valueMax: 20 }, 21, true],
    ['range to stay below', { comparator: 'range', direction: 'less', value: 3, valueMax: 5 }, 5, true],
    ['range to stay below, above', { comparator: 'range', direction: 'less', value: 3, valueMax: 5 }, 5.1, false],
    ['eq at the value', { comparator: 'eq' }, 100, true],
    ['eq below', { comparator: 'eq' }, 99.9, false],
    ['eq better', { comparator: 'eq', value: 50 }, 52, true],
  ])('%s', (_name, changes, value, expected) => {
    expect(meets(demand(changes), value)).toBe(expected);
  });

  it('rounds for 全部 to the digits that are printed, and for nothing else', () => {
    expect(meets(demand({ comparator: 'eq' }), 99.96, 1)).toBe(true);
    expect(meets(demand({ comparator: 'eq' }), 99.94, 1)).toBe(false);
    expect(meets(demand({ comparator: 'gte' }), 99.96, 1)).toBe(false);
  });

  it('mirrors: gte of v is lte of −v', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (value, edge) => {
        const mirrored = demand({ comparator: 'lte', direction: 'less', value: -edge });
        return meets(demand({ value: edge }), value) === meets(mirrored, -value);
      }),
    );
  });
});

describe('isOver', () => {
  it('is above the upper end of a range only', () => {
    const range = demand({ comparator: 'range', value: 15, valueMax: 20 });
    expect(isOver(range, 20)).toBe(false);
    expect(isOver(range, 20.1)).toBe(true);
    expect(isOver(demand({}), 1e9)).toBe(false);
  });
});
