import type { TargetDetail } from '@dabiao/contract/target';
import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { mayTry, readTyped, trialYear, tryFigure } from './trial.ts';

type Changes = Parameters<typeof sampleTarget>[0];

/** 66 in 2021, 75 in 2025, 100 due in 2026. */
function detailOf(values: Record<number, number>, changes: Changes = {}): TargetDetail {
  const row = sampleTarget(changes);
  const figures = Object.entries(values).map(([year, value]) => ({
    id: year,
    indicator: row.indicator.id,
    region: row.region.code,
    year: Number(year),
    value,
    decimals: 0,
    unit: '家',
    status: 'final' as const,
    caveats: [],
    note: null,
    version: 1,
    source: { title: '', publisher: null, date: null, address: null },
    quote: null,
    submission: null,
    recordedAt: '2026-01-01T00:00:00Z',
    recordedBy: null,
    demo: false,
    withdrawn: false,
    reason: null,
  }));
  return { row, figures, points: [], path: [] } as unknown as TargetDetail;
}

const detail = detailOf({ 2021: 66, 2025: 75 });

describe('a figure that is tried', () => {
  it('is one for the year after the latest figure and judged as of that year', () => {
    expect(trialYear(detail)).toBe(2026);
    const verdict = (value: number) => tryFigure(detail, { value, decimals: 0 }).assessment.verdict;
    expect([verdict(100), verdict(99)]).toEqual(['achieved', 'missed']);
    expect(tryFigure(detail, { value: 99, decimals: 0 })).toMatchObject({
      year: 2026,
      point: { year: 2026, value: 99 },
    });
  });

  it('does not look at figures after the as-of year', () => {
    const early = detailOf({ 2021: 66, 2023: 70, 2025: 75 }, { assessment: { asOf: 2023 } });
    expect(trialYear(early)).toBe(2024);
    expect(tryFigure(early, { value: 90, decimals: 0 }).assessment).toMatchObject({ asOf: 2024, verdict: 'ahead' });
  });

  it('changes nothing of what it was given', () => {
    const before = JSON.stringify(detail);
    tryFigure(detail, { value: 120, decimals: 0 });
    expect(JSON.stringify(detail)).toBe(before);
  });

  it('is offered while something is still demanded', () => {
    expect(mayTry(detail)).toBe(true);
    expect(mayTry(detailOf({ 2026: 101 }, { assessment: { asOf: 2026 } }))).toBe(false);
    expect(mayTry(detailOf({ 2021: 66 }, { milestones: [] }))).toBe(false);
    expect(mayTry(detailOf({}))).toBe(true);
  });
});

describe('a typed number', () => {
  it.each([
    ['48.5', 48.5, 1],
    [' 1,234 ', 1234, 0],
    ['４８．５', 48.5, 1],
    ['48.50%', 48.5, 2],
    ['−3', -3, 0],
  ])('%j is %d', (text, value, decimals) => {
    expect(readTyped(text)).toEqual({ value, decimals });
  });

  it.each(['', 'abc', '1,23', '1.2.3', '10万', '1e400', 'Infinity'])('%j is none', (text) => {
    expect(readTyped(text)).toBeNull();
  });
});
