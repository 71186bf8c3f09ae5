import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { choicesOf, countByVerdict, filterRows, prepareSearch, readListFilter, searchRows } from './list-filter.ts';

const rows = [
  sampleTarget({ id: 'linyi-green' }),
  sampleTarget({
    id: 'luozhuang-5g',
    document: { id: 'luozhuang', shortTitle: '工业转型升级', label: 'public' },
    region: { code: '371311', name: '罗庄区' },
    indicator: { ...sampleTarget().indicator, name: '5G基站数', nameEn: '5G base stations' },
    departments: [{ name: '区工信局', role: 'lead' }],
    quote: '建成基站',
    milestones: [
      { year: 2020, value: 1 },
      { year: null, value: 2 },
    ],
    assessment: { verdict: 'achieved' },
  }),
  sampleTarget({
    id: 'jinan-share',
    region: { code: '370100', name: '济南市' },
    kind: 'share',
    restates: 'linyi-green',
    quote: 'ＧＤＰ占比',
  }),
];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const by = (query: string) => ids(filterRows(rows, readListFilter(new URLSearchParams(query))));

describe('filterRows', () => {
  it.each([
    ['', ['linyi-green', 'luozhuang-5g', 'jinan-share']],
    ['verdict=achieved', ['luozhuang-5g']],
    ['document=luozhuang', ['luozhuang-5g']],
    ['region=371300', ['linyi-green', 'luozhuang-5g']],
    ['region=371311', ['luozhuang-5g']],
    ['region=370000', ['linyi-green', 'luozhuang-5g', 'jinan-share']],
    ['region=370300', []],
    ['department=区工信局', ['luozhuang-5g']],
    ['kind=share', ['jinan-share']],
    ['due=2020', ['luozhuang-5g']],
    ['due=2026&verdict=far_behind', ['linyi-green', 'jinan-share']],
    ['verdict=nonsense&kind=nonsense&due=soon&region=37', ['linyi-green', 'luozhuang-5g', 'jinan-share']],
  ])('%s: %j', (query, expected) => {
    expect(by(query)).toEqual(expected);
  });
});

describe('prepareSearch', () => {
  it('goes on where it stopped, and stops when there is no time', () => {
    const fresh = rows.map((row) => ({ ...row }));
    let turns = 0;
    const once = () => {
      turns += 1;
      return turns % 2 === 1;
    };
    expect(prepareSearch(fresh, 0, once)).toBe(1);
    expect(prepareSearch(fresh, 1, () => false)).toBe(1);
    expect(prepareSearch(fresh, 1, () => true)).toBe(rows.length);
    expect(ids(searchRows(fresh, '5g', null))).toEqual(['luozhuang-5g']);
  });
});

describe('searchRows', () => {
  it.each([
    ['', ['linyi-green', 'luozhuang-5g', 'jinan-share']],
    ['  ', ['linyi-green', 'luozhuang-5g', 'jinan-share']],
    ['绿色', ['linyi-green', 'jinan-share']],
    ['５ｇ', ['luozhuang-5g']],
    ['BASE stations', ['luozhuang-5g']],
    ['罗庄　5G', ['luozhuang-5g']],
    ['gdp', ['jinan-share']],
    ['.*', []],
  ])('%j: %j', (text, expected) => {
    expect(ids(searchRows(rows, text, null))).toEqual(expected);
  });

  it('takes in what the server found besides', () => {
    expect(ids(searchRows(rows, 'lsgc', new Set(['linyi-green', 'elsewhere'])))).toEqual(['linyi-green']);
    expect(ids(searchRows(rows, '5g', new Set(['linyi-green'])))).toEqual(['linyi-green', 'luozhuang-5g']);
  });
});

it('offers only what occurs', () => {
  const choices = choicesOf(rows);
  expect(choices.regions).toEqual([
    ['370100', '济南市'],
    ['371300', '临沂市'],
    ['371311', '罗庄区'],
  ]);
  expect([choices.dues, choices.departments]).toEqual([[2020, 2026], ['区工信局']]);
  expect(choices.verdicts).toEqual(new Set(['far_behind', 'achieved']));
});

it('counts a target that is said twice once', () => {
  expect(countByVerdict(rows)).toEqual([
    { verdict: 'far_behind', count: 1 },
    { verdict: 'achieved', count: 1 },
  ]);
});
