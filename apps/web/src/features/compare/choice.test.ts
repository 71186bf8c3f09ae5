import type { Overview } from '@dabiao/contract/overview';
import { describe, expect, it } from 'vitest';
import { choose, readChoice } from './choice.ts';

const document = (id: string, code: string, total: number) => ({
  id,
  shortTitle: id,
  total,
  region: { code, name: code },
});
const overview = {
  documents: [document('linzi', '370305', 19), document('jinan', '370100', 67), document('linyi', '371300', 47)],
  regions: ['370000', '370100', '370305', '371300'].map((code) => ({ code, name: code, parent: null })),
} as unknown as Overview;
const read = (search: string, from = overview) => {
  const { of, a, b } = readChoice(new URLSearchParams(search), from);
  return [of, a, b];
};

describe('readChoice', () => {
  it('begins with the two that have most targets', () => {
    expect(read('')).toEqual(['documents', 'jinan', 'linyi']);
    expect(read('of=regions')).toEqual(['regions', '370100', '371300']);
  });

  it('fills in what is missing, unknown or the same twice', () => {
    expect(read('a=linzi')).toEqual(['documents', 'linzi', 'jinan']);
    expect(read('b=jinan')).toEqual(['documents', 'linyi', 'jinan']);
    expect(read('a=nowhere&b=linzi')).toEqual(['documents', 'jinan', 'linzi']);
    expect(read('a=jinan&b=jinan')).toEqual(['documents', 'jinan', 'linyi']);
    expect(read('of=planets&a=linzi')).toEqual(['documents', 'linzi', 'jinan']);
  });

  it('has nothing to compare in a catalogue of one', () => {
    const one = { ...overview, documents: overview.documents.slice(0, 1) };
    expect(read('', one)).toEqual(['documents', 'linzi', null]);
    expect(read('', { ...overview, documents: [] })).toEqual(['documents', null, null]);
  });
});

describe('choose', () => {
  const choice = readChoice(new URLSearchParams('a=jinan&b=linyi'), overview);

  it('swaps where the other side is chosen', () => {
    expect(choose(choice, 'a', 'linyi')).toEqual({ a: 'linyi', b: 'jinan' });
    expect(choose(choice, 'b', 'jinan')).toEqual({ a: 'linyi', b: 'jinan' });
    expect(choose(choice, 'b', 'linzi')).toEqual({ a: 'jinan', b: 'linzi' });
  });
});
