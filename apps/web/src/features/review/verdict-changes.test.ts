import type { Verdict } from '@dabiao/domain/verdict';
import { describe, expect, it } from 'vitest';
import { groupTargets, moveOf, shownYears, type TargetEffect } from './verdict-changes.ts';

const judged = (verdict: Verdict) => ({ verdict, sentence: { zh: verdict, en: verdict } });

/** A target judged before and after, year by year from 2023 on. */
function target(id: string, changes: boolean, ...years: [Verdict, Verdict][]): TargetEffect {
  return {
    id,
    document: { id: 'jinan', shortTitle: '行动计划' },
    region: { code: '370100', name: '济南市' },
    indicator: { id: '5g-base-stations', name: '5G基站数', unit: '个' },
    quote: '',
    changes,
    years: years.map(([before, after], index) => ({
      year: 2023 + index,
      before: judged(before),
      after: judged(after),
    })),
  };
}

describe('what happens to targets', () => {
  it('is another verdict in any year, the same on other grounds, or nothing', () => {
    expect(moveOf(target('a', true, ['lagging', 'on_track'], ['ahead', 'ahead']))).toBe('verdict');
    expect(moveOf(target('b', true, ['lagging', 'lagging']))).toBe('basis');
    expect(moveOf(target('c', false, ['lagging', 'lagging']))).toBe('same');
  });

  it('sorts them into groups, each in order', () => {
    const targets = [
      target('a', true, ['lagging', 'on_track']),
      target('b', false, ['missed', 'missed']),
      target('c', true, ['missed', 'achieved']),
    ];
    const groups = groupTargets(targets);
    expect(groups.verdict.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(groups.basis).toEqual([]);
    expect(groups.same.map(({ id }) => id)).toEqual(['b']);
  });
});

describe('the years shown', () => {
  const runs = (effect: TargetEffect) =>
    shownYears(effect).map(({ from, last }) => [from, last.year, last.before.verdict, last.after.verdict]);

  it('are those that move, alike ones one after the other together', () => {
    expect(
      runs(
        target(
          'a',
          true,
          ['unassessable', 'lagging'],
          ['unassessable', 'lagging'],
          ['unassessable', 'on_track'],
          ['on_track', 'on_track'],
          ['unassessable', 'on_track'],
        ),
      ),
    ).toEqual([
      [2023, 2024, 'unassessable', 'lagging'],
      [2025, 2025, 'unassessable', 'on_track'],
      [2027, 2027, 'unassessable', 'on_track'],
    ]);
  });

  it('are the last one where none moves', () => {
    expect(runs(target('a', true, ['lagging', 'lagging'], ['missed', 'missed']))).toEqual([
      [2024, 2024, 'missed', 'missed'],
    ]);
  });
});
