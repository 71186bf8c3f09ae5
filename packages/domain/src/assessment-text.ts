import type { Assessment } from './assessment.ts';
import { decimalsOf, roundTo, subtract } from './decimal.ts';
import type { Direction, Indicator } from './indicator.ts';
import { formatDifference, formatPercent, formatValue, type Lang } from './number-text.ts';
import { judgedDirection, judgedUnit, type Target } from './target.ts';

/** An assessment whose sentences are still to be written. */
export type Unworded = Omit<Assessment, 'sentence'>;

/** Decimals beyond which no difference is worth showing. */
const MOST_DECIMALS = 4;

/** The numbers of an assessment as text, each null where the assessment has none. */
export interface AssessmentText {
  direction: Direction;
  unit: string;
  /** Decimals the latest value is shown with: those it was given in, more where a computed one would hide its gap. */
  decimals: number;
  /** 完成率; never rounded up to 100 % while short of it. */
  completion: string | null;
  /** Size of the distance from T, and whether the value is on the worse side of it. */
  gap: string | null;
  short: boolean;
  /** Value of the path in the latest year, distance from it and its side. */
  path: string | null;
  pathGap: string | null;
  abovePath: boolean;
  /** Size of the lead of the completion on the path's share of T, in 百分点; null for targets to stay below. */
  lead: string | null;
  /** Sizes of the compound changes a year, with as many decimals as tell the first two apart. */
  observed: string | null;
  required: string | null;
  needed: string | null;
  /** Size of the change a year in units, for percentages and changes, where a compound rate would mislead. */
  neededUnits: string | null;
}

/** Fewest decimals (from `least` on, at most four) at which `value` does not round to `other`. */
export function tellingDecimals(value: number, other: number, least: number): number {
  let decimals = least;
  while (decimals < MOST_DECIMALS && value !== other && roundTo(value, decimals) === roundTo(other, decimals)) {
    decimals += 1;
  }
  return decimals;
}

function completionText(share: number | null): string | null {
  if (share === null || share <= 0) return null;
  return formatPercent(share, tellingDecimals(share * 100, 100, 1));
}

function leadText({ gapToPath, due }: Unworded, direction: Direction, lang: Lang): string | null {
  if (gapToPath === null || !due || due.value === 0 || direction === 'less') return null;
  const lead = (gapToPath / due.value) * 100;
  return Number.isFinite(lead) ? formatDifference(lead, 1, '%', lang) : null;
}

function paceTexts(observed: number | null, required: number | null): Pick<AssessmentText, 'observed' | 'required'> {
  const same = observed === null || required === null;
  const decimals = same ? 1 : tellingDecimals(observed * 100, required * 100, 1);
  const text = (pace: number | null) => (pace === null ? null : formatPercent(Math.abs(pace), decimals));
  return { observed: text(observed), required: text(required) };
}

/** The assessment's numbers in words of one language, in the judged unit. */
export function assessmentText(target: Target, indicator: Indicator, found: Unworded, lang: Lang): AssessmentText {
  const unit = judgedUnit(target.kind, indicator);
  const direction = judgedDirection(target, indicator);
  const { latest, due, gapToPath, gapToTarget } = found;
  const computed = unit !== indicator.unit || target.kind === 'growth_rate';
  const tells = computed && latest && due;
  const given = tells ? tellingDecimals(latest.value, due.value, latest.decimals) : (latest?.decimals ?? 0);
  const difference = (value: number, least: number) =>
    formatDifference(value, tellingDecimals(Math.abs(value), 0, least), unit, lang);
  const path = latest && gapToPath !== null ? subtract(latest.value, gapToPath) : null;
  const pathDecimals = path === null ? given : Math.max(given, Math.min(decimalsOf(path), unit === '%' ? 1 : given));
  return {
    direction,
    unit,
    decimals: given,
    completion: direction === 'less' || target.kind === 'growth_rate' ? null : completionText(found.completion),
    gap: gapToTarget === null || !due ? null : difference(gapToTarget, Math.max(given, decimalsOf(due.value))),
    short: gapToTarget !== null && (direction === 'more' ? gapToTarget < 0 : gapToTarget > 0),
    path: path === null ? null : formatValue(path, pathDecimals, unit, lang),
    pathGap: gapToPath === null ? null : difference(gapToPath, pathDecimals),
    abovePath: (gapToPath ?? 0) >= 0,
    lead: leadText(found, direction, lang),
    ...paceTexts(found.observedPace, found.requiredPace),
    needed: found.paceNeeded === null ? null : formatPercent(Math.abs(found.paceNeeded)),
    neededUnits: found.paceNeededUnits === null ? null : difference(found.paceNeededUnits, unit === '%' ? 1 : given),
  };
}
