import { describe, expect, it } from 'vitest';
import { assessTarget } from '../src/assess.ts';
import type { Assessment } from '../src/assessment.ts';
import { attentionOrder, countVerdicts, groupAchieved, groupScore } from '../src/overview.ts';
import { VERDICTS } from '../src/verdict.ts';
import { figures, indicator, target } from './sample.ts';

describe('counts and groups', () => {
  it('counts every verdict, 0 included', () => {
    const counts = countVerdicts([{ verdict: 'missed' }, { verdict: 'missed' }, { verdict: 'achieved' }]);
    expect(Object.keys(counts)).toEqual([...VERDICTS]);
    expect(counts).toMatchObject({ missed: 2, achieved: 1, lagging: 0 });
  });

  it('takes the mean of the scores there are', () => {
    expect(groupScore([{ score: 5 }, { score: null }, { score: -2 }])).toBe(1.5);
    expect(groupScore([{ score: null }])).toBeNull();
    expect(groupScore([])).toBeNull();
  });

  it('calls a group achieved only if all of it is', () => {
    expect(groupAchieved([{ verdict: 'achieved' }, { verdict: 'achieved' }])).toBe(true);
    expect(groupAchieved([{ verdict: 'achieved' }, { verdict: 'ahead' }])).toBe(false);
    expect(groupAchieved([])).toBe(false);
  });
});

describe('attentionOrder', () => {
  const itself = (one: Assessment) => one;

  const at = (id: string, value: number, due = 2025, base = 100, goal = 200) => {
    const one = target({
      id,
      baseline: { year: 2020, value: base },
      milestones: [{ year: due, value: goal }],
      method: 'path',
    });
    return assessTarget(one, indicator(), figures({ 2022: value }), 2022);
  };

  it('puts the worst verdict first, then the farthest behind its path, then what is due first', () => {
    const missed = assessTarget(
      target({ id: 'missed', milestones: [{ year: 2022, value: 9 }] }),
      indicator(),
      figures({ 2021: 1, 2022: 8 }),
      2022,
    );
    const list = [at('fine', 160), at('lagging', 130), at('far-a', 110), at('far-b', 105), at('reversing', 90), missed];
    expect(attentionOrder(list, itself).map(({ target: id }) => id)).toEqual([
      'missed',
      'reversing',
      'far-b',
      'far-a',
      'lagging',
    ]);
  });

  it('measures in relation to the path, and breaks a tie by the year due', () => {
    const small = at('small', 110);
    const large = at('large', 1100, 2025, 1000, 2000);
    const sooner = at('sooner', 110, 2024, 100, 180);
    expect(attentionOrder([large, small, sooner], itself).map(({ target: id }) => id)).toEqual([
      'sooner',
      'large',
      'small',
    ]);
  });

  it('puts what fell due in earlier years after what can still be acted on', () => {
    const one = target({ id: 'past', milestones: [{ year: 2022, value: 9 }] });
    const past = assessTarget(one, indicator(), figures({ 2021: 1, 2022: 8 }), 2023);
    const open = { ...at('open', 130), asOf: 2023 };
    expect(past.verdict).toBe('missed');
    expect(attentionOrder([past, open], itself).map(({ target: id }) => id)).toEqual(['open', 'past']);
  });

  it('turns the gap where less is better', () => {
    const faults = indicator({ direction: 'less' });
    const down = (id: string, value: number) => {
      const one = target({
        id,
        comparator: 'lte',
        baseline: { year: 2020, value: 100 },
        milestones: [{ year: 2025, value: 50 }],
        method: 'path',
      });
      return assessTarget(one, faults, figures({ 2022: value }), 2022);
    };
    expect(attentionOrder([down('near', 94), down('far', 99)], itself).map(({ target: id }) => id)).toEqual([
      'far',
      'near',
    ]);
  });
});
