import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { callSides, sideOfRegion } from './sides.ts';

describe('sideOfRegion', () => {
  const below = { code: '371311', name: '罗庄区' };
  const rows = [
    sampleTarget({ id: 'a', assessment: { verdict: 'achieved', score: 5 } }),
    sampleTarget({ id: 'b', assessment: { verdict: 'missed', score: null } }),
    sampleTarget({ id: 'c', assessment: { verdict: 'lagging', score: 1 } }),
    sampleTarget({ id: 'again', restates: 'a' }),
    sampleTarget({ id: 'below', region: below }),
  ];

  it('holds the targets of its own level only, each once', () => {
    const side = sideOfRegion({ code: '371300', name: '临沂市' }, rows);
    expect(side.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(side).toMatchObject({ total: 3, score: 3, scored: 2 });
    expect(side.counts.filter(({ count }) => count > 0).map(({ verdict }) => verdict)).toEqual([
      'achieved',
      'lagging',
      'missed',
    ]);
  });

  it('has no score where no target has one', () => {
    expect(sideOfRegion(below, [])).toMatchObject({ total: 0, score: null, scored: 0 });
  });

  it('is called by its region, documents of one region by their titles', () => {
    const [a, b] = [sideOfRegion({ code: '1', name: '甲市' }, []), sideOfRegion({ code: '2', name: '乙市' }, [])];
    expect(callSides(a, b)).toEqual({ a: '甲市', b: '乙市' });
    expect(callSides({ ...a, name: '意见一' }, { ...a, name: '意见二' })).toEqual({ a: '意见一', b: '意见二' });
  });
});
