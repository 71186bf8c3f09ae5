import type { SearchHit } from '@dabiao/contract/search';
import { describe, expect, it } from 'vitest';
import { nextOption, placeOf, toOptionGroups } from './options.ts';

const hit = (changes: Partial<SearchHit>): SearchHit => ({
  id: 'a',
  title: { text: '绿色工厂', marks: [] },
  alias: null,
  quote: null,
  document: null,
  region: null,
  clause: [],
  targets: null,
  verdict: null,
  ...changes,
});

describe('placeOf', () => {
  const document = { id: 'linyi', shortTitle: '实施意见' };
  it.each([
    ['target', hit({ id: 'linyi-5g' }), { to: '/targets/linyi-5g' }],
    ['goal', hit({ id: 'zibo-goal-1' }), { to: '/targets/zibo-goal-1' }],
    ['indicator', hit({ id: '5g' }), { to: '/indicators/5g' }],
    ['document', hit({ id: 'linyi' }), { to: '/documents/linyi' }],
    [
      'clause',
      hit({ id: 'linyi#3', document, clause: ['三、重点任务', '(七)数字赋能'] }),
      { to: '/documents/linyi', search: { clause: '三、重点任务 / (七)数字赋能' } },
    ],
    ['department', hit({ id: '市&局' }), { to: '/targets', search: { department: '市&局' } }],
  ] as const)('%s', (kind, of, place) => {
    expect(placeOf(kind, of)).toEqual(place);
  });
});

describe('toOptionGroups', () => {
  it('offers the list of all targets and more of the rest, where there are more than shown', () => {
    const hits = [hit({ id: 'a' }), hit({ id: 'b' })];
    const groups = toOptionGroups(
      [
        { kind: 'target', total: 9, hits },
        { kind: 'clause', total: 3, hits },
        { kind: 'indicator', total: 2, hits },
      ],
      'lsgc',
    );
    expect(groups.map(({ options }) => options.map(({ type }) => type))).toEqual([
      ['hit', 'hit', 'all'],
      ['hit', 'hit', 'more'],
      ['hit', 'hit'],
    ]);
    expect(groups[0]?.options[2]).toMatchObject({ place: { to: '/targets', search: { q: 'lsgc' } } });
    const ids = groups.flatMap(({ options }) => options.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('nextOption', () => {
  it.each([
    ['ArrowDown', 0, 3, 1],
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', 0, 3, 2],
    ['ArrowUp', 2, 3, 1],
    ['PageDown', 0, 3, 2],
    ['PageUp', 2, 3, 0],
    ['Home', 1, 3, null],
    ['a', 1, 3, null],
    ['ArrowDown', 0, 0, null],
  ])('%s at %i of %i: %j', (key, at, count, expected) => {
    expect(nextOption(key, at, count)).toBe(expected);
  });
});
