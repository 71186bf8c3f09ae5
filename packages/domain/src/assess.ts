import { judgeMilestones } from './assess-milestones.ts';
import { judgeYears } from './assess-yearly.ts';
import type { Assessment, Reason } from './assessment.ts';
import { contextDemand, INCOMPARABLE, type Judgement, type JudgingContext, judgement } from './assessment-context.ts';
import { measuresOf } from './assessment-measures.ts';
import type { Unworded } from './assessment-text.ts';
import { isOver } from './comparator.ts';
import type { Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { judgedSeries } from './judged-series.ts';
import { datedMilestones, isYearly } from './milestones.ts';
import { assessmentSentence } from './sentence.ts';
import { isNarrative, judgedDirection, type Target } from './target.ts';

/** Reasons that mean "nothing known yet"; before the period has begun they are no fault of anyone. */
const NOTHING_KNOWN = new Set<Reason | null>(['no_figures', 'too_few_figures', 'no_baseline', 'no_baseline_value']);

/** Before the period has begun and with nothing known, a target is not due rather than not assessable. */
function beforePeriod(found: Judgement, { target, asOf }: JudgingContext): Judgement {
  const open = found.verdict === 'unassessable' || found.verdict === 'not_due';
  const nothing = NOTHING_KNOWN.has(found.reason) || found.reason === 'year_without_figure';
  if (asOf >= target.period.from || !open || !nothing) return found;
  return { ...found, verdict: 'not_due', reason: 'period_not_started' };
}

/** By the years of an every-year demand, else by the milestones; a narrative goal is never judged. */
function judgeBy(context: JudgingContext): Judgement {
  if (isNarrative(context.target)) return judgement('unassessable', { reason: 'narrative' });
  const yearly = isYearly(context.target) && context.milestones.length > 0;
  return beforePeriod(yearly ? judgeYears(context) : judgeMilestones(context), context);
}

/**
 * The assessment without its sentences: the judging alone, for many targets at once. Input and result as of
 * `assessTarget`.
 */
export function judgeTarget(target: Target, indicator: Indicator, figures: readonly Figure[], asOf: number): Unworded {
  const context: JudgingContext = {
    target,
    indicator,
    direction: judgedDirection(target, indicator),
    series: judgedSeries(target, indicator, figures, asOf),
    milestones: datedMilestones(target),
    asOf,
  };
  const found = judgeBy(context);
  const { used, ...judgedAs } = found;
  const caveats = [...new Set(used.flatMap((point) => point.caveats))];
  const plain = used.every((point) => point.status === 'final' || point.status === 'revised');
  const due = found.due ? { year: found.due.year, value: found.due.value, valueMax: found.due.valueMax } : null;
  return {
    target: target.id,
    asOf,
    ...judgedAs,
    due,
    over: found.latest && due ? isOver(contextDemand(context, due), found.latest.value) : false,
    provisional: found.verdict !== 'unassessable' && found.verdict !== 'not_due' && (!plain || caveats.length > 0),
    caveats,
    ...measuresOf(context, found.latest, due, INCOMPARABLE.has(found.reason) ? null : found.base),
  };
}

/**
 * 研判: judges one target as of the end of `asOf` (progress.md). Pure: the same figures give the same assessment,
 * figures after `asOf` change nothing, and every case gives a verdict or a named reason.
 * @param figures of the target's indicator and region, in the indicator's unit, one a year (the last given counts);
 *   others are ignored
 * @returns values in the judged unit of the target (`judgedUnit`); where the figure of the due year or of a missed
 *   year decides, `latest` is that one
 */
export function assessTarget(
  target: Target,
  indicator: Indicator,
  figures: readonly Figure[],
  asOf: number,
): Assessment {
  const found = judgeTarget(target, indicator, figures, asOf);
  return {
    ...found,
    sentence: {
      zh: assessmentSentence(target, indicator, found, 'zh'),
      en: assessmentSentence(target, indicator, found, 'en'),
    },
  };
}
