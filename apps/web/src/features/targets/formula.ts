import type { TargetRow } from '@dabiao/contract/target';
import { decimalsOf, roundTo } from '@dabiao/domain/decimal';
import { limitFactor } from '@dabiao/domain/direction-only';
import { formatDifference, formatNumber, formatPercent } from '@dabiao/domain/number-text';
import { DEFAULT_SCHEDULE_CUTS } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import type { Lang } from '../../ui/url-state.ts';
import { plainText } from '../../ui/value-text.ts';

/** One line of a calculation: what it is, how it is computed with the numbers in it, and the result. */
export interface FormulaLine {
  symbol:
    | 'observed'
    | 'required'
    | 'ratio'
    | 'gapToPath'
    | 'share'
    | 'met'
    | 'completion'
    | 'scheduleShare'
    | 'lead'
    | 'limit';
  expression: string;
  result: string;
}

type Judged = Pick<
  TargetRow,
  'assessment' | 'judgedUnit' | 'direction' | 'pathNow' | 'indicator' | 'tolerance' | 'scheduleCuts'
>;

/** Decimals shown of values that were computed; a result can be checked from what is shown. */
const DECIMALS = 2;

const rounded = (value: number) => roundTo(value, DECIMALS);
const bare = (value: number) => plainText(rounded(value), '指数', 'zh');
const rate = (value: number) => formatPercent(value, DECIMALS);

function signed(difference: number, decimals: number, unit: string, lang: Lang): string {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '';
  return `${sign}${formatDifference(difference, decimals, unit, lang)}`;
}

const bracketed = (text: string) => (text.startsWith('-') ? `(${text})` : text);

function root(from: { year: number; value: number }, to: { year: number; value: number }): string {
  return `(${bare(to.value)} ÷ ${bare(from.value)})^(1/(${to.year}−${from.year})) − 1`;
}

function paceLines({ assessment, direction }: Judged): FormulaLine[] {
  const { base, latest, due, observedPace, requiredPace, ratio } = assessment;
  const lines: FormulaLine[] = [];
  if (base && latest && observedPace !== null) {
    lines.push({ symbol: 'observed', expression: root(base, latest), result: rate(observedPace) });
  }
  if (base && due && requiredPace !== null) {
    lines.push({ symbol: 'required', expression: root(base, due), result: rate(requiredPace) });
  }
  if (ratio !== null && observedPace !== null && requiredPace !== null) {
    const sign = direction === 'more' ? '' : '−';
    lines.push({
      symbol: 'ratio',
      expression: `${sign}${bracketed(rate(observedPace))} ÷ |${rate(requiredPace)}|`,
      result: formatNumber(ratio, 3),
    });
  }
  return lines;
}

function pathLines({ assessment, judgedUnit, pathNow, direction }: Judged, lang: Lang): FormulaLine[] {
  const { latest, base, ratio, gapToPath } = assessment;
  if (!latest || pathNow === null || gapToPath === null) return [];
  const lines: FormulaLine[] = [
    {
      symbol: 'gapToPath',
      expression: `${plainText(rounded(latest.value), judgedUnit, lang)} − ${plainText(rounded(pathNow), judgedUnit, lang)}`,
      result: signed(gapToPath, Math.max(latest.decimals, Math.min(DECIMALS, decimalsOf(gapToPath))), judgedUnit, lang),
    },
  ];
  if (ratio === null) return lines;
  const sign = direction === 'more' ? 1 : -1;
  const [over, under] = direction === 'more' ? [latest.value, pathNow] : [pathNow, latest.value];
  const expression =
    base !== null && sign * (pathNow - base.value) > 0
      ? `(${bare(latest.value)} − ${bare(base.value)}) ÷ (${bare(pathNow)} − ${bare(base.value)})`
      : `${bare(over)} ÷ ${bare(under)}`;
  return [...lines, { symbol: 'share', expression, result: formatPercent(ratio) }];
}

function metLine({ assessment, judgedUnit }: Judged, lang: Lang): FormulaLine[] {
  const { latest, due, verdict, gapToTarget } = assessment;
  if (!latest || !due || gapToTarget === null || (verdict !== 'achieved' && verdict !== 'missed')) return [];
  const digits = Math.max(latest.decimals, decimalsOf(due.value));
  return [
    {
      symbol: 'met',
      expression: `${plainText(rounded(latest.value), judgedUnit, lang)} − ${plainText(due.value, judgedUnit, lang)}`,
      result: signed(gapToTarget, digits, judgedUnit, lang),
    },
  ];
}

/** 序时进度: completion against the path's share of the milestone, both as shares of it, inverse where less is better. */
function scheduleLines({ assessment, pathNow, direction }: Judged): FormulaLine[] {
  const { latest, due, lead } = assessment;
  if (!latest || !due || pathNow === null || lead === null) return [];
  const share = (value: number): string =>
    direction === 'more' ? `${bare(value)} ÷ ${bare(due.value)}` : `${bare(due.value)} ÷ ${bare(value)}`;
  const size = (value: number): number => (direction === 'more' ? value / due.value : due.value / value);
  const [done, asked] = [formatPercent(size(latest.value)), formatPercent(size(pathNow))];
  return [
    { symbol: 'completion', expression: share(latest.value), result: done },
    { symbol: 'scheduleShare', expression: share(pathNow), result: asked },
    { symbol: 'lead', expression: `${done} − ${asked}`, result: signed(lead, 1, '%', 'zh') },
  ];
}

/** The factor on the cuts near a natural limit; none where there is no limit in the wanted direction. */
function limitLine({ assessment, direction, indicator }: Judged): FormulaLine[] {
  const { naturalLimit } = indicator;
  const { base } = assessment;
  if (naturalLimit === null || direction === 'less' || !base || base.value > naturalLimit) return [];
  return [
    {
      symbol: 'limit',
      expression: `1 − (${bare(base.value)} ÷ ${bare(naturalLimit)})^4.44`,
      result: formatNumber(limitFactor(base.value, naturalLimit), 3),
    },
  ];
}

/** The calculation behind a verdict, line by line, with the numbers in it. Empty where nothing could be computed. */
export function formulaLines(row: Judged, lang: Lang): FormulaLine[] {
  const { method } = row.assessment;
  const first = metLine(row, lang);
  if (method === 'path') return [...first, ...pathLines(row, lang)];
  if (method === 'required_pace') return [...first, ...paceLines(row)];
  if (method === 'direction_only') return [...first, ...paceLines(row), ...limitLine(row)];
  return method === 'schedule' ? [...first, ...scheduleLines(row)] : first;
}

/** A verdict with the values of the deciding number that give it. */
export interface Cut {
  verdict: Verdict;
  cut: string;
}

const PACE_CUTS: readonly Cut[] = [
  { verdict: 'ahead', cut: 'R ≥ 1.05' },
  { verdict: 'on_track', cut: '0.95 ≤ R < 1.05' },
  { verdict: 'lagging', cut: '0.60 ≤ R < 0.95' },
  { verdict: 'far_behind', cut: '0 ≤ R < 0.60' },
  { verdict: 'reversing', cut: 'R < 0' },
];

/** A cut of direction_only in per cent a year, scaled by C. */
const scaledCut = (percent: number, row: Judged): string => {
  const limit = row.direction === 'more' ? row.indicator.naturalLimit : null;
  return `${formatNumber(percent * limitFactor(row.assessment.base?.value ?? 0, limit), DECIMALS)}%`;
};

/** The cuts of the method that judged, best first; empty where no method did. */
export function cutsOf(row: Judged): readonly Cut[] {
  const { method } = row.assessment;
  const tolerance = formatNumber(row.tolerance * 100, decimalsOf(row.tolerance * 100));
  if (method === 'required_pace') return PACE_CUTS;
  if (method === 'path') {
    return [
      { verdict: 'ahead', cut: 'v ≥ 105% p' },
      { verdict: 'on_track', cut: `v ≥ p − ${tolerance}% p` },
      { verdict: 'lagging', cut: 's ≥ 60%' },
      { verdict: 'far_behind', cut: 's < 60%' },
      { verdict: 'reversing', cut: 'v < b' },
    ];
  }
  if (method === 'schedule') {
    const { red } = row.scheduleCuts ?? DEFAULT_SCHEDULE_CUTS;
    const edge = formatNumber(red, decimalsOf(red)).replace('-', '−');
    return [
      { verdict: 'on_track', cut: 'Δ ≥ 0' },
      { verdict: 'lagging', cut: `${edge} ≤ Δ < 0` },
      { verdict: 'far_behind', cut: `Δ < ${edge}` },
    ];
  }
  if (method !== 'direction_only') return [];
  const [high, low] = [scaledCut(1.5, row), scaledCut(0.5, row)];
  const turned = row.direction === 'less' ? '−a' : 'a';
  return [
    { verdict: 'on_track', cut: `${turned} ≥ ${high}` },
    { verdict: 'lagging', cut: `${low} ≤ ${turned} < ${high}` },
    { verdict: 'far_behind', cut: `0 ≤ ${turned} < ${low}` },
    { verdict: 'reversing', cut: `${turned} < 0` },
  ];
}
