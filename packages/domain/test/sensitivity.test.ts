import { describe, expect, it } from 'vitest';
import { otherVerdicts } from '../src/sensitivity.ts';
import { figures, found, indicator, target } from './sample.ts';

const given = figures({ 2020: 30000, 2021: 33000, 2022: 40000 });

function others(one = target(), values = given, asOf = 2022) {
  const assessment = found(one, values, asOf);
  return otherVerdicts(one, indicator(), values, assessment).map(({ method, verdict, reason }) => [
    method,
    verdict,
    reason,
  ]);
}

describe('what the other methods say', () => {
  it('names each of them with its own verdict', () => {
    expect(found(target(), given, 2022)).toMatchObject({ method: 'required_pace', verdict: 'on_track' });
    expect(others()).toEqual([
      ['direction_only', 'on_track', null],
      // 40000 of 60000 is 66.7 %, the path is at 42000, 70 %.
      ['schedule', 'lagging', null],
      ['path', 'lagging', null],
    ]);
  });

  it('asks compound growth of nothing that is a change already', () => {
    const increment = target({ kind: 'cumulative_increment', milestones: [{ year: 2025, value: 20000 }] });
    expect(others(increment).map(([method]) => method)).toEqual(['schedule']);
  });

  it('says nothing where no method was used', () => {
    expect(others(target({ kind: 'annual_flow', everyYear: true }))).toEqual([]);
    expect(others(target(), figures({ 2020: 30000, 2025: 61000 }), 2025)).toEqual([]);
    expect(others(target(), [], 2022)).toEqual([]);
  });

  it('takes the cuts of the document and the tolerance of the target', () => {
    const strict = target({ method: 'schedule', scheduleCuts: { yellow: -1, red: -2 } });
    expect(found(strict, given, 2022)).toMatchObject({ verdict: 'far_behind', lead: expect.closeTo(-10 / 3, 10) });
    const loose = target({ method: 'path', tolerance: 0.05 });
    expect(found(loose, given, 2022).verdict).toBe('on_track');
    expect(found({ ...loose, tolerance: null }, given, 2022).verdict).toBe('lagging');
  });
});
