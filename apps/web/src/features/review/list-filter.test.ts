import { describe, expect, it } from 'vitest';
import { isListed, listSearch, narrows, readListFilter, type Summary, stageOf } from './list-filter.ts';

const item = (changes: Partial<Summary> = {}): Summary => ({
  id: '1',
  kind: 'file',
  state: 'submitted',
  fileName: '济南2025.xlsx',
  createdAt: '2026-11-22T07:46:42.575Z',
  createdBy: '小李',
  decidedAt: null,
  releaseAt: null,
  releasedAt: null,
  figures: 3,
  regions: ['济南市'],
  errors: 0,
  warnings: 0,
  label: 'public',
  toConfirm: 0,
  ...changes,
});

describe('the list of submissions', () => {
  it('tells what waits for its time from what is published', () => {
    expect(stageOf(item({ state: 'approved' }))).toBe('scheduled');
    expect(stageOf(item({ state: 'approved', releasedAt: '2026-11-22T08:00:00Z' }))).toBe('released');
    expect(stageOf(item({ state: 'returned' }))).toBe('returned');
  });

  it('shows what waits for review unless asked otherwise', () => {
    const filter = readListFilter(new URLSearchParams('stage=nonsense&kind=__proto__'));
    expect(filter).toEqual({ stage: 'submitted', kind: null, q: null });
    expect(isListed(item(), filter)).toBe(true);
    expect(isListed(item({ state: 'draft' }), filter)).toBe(false);
  });

  it('finds by kind, and by words in file and name', () => {
    const filter = readListFilter(new URLSearchParams('stage=all&q=xlsx'));
    expect(isListed(item(), filter)).toBe(true);
    expect(isListed(item({ fileName: '临沂.csv' }), filter)).toBe(false);
    expect(isListed(item({ fileName: '临沂.csv' }), { ...filter, q: '小李' })).toBe(true);
    expect(isListed(item({ fileName: '2025.csv' }), { ...filter, q: '济南' })).toBe(true);
    expect(isListed(item(), { ...filter, kind: 'correction' })).toBe(false);
  });

  it('knows when it must have every page', () => {
    expect(narrows({ stage: 'submitted', kind: null, q: null })).toBe(false);
    expect(narrows({ stage: 'scheduled', kind: null, q: null })).toBe(false);
    expect(narrows({ stage: 'all', kind: null, q: '5G' })).toBe(true);
  });

  it('goes into the URL and comes back', () => {
    const filter = readListFilter(new URLSearchParams('stage=scheduled&kind=rows&q=5G'));
    const params = Object.entries(listSearch(filter)).flatMap(([key, value]) => (value === null ? [] : [[key, value]]));
    expect(readListFilter(new URLSearchParams(params as string[][]))).toEqual(filter);
    expect(listSearch({ stage: 'submitted', kind: null, q: null })).toEqual({ stage: null, kind: null, q: null });
  });
});
