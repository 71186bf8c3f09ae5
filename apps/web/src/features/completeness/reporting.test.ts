import type { ReportingCell } from '@dabiao/contract/completeness';
import { describe, expect, it } from 'vitest';
import { type Counts, readReportingFilter, requiredOf, saidParts, suitsMatrix, toMatrix } from './reporting.ts';

const counts = (changes: Partial<Counts> = {}): Counts => ({
  released: 0,
  scheduled: 0,
  in_review: 0,
  draft: 0,
  missing: 0,
  overdue: 0,
  ...changes,
});

const cell = (region: string, indicator: string): ReportingCell => ({
  id: `${region} ${indicator}`,
  region,
  regionName: `名${region}`,
  indicator,
  indicatorName: `指标${indicator}`,
  unit: '个',
  inherited: false,
  state: 'missing',
  pending: null,
  overdue: false,
  dueOn: null,
  figure: null,
  submission: null,
});

describe('the counts', () => {
  it('of required figures leave out overdue ones, which are counted among the others', () => {
    expect(requiredOf(counts({ released: 41, missing: 100, in_review: 22, overdue: 12 }))).toBe(163);
  });

  it('are said with what is overdue first, the rest below', () => {
    expect(saidParts(counts({ released: 41, missing: 100, in_review: 22, overdue: 12 }))).toEqual({
      first: ['released', 'overdue'],
      rest: ['in_review', 'missing'],
    });
    expect(saidParts(counts({ missing: 5 }))).toEqual({ first: ['released', 'missing'], rest: [] });
    expect(saidParts(counts({ scheduled: 2 }))).toEqual({ first: ['released'], rest: ['scheduled'] });
  });
});

describe('the matrix', () => {
  const items = [cell('370100', 'a'), cell('370100', 'b'), cell('371300', 'b'), cell('371300', 'c')];

  it('has a place for every region and indicator, empty where none is needed', () => {
    const { regions, rows } = toMatrix(items);
    expect(regions.map(({ code }) => code)).toEqual(['370100', '371300']);
    expect(rows.map(({ indicator, cells }) => [indicator, ...cells.map((one) => one?.id ?? null)])).toEqual([
      ['a', '370100 a', null],
      ['b', '370100 b', '371300 b'],
      ['c', null, '371300 c'],
    ]);
  });

  it('is for several regions, not many, and not for a part', () => {
    expect(suitsMatrix(items, 4)).toBe(true);
    expect(suitsMatrix(items, 5)).toBe(false);
    expect(suitsMatrix(items.slice(0, 2), 2)).toBe(false);
    const many = Array.from({ length: 9 }, (_, index) => cell(`37${index}000`, 'a'));
    expect(suitsMatrix(many, 9)).toBe(false);
    const long = Array.from({ length: 602 }, (_, index) => cell(index % 2 ? '370100' : '371300', String(index)));
    expect(suitsMatrix(long, 602)).toBe(false);
  });
});

describe('the filter in the URL', () => {
  it('is read, and what is unknown is left', () => {
    expect(readReportingFilter(new URLSearchParams('year=2025&region=371300&state=overdue'))).toEqual({
      year: 2025,
      region: '371300',
      state: 'overdue',
    });
    expect(readReportingFilter(new URLSearchParams('year=25&region=x&state=late'))).toEqual({
      year: null,
      region: null,
      state: null,
    });
  });
});
