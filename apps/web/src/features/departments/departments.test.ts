import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { standOf, toDepartments } from './departments.ts';

const lead = (name: string) => ({ name, role: 'lead' as const });
const responsible = (name: string) => ({ name, role: 'responsible' as const });

describe('targets by department', () => {
  const rows = [
    sampleTarget({ id: 'a', departments: [lead('市工信局'), responsible('市科技局')] }),
    sampleTarget({ id: 'b', departments: [responsible('市科技局')], assessment: { verdict: 'achieved' } }),
    sampleTarget({
      id: 'c',
      departments: [lead('市科技局'), responsible('市科技局')],
      assessment: { verdict: 'missed' },
    }),
    sampleTarget({ id: 'd', departments: [lead('市工信局')], restates: 'a' }),
    sampleTarget({ id: 'e' }),
  ];

  it('count for every department named, restatements for none', () => {
    expect(toDepartments(rows).map(({ name, total, lead: led, attention }) => [name, total, led, attention])).toEqual([
      ['市科技局', 3, 1, 2],
      ['市工信局', 1, 1, 1],
    ]);
  });

  it('are empty without departments', () => {
    expect(toDepartments([sampleTarget()])).toEqual([]);
  });

  it('stand together once each, those of nobody left out', () => {
    const total = standOf(rows).reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(3);
    expect(standOf([sampleTarget()])).toEqual([]);
  });
});
