import { describe, expect, it } from 'vitest';
import { assessTarget } from '../src/assess.ts';
import type { CaveatKind, Figure } from '../src/figure.ts';
import { indicator, target } from './sample.ts';

const figure = (year: number, value: number, caveats: CaveatKind[] = []): Figure => ({
  indicator: 'base-stations',
  region: '370100',
  year,
  value,
  decimals: 0,
  status: 'preliminary',
  caveats,
  note: null,
});

const assess = (...figures: Figure[]) => assessTarget(target(), indicator(), figures, 2023);

describe('a pace is judged only between figures that can be compared', () => {
  it.each([
    ['from a lower bound', ['at_least'], ['at_least'], 'base_is_bound'],
    ['from an upper bound', ['at_most'], [], 'base_is_bound'],
    ['from another scope', ['scope'], [], 'scope_differs'],
    ['to another scope', [], ['scope'], 'scope_differs'],
  ] as const)('%s it says nothing', (_how, base, latest, reason) => {
    const found = assess(figure(2021, 20_000, [...base]), figure(2023, 40_000, [...latest]));
    expect(found).toMatchObject({ verdict: 'unassessable', reason, observedPace: null, ratio: null, wayShare: null });
    expect(found.latest?.value).toBe(40_000);
    expect(found.sentence.zh).not.toMatch(/增长/);
  });

  it.each([
    ['to a lower bound', [], ['at_least']],
    ['within another scope', ['scope'], ['scope']],
    ['of part of a year', ['part_year'], ['part_year']],
  ] as const)('%s it is provisional', (_how, base, latest) => {
    const found = assess(figure(2021, 20_000, [...base]), figure(2023, 40_000, [...latest]));
    expect(found).toMatchObject({ verdict: 'ahead', provisional: true });
  });

  it('a lower bound that meets the target still shows it met', () => {
    const found = assess(figure(2021, 20_000, ['at_least']), figure(2023, 61_000, ['at_least']));
    expect(found).toMatchObject({ verdict: 'achieved', early: true, provisional: true });
  });
});
