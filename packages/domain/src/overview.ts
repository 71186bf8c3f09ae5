import type { Assessment } from './assessment.ts';
import { subtract } from './decimal.ts';
import { ATTENTION, VERDICTS, type Verdict } from './verdict.ts';

/** How many assessments have each verdict; every verdict is there, 0 included, best first. */
export function countVerdicts(assessments: readonly Pick<Assessment, 'verdict'>[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of assessments) counts[verdict] += 1;
  return counts;
}

/** Mean score of a group, −5 … +5, those without a score left out; null where none has one (progress.md §3). */
export function groupScore(assessments: readonly Pick<Assessment, 'score'>[]): number | null {
  const scores = assessments.flatMap(({ score }) => (score === null ? [] : [score]));
  return scores.length === 0 ? null : scores.reduce((total, score) => total + score, 0) / scores.length;
}

/** Whether a group is achieved: only if all of it is, and there is something in it. */
export function groupAchieved(assessments: readonly Pick<Assessment, 'verdict'>[]): boolean {
  return assessments.length > 0 && assessments.every(({ verdict }) => verdict === 'achieved');
}

type Attended = Pick<Assessment, 'verdict' | 'latest' | 'due' | 'gapToPath' | 'gapToTarget'>;

/**
 * How far a target lies on the worse side of its path, as a share of the path's size; of its milestone where there
 * is no path. What needs attention has not met its milestone, so the side of the milestone is the worse one.
 */
function shortfall({ latest, due, gapToPath, gapToTarget }: Attended): number {
  if (!latest || !due || gapToTarget === null) return 0;
  const gap = gapToPath ?? gapToTarget;
  const size = Math.abs(subtract(latest.value, gap));
  return size === 0 ? 0 : (gap * Math.sign(gapToTarget)) / size;
}

/** Orders by need of attention: worst verdict, then farthest behind the path in relation to it, then due first. */
export function compareAttention(a: Attended, b: Attended): number {
  const rank = ({ verdict }: Attended) => (ATTENTION.includes(verdict) ? ATTENTION.indexOf(verdict) : ATTENTION.length);
  const year = ({ due }: Attended) => due?.year ?? Number.MAX_SAFE_INTEGER;
  return rank(a) - rank(b) || shortfall(b) - shortfall(a) || year(a) - year(b);
}

/** What needs attention (missed, reversing, far behind, lagging), most urgent first; equal ones keep their order. */
export function attentionOrder<T extends Attended>(assessments: readonly T[]): T[] {
  return assessments.filter(({ verdict }) => ATTENTION.includes(verdict)).sort(compareAttention);
}
