import type { JudgedPoint, YearValue } from './assessment.ts';
import { type ChosenBase, chooseBase, incomparable, isChange, type JudgingContext } from './assessment-context.ts';
import { scale, subtract } from './decimal.ts';
import { compoundPace } from './required-pace.ts';

/** The pace between two years that both have a value, in the judged unit. */
export interface PaceSpan {
  from: YearValue;
  to: YearValue;
  /** Compound change a year, 0.05 = 5 %; null for kinds that are changes, from 0 and from or to negative values. */
  compound: number | null;
  /** Change a year in the judged unit (个百分点 where that is %). */
  units: number;
}

/** Each null where one of its two years has no value, or the two cannot be compared (a bound, another scope). */
export interface Paces {
  lastYear: PaceSpan | null;
  lastThree: PaceSpan | null;
  sinceBase: PaceSpan | null;
}

function spanOf({ target }: JudgingContext, from: ChosenBase, latest: JudgedPoint): PaceSpan | null {
  const { base } = from;
  if (!base || base.year >= latest.year || incomparable(from, latest)) return null;
  const units = scale(subtract(latest.value, base.value), 1, latest.year - base.year) || 0;
  if (!Number.isFinite(units)) return null;
  const compound = isChange(target.kind) ? null : compoundPace(base, latest);
  const to = { year: latest.year, value: latest.value };
  return { from: { year: base.year, value: base.value }, to, compound, units };
}

/** The value of a year to reckon from: its figure, or the base where that is of the year. */
function valueIn({ series }: JudgingContext, chosen: ChosenBase, year: number): ChosenBase {
  if (chosen.base?.year === year) return chosen;
  const point = series.points.find((one) => one.year === year) ?? null;
  return { base: point, point };
}

/** The paces up to the latest judged value: of the last year, of the last three, and since the base it is judged from. */
export function pacesOf(context: JudgingContext): Paces {
  const latest = context.series.points.at(-1);
  const { kind, everyYear } = context.target;
  // A mean over the period has no pace of its own.
  if (!latest || (kind === 'growth_rate' && !everyYear)) return { lastYear: null, lastThree: null, sinceBase: null };
  const chosen = chooseBase(context, latest);
  const over = (years: number) => spanOf(context, valueIn(context, chosen, latest.year - years), latest);
  return { lastYear: over(1), lastThree: over(3), sinceBase: spanOf(context, chosen, latest) };
}
