import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorrections } from '../src/corrections.ts';

const whole = {
  shapes: [
    {
      shape: 'a1',
      names: ['地区', '产值'],
      ignore: false,
      headers: [{ row: 2, text: '地区', rows: 2 }],
      columns: [{ column: 3, text: '产值 / （亿元）', use: 'data', unit: '万元' }],
      across: 'region',
      indicators: [
        { label: '产值', indicator: 'industrial-output', unit: '万元' },
        { label: '合计', indicator: null },
      ],
      regions: [{ label: '端  州', region: null }],
      unit: '万元',
      region: '371300',
    },
  ],
  sheets: [{ sheet: 'Sheet1', year: 2021, columns: [{ column: 2, year: 2020 }] }],
};

function paths(input: unknown): string[] {
  const read = readCorrections(input);
  return 'wrong' in read ? read.wrong.map(({ path }) => path) : [];
}

describe('corrections from outside', () => {
  it('are taken as they are where every field is right', () => {
    expect(readCorrections(whole)).toEqual({ corrections: whole });
    expect(readCorrections({ shapes: [], sheets: [] })).toEqual({ corrections: { shapes: [], sheets: [] } });
  });

  it.each([
    [null, ['']],
    [[], ['']],
    [{}, ['shapes', 'sheets']],
    [{ shapes: {}, sheets: [] }, ['shapes']],
    [{ shapes: [], sheets: [], more: 1 }, ['more']],
    [{ shapes: [{ shape: 'a' }], sheets: [] }, ['shapes[0].names']],
    [{ shapes: [{ shape: '', names: [1] }], sheets: [] }, ['shapes[0].shape', 'shapes[0].names[0]']],
    [
      { shapes: [{ shape: 'a', names: [], columns: [{ column: -1, text: '', use: 'what' }] }], sheets: [] },
      ['shapes[0].columns[0].column', 'shapes[0].columns[0].use'],
    ],
    [
      { shapes: [{ shape: 'a', names: [], indicators: [{ label: 'x', indicator: '' }] }], sheets: [] },
      ['shapes[0].indicators[0].indicator'],
    ],
    [{ shapes: [{ shape: 'a', names: [], regions: [{ label: 'x' }] }], sheets: [] }, ['shapes[0].regions[0].region']],
    [{ shapes: [], sheets: [{ sheet: 'a', year: '2021' }] }, ['sheets[0].year']],
    [{ shapes: [], sheets: [{ sheet: 'a', year: 2021.5 }] }, ['sheets[0].year']],
    [{ shapes: [], sheets: [{ sheet: 'x'.repeat(1001) }] }, ['sheets[0].sheet']],
    [JSON.parse('{"shapes":[],"sheets":[],"__proto__":{"a":1}}'), ['__proto__']],
  ])('name each field that is wrong: %j', (input, expected) => {
    expect(paths(input)).toEqual(expected);
  });

  it('are judged and never thrown over, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const read = readCorrections(input);
        expect('wrong' in read ? read.wrong.length > 0 : read.corrections === input).toBe(true);
      }),
    );
  });
});
