import type { SubmissionEffects } from '@dabiao/contract/submission-effects';

/** A target that a submission touches, judged now and as it would be. */
export type TargetEffect = SubmissionEffects['targets'][number];

/** What happens to a target: another verdict, the same one on other grounds, nothing. */
export const MOVES = ['verdict', 'basis', 'same'] as const;
export type TargetMove = (typeof MOVES)[number];

export function moveOf({ changes, years }: TargetEffect): TargetMove {
  if (years.some(({ before, after }) => before.verdict !== after.verdict)) return 'verdict';
  return changes ? 'basis' : 'same';
}

/** Targets by what happens to them, each list in the order given. */
export function groupTargets(targets: readonly TargetEffect[]): Record<TargetMove, TargetEffect[]> {
  const groups: Record<TargetMove, TargetEffect[]> = { verdict: [], basis: [], same: [] };
  for (const target of targets) groups[moveOf(target)].push(target);
  return groups;
}

type Judged = TargetEffect['years'][number];

/** Years one after the other in which the verdict moves alike; `last` is judged in full. */
export interface YearRun {
  from: number;
  last: Judged;
}

/** The years worth showing: those in which the verdict moves, else the one that always comes; alike ones together. */
export function shownYears({ years }: TargetEffect): YearRun[] {
  const moved = years.filter(({ before, after }) => before.verdict !== after.verdict);
  const runs: YearRun[] = [];
  for (const judged of moved.length > 0 ? moved : years.slice(-1)) {
    const run = runs.at(-1);
    if (run && run.last.year + 1 === judged.year && movesAlike(run.last, judged)) run.last = judged;
    else runs.push({ from: judged.year, last: judged });
  }
  return runs;
}

const movesAlike = (a: Judged, b: Judged): boolean =>
  a.before.verdict === b.before.verdict && a.after.verdict === b.after.verdict;
