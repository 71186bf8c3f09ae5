import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessCase, type CaseResult } from '../src/assess-case.ts';
import { limitFactor } from '../src/direction-only.ts';
import { groupAchieved, groupScore } from '../src/overview.ts';
import type { Verdict } from '../src/verdict.ts';

/**
 * What two statistics offices publish of their own progress measures: the numbers they start from, the class and the
 * score they reach, and the progress, which is the ratio R where there is a target, else the growth a year.
 * `published-progress.json` names the files; progress is kept to 8 (growth 9) and scores to 6 decimals, all else is
 * as published. Left out are series that repeat another one's numbers, groups within groups, and Eustat's series
 * without a target, which it cuts at 1, 0.1 and −0.1 % a year.
 */
type Row = [
  series: string,
  direction: 1 | -1,
  baseYear: number | null,
  base: number | null,
  latestYear: number | null,
  latest: number | null,
  targetYear: number,
  target: number | null,
  limit: number | null,
  status: string,
  progress: number | null,
  score: number | null,
];
interface PublishedSet {
  agency: string;
  source: string;
  cases: Row[];
  /** Series of one indicator: its class and the mean of the scores. */
  groups: [indicator: string, status: string, score: number][];
}

const { sets } = JSON.parse(readFileSync(new URL('./published-progress.json', import.meta.url), 'utf8')) as {
  sets: PublishedSet[];
};
const isEustat = (set: PublishedSet) => set.agency.startsWith('Eustat');

function judge(row: Row, read = (value: number | null) => value): CaseResult {
  const [, direction, baseYear, base, latestYear, latest, targetYear, target, limit] = row;
  return assessCase({
    method: target === null ? 'direction_only' : 'required_pace',
    direction: direction === 1 ? 'increase' : 'decrease',
    base_year: baseYear,
    base_value: read(base),
    latest_year: latestYear,
    latest_value: latest,
    target_year: targetYear,
    target_value: read(target),
    natural_limit: limit,
  });
}

/** Our verdict for each class; Statistics Canada's four, and Eustat's names for the same four. */
const VERDICT_OF: Record<string, Verdict> = {
  target_achieved: 'achieved',
  substantial_progress: 'on_track',
  moderate_progress: 'lagging',
  limited_progress: 'far_behind',
  deterioration: 'reversing',
  not_available: 'unassessable',
};
const VERDICT_OF_EUSTAT: Record<string, Verdict> = {
  significant_progress: 'on_track',
  moderate_progress: 'lagging',
  moderate_deterioration: 'far_behind',
  significant_deterioration: 'reversing',
  not_available: 'unassessable',
};

/** The published class as a verdict: its best class is split at R = 1.05, and Eustat counts a met target to it. */
function publishedVerdict(set: PublishedSet, row: Row): Verdict | undefined {
  const [, direction, , , , latest, , target, , status, ratio] = row;
  const verdict = (isEustat(set) ? VERDICT_OF_EUSTAT : VERDICT_OF)[status];
  if (verdict !== 'on_track' || target === null || latest === null) return verdict;
  if (isEustat(set) && direction * (latest - target) >= 0) return 'achieved';
  return ratio !== null && ratio >= 1.05 ? 'ahead' : 'on_track';
}

describe.each(sets)('$agency, $source', (set) => {
  it.each(set.cases)('%s', (...row) => {
    const result = judge(row);
    expect(result.verdict).toBe(publishedVerdict(set, row));
    const [target, , , ratio, score] = row.slice(7) as [number | null, unknown, unknown, number | null, number | null];
    if (target === null) return;
    // A published gap is a ratio that does not exist: nothing was required, or there is nothing to go by.
    if (ratio === null) expect(result.ratio).toBeUndefined();
    else expect(Math.abs((result.ratio ?? Number.NaN) - ratio)).toBeLessThan(1e-6);
    // Eustat has the slopes 5/1.2 and 5/0.7 unrounded.
    const tolerance = isEustat(set) ? 1e-4 : 2e-6;
    if (score !== null) expect(Math.abs((result.score ?? Number.NaN) - score)).toBeLessThan(tolerance);
  });
});

describe('natural limits', () => {
  /** Published score = slope · growth / C − offset, so that growth and score say what C was. */
  const LINES: Record<string, [slope: number, offset: number]> = {
    substantial_progress: [500, 5],
    moderate_progress: [250, 1.25],
    limited_progress: [500, 2.5],
  };
  const factors = sets
    .flatMap(({ cases }) => cases)
    .flatMap(([series, , , base, , , , target, limit, status, growth, score]) => {
      const line = LINES[status];
      if (!line || target !== null || limit === null || base === null || !growth || score === null) return [];
      return score === 5 ? [] : [{ series, base, limit, factor: (line[0] * growth) / (score + line[1]) }];
    });

  it.each(factors)('$series: C of $base with the limit $limit', ({ base, limit, factor }) => {
    expect(limitFactor(base, limit)).toBeCloseTo(factor, 4);
  });

  it('are there to be compared', () => {
    expect(factors.length).toBeGreaterThan(15);
  });

  // By hand, as nothing published starts between the limit and twice the limit and stays below the best class:
  // C = 1 − 0.9^4.44 = 0.3736, so the cuts are 0.560 % and 0.187 %.
  it.each([
    [109.3, 'on_track'],
    [109.5, 'lagging'],
    [109.9, 'far_behind'],
    [110.1, 'reversing'],
  ])('110 falling to %d with the limit 100 is %s', (latest, verdict) => {
    expect(judge(['', -1, 2020, 110, 2021, latest, 2030, null, 100, '', null, null]).verdict).toBe(verdict);
  });
});

describe('published groups', () => {
  const grouped = sets.flatMap((set) =>
    set.groups.map(([indicator, status, score]) => ({
      indicator,
      status,
      score,
      results: set.cases.filter(([series]) => series.startsWith(`${indicator}#`)).map((row) => judge(row)),
    })),
  );

  it.each(grouped)('$indicator has the mean score of its series', ({ status, score, results }) => {
    const assessed = results.map((result) => ({ verdict: result.verdict, score: result.score ?? null }));
    expect(results.length).toBeGreaterThan(1);
    expect(groupScore(assessed)).toBeCloseTo(score, 5);
    expect(groupAchieved(assessed)).toBe(status === 'target_achieved');
  });
});

describe('the published 0.001 for a base or target of 0', () => {
  const stoodIn = sets.flatMap(({ cases }) => cases.filter((row) => row[3] === 0.001 || row[7] === 0.001));

  it.each(stoodIn)('%s is the same from 0', (...row) => {
    expect(judge(row, (value) => (value === 0.001 ? 0 : value))).toEqual(judge(row));
  });
});

describe('the published cases', () => {
  const rows = sets.flatMap((set) => set.cases.map((row) => ({ set, row })));

  it('are well over a hundred with a target, in every class', () => {
    const verdicts = rows.filter(({ row }) => row[7] !== null).map(({ set, row }) => publishedVerdict(set, row));
    expect(verdicts.length).toBeGreaterThan(200);
    expect(new Set(verdicts).size).toBe(7);
    expect(verdicts).not.toContain(undefined);
  });
});
