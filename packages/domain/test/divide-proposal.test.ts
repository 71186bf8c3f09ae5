import { describe, expect, it } from 'vitest';
import { divideProposal, joinProposals, type PlacedProposal } from '../src/divide-proposal.ts';

const TEXT = '建成仓库8座以上、码头3个。';

const placed = (quote: string, more: Partial<PlacedProposal['target']> = {}): PlacedProposal => ({
  start: TEXT.indexOf(quote),
  end: TEXT.indexOf(quote) + quote.length,
  target: {
    indicator: '仓库',
    match: null,
    indicatorUnit: null,
    unit: '座',
    comparator: 'gte',
    kind: 'level',
    milestones: [{ year: 2027, value: 8, wording: '8座' }],
    everyYear: false,
    baseline: null,
    qualifier: '以上',
    departments: [{ name: '市商务局', role: 'lead' }],
    clause: [],
    quote,
    ...more,
  },
});

describe('dividing', () => {
  it('cuts between the statements; each half keeps its words, and a qualifier only where it is said', () => {
    const parts = divideProposal(placed('建成仓库8座以上、码头3个'), null);
    expect(parts?.map(({ start, end, target }) => [TEXT.slice(start, end), target.quote, target.qualifier])).toEqual([
      ['建成仓库8座以上', '建成仓库8座以上', '以上'],
      ['码头3个', '码头3个', null],
    ]);
  });

  it('makes one of each milestone where there are several', () => {
    const milestones = [2025, 2026, 2027].map((year) => ({ year, value: year - 2020, wording: '8座' }));
    const parts = divideProposal(placed('建成仓库8座以上', { milestones }), null);
    expect(parts?.map(({ target }) => target.milestones.map(({ year }) => year))).toEqual([[2025], [2026], [2027]]);
  });

  it.each([[null], [0], [TEXT.length], [4]])('is not possible at %s of words without a boundary there', (at) => {
    const whole = placed('码头3个');
    const place = at === null ? null : at;
    expect(divideProposal(whole, place)).toBeNull();
  });
});

describe('joining', () => {
  it('takes the words between, the years of both, and changes the unit exactly', () => {
    const first = placed('建成仓库8座以上', { unit: '万吨' });
    const more = [
      { year: 2025, value: 3000, wording: '3000吨' },
      { year: 2027, value: 1, wording: '1吨' },
    ];
    const departments = [
      { name: '市商务局', role: 'lead' as const },
      { name: '市财政局', role: 'responsible' as const },
    ];
    const joined = joinProposals(first, placed('码头3个', { unit: '吨', milestones: more, departments }), TEXT);
    expect(joined.target.quote).toBe('建成仓库8座以上、码头3个');
    expect(joined.target.milestones).toMatchObject([
      { year: 2025, value: 0.3 },
      { year: 2027, value: 8 },
    ]);
    expect(joined.target.departments.map(({ name }) => name)).toEqual(['市商务局', '市财政局']);
  });

  it('leaves out what is measured in something else', () => {
    const joined = joinProposals(placed('建成仓库8座以上'), placed('码头3个', { unit: '%' }), TEXT);
    expect(joined.target.milestones).toHaveLength(1);
  });
});
