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

type Attended = Pick<Assessment, 'asOf' | 'verdict' | 'latest' | 'due' | 'gapToPath' | 'gapToTarget'>;

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

/** Whether the milestone fell due before the as-of year: it can be explained, but no longer be met in time. */
const isPast = ({ due, asOf }: Attended): boolean => due !== null && due.year < asOf;

/**
 * Orders by need of attention: what can still be acted on before what is past; then the worst verdict, the farthest
 * behind the path in relation to it, and what is due first.
 */
function compareAttention(a: Attended, b: Attended): number {
  const year = ({ due }: Attended) => due?.year ?? Number.MAX_SAFE_INTEGER;
  return (
    Number(isPast(a)) - Number(isPast(b)) ||
    ATTENTION.indexOf(a.verdict) - ATTENTION.indexOf(b.verdict) ||
    shortfall(b) - shortfall(a) ||
    year(a) - year(b)
  );
}

/** What needs attention (missed, reversing, far behind, lagging), most urgent first; equal ones keep their order. */
export function attentionOrder<T>(items: readonly T[], assessmentOf: (item: T) => Attended): T[] {
  return items
    .filter((item) => ATTENTION.includes(assessmentOf(item).verdict))
    .sort((a, b) => compareAttention(assessmentOf(a), assessmentOf(b)));
}
