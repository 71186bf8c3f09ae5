import type { SubmittedFigure } from '@dabiao/contract/submission';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANGES,
  type EffectRow,
  isLarge,
  losesCaveats,
  type Problem,
  problemsByPlace,
  type RowFilter,
  readRowFilter,
  SORTS,
  siftRows,
  toEffectRow,
} from './effect-rows.ts';

const value = (number: number, decimals = 0) => ({
  value: number,
  decimals,
  status: 'final' as const,
  caveats: [],
  version: 1,
});

const row = (changes: Partial<EffectRow> = {}): EffectRow => ({
  id: '0',
  change: 'changed',
  indicator: '5g-base-stations',
  indicatorName: '5G基站数',
  region: '370100',
  regionName: '济南市',
  year: 2024,
  unit: '个',
  before: value(100),
  after: { value: 105, decimals: 0, status: 'final', caveats: [] },
  difference: 5,
  differenceUnit: '个',
  relative: 0.05,
  movedOn: false,
  sheet: '表1',
  cell: 'D2',
  row: 2,
  ...changes,
});

const warning = (changes: Partial<Problem> = {}): Problem => ({
  severity: 'warning',
  code: 'value_changed',
  message: '工作表“表1”单元格D2：已发布为100个。',
  messageEn: 'Sheet “表1”, cell D2: Published as 100.',
  sheet: '表1',
  cell: 'D2',
  row: 2,
  needsReason: true,
  suggestions: [],
  ...changes,
});

const all: RowFilter = { change: null, marked: false, q: null, sort: 'effect', down: false };
const none = () => [];

describe('a large change', () => {
  it('is a tenth of the published value, up or down', () => {
    expect(isLarge(row({ relative: 0.0999 }))).toBe(false);
    expect(isLarge(row({ relative: 0.1 }))).toBe(true);
    expect(isLarge(row({ relative: -0.25 }))).toBe(true);
  });

  it('is three points of a percentage', () => {
    const share = { unit: '%', differenceUnit: '个百分点', relative: null };
    expect(isLarge(row({ ...share, difference: -2.9 }))).toBe(false);
    expect(isLarge(row({ ...share, difference: 3 }))).toBe(true);
  });

  it('is anything from nothing, and what is taken back, but not a first or an equal figure', () => {
    expect(isLarge(row({ before: value(0), difference: 1, relative: null }))).toBe(true);
    expect(isLarge(row({ change: 'withdrawn', after: null, difference: null, relative: null }))).toBe(true);
    expect(isLarge(row({ change: 'new', before: null, difference: null, relative: null }))).toBe(false);
    expect(isLarge(row({ change: 'status', difference: 0, relative: 0 }))).toBe(false);
    expect(isLarge(row({ change: 'status', before: value(0), difference: 0, relative: null }))).toBe(false);
  });
});

describe('caveats', () => {
  it('are lost where the new figure does not say what the published one says', () => {
    const published = { ...value(100), caveats: ['at_least' as const] };
    const kept = { value: 105, decimals: 0, status: 'final' as const, caveats: ['at_least' as const] };
    expect(losesCaveats(row({ before: published }))).toBe(true);
    expect(losesCaveats(row({ before: published, after: kept }))).toBe(false);
    expect(losesCaveats(row({ before: published, after: null }))).toBe(false);
    expect(losesCaveats(row({ after: kept }))).toBe(false);
  });
});

describe('a figure of a submission that is over', () => {
  const figure = (changes: Partial<SubmittedFigure>): SubmittedFigure => ({
    ...row(),
    value: 39.7,
    decimals: 1,
    unit: '%',
    status: 'final',
    raw: '39.7',
    rawUnit: null,
    withdrawn: false,
    earlier: value(38, 1),
    ...changes,
  });

  it('is compared exactly with what was published when it was read', () => {
    expect(toEffectRow(figure({}))).toMatchObject({
      change: 'changed',
      difference: 1.7,
      differenceUnit: '个百分点',
      relative: null,
    });
    expect(toEffectRow(figure({ unit: '家', value: 101, decimals: 0, earlier: value(75) }))).toMatchObject({
      difference: 26,
      relative: 26 / 75,
    });
    expect(toEffectRow(figure({ unit: '家', value: 5, earlier: value(0) }))).toMatchObject({ relative: null });
  });

  it('is named for what it does', () => {
    expect(toEffectRow(figure({ earlier: null })).change).toBe('new');
    expect(toEffectRow(figure({ earlier: value(39.7, 1) })).change).toBe('unchanged');
    expect(toEffectRow(figure({ status: 'revised', earlier: value(39.7, 1) })).change).toBe('status');
    expect(toEffectRow(figure({ withdrawn: true }))).toMatchObject({
      change: 'withdrawn',
      after: null,
      difference: null,
    });
  });
});

describe('rows', () => {
  const rows = [
    row({ id: 'a', cell: 'D10', row: 10, relative: -0.5, difference: -50, indicatorName: '绿色工厂数' }),
    row({ id: 'b', cell: 'D2', row: 2, change: 'new', before: null, difference: null, relative: null, year: 2020 }),
    row({ id: 'c', cell: 'AA2', row: 2, relative: 0.02, difference: 2 }),
    row({ id: 'd', cell: 'D3', row: 3, unit: '%', differenceUnit: '个百分点', difference: 4, relative: null }),
  ];
  const ids = (found: EffectRow[]) => found.map(({ id }) => id).join('');

  it('stay in the order of the server unless another is asked for', () => {
    expect(ids(siftRows(rows, all, none))).toBe('abcd');
    expect(ids(siftRows(rows, { ...all, sort: 'difference', down: true }, none))).toBe('adcb');
    expect(ids(siftRows(rows, { ...all, sort: 'place' }, none))).toBe('bcda');
    expect(ids(siftRows(rows, { ...all, sort: 'year' }, none))).toBe('bacd');
  });

  it('are found by words, kind of change, and what wants a second look', () => {
    expect(ids(siftRows(rows, { ...all, q: '绿色' }, none))).toBe('a');
    expect(ids(siftRows(rows, { ...all, q: 'aa2' }, none))).toBe('c');
    expect(ids(siftRows(rows, { ...all, change: 'new' }, none))).toBe('b');
    expect(ids(siftRows(rows, { ...all, marked: true }, none))).toBe('ad');
    const problemsOf = problemsByPlace([warning(), warning({ cell: 'AA2', needsReason: false })]);
    expect(ids(siftRows(rows, { ...all, marked: true }, problemsOf))).toBe('abd');
    expect(ids(siftRows([row({ id: 'e', movedOn: true })], { ...all, marked: true }, none))).toBe('e');
  });

  it('are only sifted and put in order, never made or doubled', () => {
    const some = fc.array(
      fc.record({
        id: fc.uuid(),
        change: fc.constantFrom(...CHANGES),
        relative: fc.option(fc.double({ min: -5, max: 5, noNaN: true })),
        difference: fc.option(fc.integer({ min: -100, max: 100 })),
        differenceUnit: fc.constantFrom('个百分点', '个'),
        year: fc.integer({ min: 2015, max: 2026 }),
        cell: fc.constantFrom('A1', 'B2', 'C10', 'AA3'),
      }),
    );
    fc.assert(
      fc.property(some, fc.constantFrom(...SORTS), fc.boolean(), (made, sort, down) => {
        const given = made.map((changes) => row(changes));
        const found = siftRows(given, { ...all, sort, down }, none);
        expect(found.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
        expect(siftRows(found, { ...all, sort, down }, none)).toEqual(found);
      }),
    );
  });
});

describe('the filter in the URL', () => {
  it('is read, and what is unknown is left', () => {
    expect(readRowFilter(new URLSearchParams('sort=-difference&change=new&marked=1&find= 5G '))).toEqual({
      change: 'new',
      marked: true,
      q: '5G',
      sort: 'difference',
      down: true,
    });
    expect(readRowFilter(new URLSearchParams('sort=constructor&change=lost&marked=yes'))).toEqual(all);
  });
});
