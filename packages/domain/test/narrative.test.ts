import { describe, expect, it } from 'vitest';
import { assessTarget } from '../src/assess.ts';
import { targetFinding } from '../src/finding.ts';
import { NARRATIVE_INDICATOR } from '../src/indicator.ts';
import { judgedSeries } from '../src/judged-series.ts';
import { attentionOrder, groupScore } from '../src/overview.ts';
import { isCounted, isNarrative } from '../src/target.ts';
import { figures, indicator, target } from './sample.ts';

const goal = target({
  kind: 'narrative',
  indicator: NARRATIVE_INDICATOR.id,
  comparator: 'eq',
  milestones: [],
  quote: '两化融合水平走在全国前列',
});
const stray = figures({ 2021: 1, 2022: 2 }).map((one) => ({ ...one, indicator: NARRATIVE_INDICATOR.id }));

describe('a narrative goal', () => {
  it.each([2019, 2021, 2025, 2030])('is never judged: %i', (asOf) => {
    const found = assessTarget(goal, NARRATIVE_INDICATOR, stray, asOf);
    expect(found).toMatchObject({
      verdict: 'unassessable',
      reason: 'narrative',
      method: null,
      score: null,
      completion: null,
      latest: null,
      due: null,
      provisional: false,
    });
    expect(found.sentence).toEqual({
      zh: '定性目标：没有数值，不作研判。',
      en: 'Qualitative goal: without a value, it is not judged.',
    });
  });

  it('has no series, no score and no call for attention', () => {
    expect(judgedSeries(goal, NARRATIVE_INDICATOR, stray, 2025).points).toEqual([]);
    const found = assessTarget(goal, NARRATIVE_INDICATOR, stray, 2025);
    expect(groupScore([found])).toBeNull();
    expect(attentionOrder([found], (one) => one)).toEqual([]);
  });

  it('is titled with its own words', () => {
    const found = assessTarget(goal, NARRATIVE_INDICATOR, [], 2025);
    const title = (lang: 'zh' | 'en') => targetFinding('济南市', goal, NARRATIVE_INDICATOR, found, lang);
    expect(title('zh')).toBe('济南市定性目标：两化融合水平走在全国前列');
    expect(title('en')).toBe('济南市, Qualitative goal: 两化融合水平走在全国前列');
  });

  it('does not count, as a restatement does not', () => {
    expect([isNarrative(goal), isCounted(goal)]).toEqual([true, false]);
    expect(isCounted(target())).toBe(true);
    expect(isCounted(target({ restates: 'sample/2' }))).toBe(false);
  });
});

describe('a goal that says only which way', () => {
  const rising = target({ comparator: 'gt', qualifier: '持续提升', milestones: [], method: 'direction_only' });
  const judge = (given: Record<number, number>, one = rising) => assessTarget(one, indicator(), figures(given), 2024);

  it('is judged by its direction and counts', () => {
    expect(judge({ 2021: 1000, 2024: 1100 })).toMatchObject({
      verdict: 'on_track',
      method: 'direction_only',
      due: null,
    });
    expect(judge({ 2021: 1000, 2024: 990 })).toMatchObject({ verdict: 'reversing' });
    expect(judge({ 2021: 1000, 2024: 990 }, { ...rising, comparator: 'lt' })).toMatchObject({ verdict: 'far_behind' });
    expect(isCounted(rising)).toBe(true);
  });

  it('says so in plain words', () => {
    expect(judge({ 2021: 1000, 2024: 1100 }).sentence.zh).toMatch(/^2024年5G基站数为1,100个.*进度符合预期。$/);
    expect(judge({}).reason).toBe('no_figures');
  });
});
