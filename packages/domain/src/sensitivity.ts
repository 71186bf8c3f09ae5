import { judgeTarget } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { isChange } from './assessment-context.ts';
import type { Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { isYearly } from './milestones.ts';
import { isNarrative, METHODS, type Method, type Target } from './target.ts';

/** What one of the other methods says of the same figures. */
export type OtherVerdict = { method: Method } & Pick<Assessment, 'verdict' | 'reason' | 'ratio' | 'lead'>;

/** Methods that can be asked of a target: compound growth of what is a change already means nothing. */
function askable(target: Target): Method[] {
  if (target.kind === 'growth_rate') return ['path'];
  return METHODS.filter((method) => !isChange(target.kind) || method === 'path' || method === 'schedule');
}

/**
 * Sensitivity: what the other methods of progress.md §3 say of the same target, figures and year. Empty where no method
 * was used: each year on its own, a target that its due year decided, a goal without a value.
 */
export function otherVerdicts(
  target: Target,
  indicator: Indicator,
  figures: readonly Figure[],
  found: Pick<Assessment, 'asOf' | 'method' | 'verdict'>,
): OtherVerdict[] {
  const decided = found.verdict === 'achieved' || found.verdict === 'missed';
  if (isNarrative(target) || isYearly(target) || target.milestones.length === 0 || !found.method || decided) return [];
  return askable(target)
    .filter((method) => method !== found.method)
    .map((method) => {
      const { verdict, reason, ratio, lead } = judgeTarget({ ...target, method }, indicator, figures, found.asOf);
      return { method, verdict, reason, ratio, lead };
    });
}
