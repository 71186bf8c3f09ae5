import type { Verdict } from '@dabiao/domain/verdict';
import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { countOutcomes, matchTargets } from './match.ts';

type Changes = Parameters<typeof sampleTarget>[0];

function target(indicator: string, verdict: Verdict, changes: Changes = {}) {
  const sample = sampleTarget();
  return sampleTarget({
    id: `${indicator}-${verdict}-${changes.kind ?? 'level'}`,
    ...changes,
    indicator: { ...sample.indicator, id: indicator },
    assessment: { ...changes.assessment, verdict },
  });
}

const outcomes = (a: ReturnType<typeof target>[], b: ReturnType<typeof target>[]) =>
  matchTargets(a, b).pairs.map(({ indicator, outcome }) => [indicator.id, outcome]);

describe('matchTargets', () => {
  it('puts the better verdict first, and tells an equal one from one that cannot be judged', () => {
    expect(outcomes([target('x', 'achieved')], [target('x', 'ahead')])).toEqual([['x', 'a']]);
    expect(outcomes([target('x', 'missed')], [target('x', 'reversing')])).toEqual([['x', 'b']]);
    expect(outcomes([target('x', 'on_track')], [target('x', 'on_track')])).toEqual([['x', 'even']]);
    expect(outcomes([target('x', 'achieved')], [target('x', 'unassessable')])).toEqual([['x', 'unjudged']]);
    expect(outcomes([target('x', 'not_due')], [target('x', 'achieved')])).toEqual([['x', 'unjudged']]);
  });

  it('does not compare a level with a growth rate', () => {
    const rate = target('x', 'achieved', { kind: 'growth_rate', judgedUnit: '%' });
    expect(outcomes([target('x', 'lagging')], [rate])).toEqual([['x', 'unlike']]);
  });

  it('of several targets for one indicator takes those that are alike, judged and due next', () => {
    const past = target('x', 'missed', { id: 'past', assessment: { due: { year: 2021, value: 1, valueMax: null } } });
    const next = target('x', 'lagging', { id: 'next', assessment: { due: { year: 2026, value: 2, valueMax: null } } });
    const rate = target('x', 'achieved', { id: 'rate', kind: 'growth_rate', judgedUnit: '%' });
    const [pair] = matchTargets([rate, past, next], [target('x', 'on_track', { id: 'other' })]).pairs;
    expect([pair?.a.id, pair?.b.id, pair?.outcome]).toEqual(['next', 'other', 'b']);
    expect(pair?.more.map(({ id }) => id)).toEqual(['rate', 'past']);
  });

  it('leaves what only one side demands, every target of it, on that side', () => {
    const a = [target('x', 'achieved'), target('y', 'missed'), target('y', 'lagging')];
    const b = [target('x', 'achieved'), target('z', 'missed')];
    const { pairs, onlyA, onlyB } = matchTargets(a, b);
    expect(pairs).toHaveLength(1);
    expect(onlyA.map(({ indicator }) => indicator.id)).toEqual(['y', 'y']);
    expect(onlyB.map(({ indicator }) => indicator.id)).toEqual(['z']);
  });

  it('is the same the other way round', () => {
    const a = [target('x', 'achieved'), target('y', 'lagging'), target('z', 'unassessable')];
    const b = [target('x', 'lagging'), target('y', 'lagging'), target('z', 'achieved'), target('w', 'missed')];
    const [there, back] = [matchTargets(a, b), matchTargets(b, a)];
    const counts = countOutcomes(there.pairs);
    expect(counts).toEqual({ a: 1, b: 0, even: 1, unjudged: 1, unlike: 0 });
    expect(countOutcomes(back.pairs)).toEqual({ ...counts, a: counts.b, b: counts.a });
    expect(back.onlyA).toEqual(there.onlyB);
  });

  it('shows what differs first and what cannot be compared last', () => {
    const a = [target('u', 'unassessable'), target('e', 'lagging'), target('d', 'achieved')];
    const b = [target('u', 'lagging'), target('e', 'lagging'), target('d', 'missed')];
    expect(outcomes(a, b).map(([id]) => id)).toEqual(['d', 'e', 'u']);
  });
});
