import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { PAIR_SIZE, toPairPicture, toPairScale } from './pair-scale.ts';

/** A target of which only milestone and latest figure are known. */
const known = (value: number, goal: number, year = 2026) =>
  sampleTarget({
    milestones: [{ year, value: goal }],
    previous: null,
    pathNow: null,
    assessment: {
      base: null,
      latest: { year: 2025, value, decimals: 0, status: 'final', caveats: [] },
    },
  });

describe('toPairScale', () => {
  it('gives equal values and equal years equal places on both sides', () => {
    const [a, b] = [known(300, 400), known(75, 300, 2028)];
    const at = toPairScale(a, b, 'zh');
    if (!at) throw new Error('no scale');
    const [one, other] = [toPairPicture(a, at), toPairPicture(b, at)];
    expect(other.milestones[0]?.y).toBe(one.latest?.y);
    expect(other.latest?.x).toBe(one.latest?.x);
    expect([at.first, at.last, at.min, at.cut]).toEqual([2025, 2028, 0, false]);
  });

  it('keeps every mark inside the picture', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((each) => Math.round(each * 100) / 100);
    fc.assert(
      fc.property(value, value, value, value, (v, g, w, h) => {
        const [a, b] = [known(v, g), known(w, h, 2030)];
        const at = toPairScale(a, b, 'zh');
        if (!at) return false;
        const spots = [a, b].flatMap((row) => {
          const { latest, milestones } = toPairPicture(row, at);
          return [...(latest ? [latest] : []), ...milestones];
        });
        return spots.every(
          ({ x, y }) => x >= 0 && x <= PAIR_SIZE.width && y >= 0 && y <= PAIR_SIZE.height - PAIR_SIZE.bottom + 0.001,
        );
      }),
    );
  });

  it('has none where nothing is known, and stands in the middle where all is of one year', () => {
    const nothing = sampleTarget({
      milestones: [],
      previous: null,
      pathNow: null,
      assessment: { base: null, latest: null },
    });
    expect(toPairScale(nothing, nothing, 'zh')).toBeNull();
    const one = known(5, 6, 2025);
    const at = toPairScale(one, one, 'zh');
    expect(at && toPairPicture(one, at).latest?.x).toBe(PAIR_SIZE.width / 2);
  });

  it('shows both ends of a range', () => {
    const range = sampleTarget({ milestones: [{ year: 2026, value: 15, valueMax: 20 }] });
    const at = toPairScale(range, range, 'zh');
    expect(at && toPairPicture(range, at).milestones.map(({ value }) => value)).toEqual([15, 20]);
  });
});
