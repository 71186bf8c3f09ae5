import type { TargetRow } from '@dabiao/contract/target';
import { decimalsOf, roundTo } from '@dabiao/domain/decimal';
import { formatDifference, formatNumber, formatPercent } from '@dabiao/domain/number-text';
import type { Verdict } from '@dabiao/domain/verdict';
import type { Lang } from '../../ui/url-state.ts';
import { plainText } from '../../ui/value-text.ts';

/** One line of a calculation: what it is, how it is computed with the numbers in it, and the result. */
export interface FormulaLine {
  symbol: 'observed' | 'required' | 'ratio' | 'gapToPath' | 'share' | 'met';
  expression: string;
  result: string;
}

type Judged = Pick<TargetRow, 'assessment' | 'judgedUnit' | 'direction' | 'pathNow'>;

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

/** The calculation behind a verdict, line by line, with the numbers in it. Empty where nothing could be computed. */
export function formulaLines(row: Judged, lang: Lang): FormulaLine[] {
  const { method } = row.assessment;
  const first = metLine(row, lang);
  if (method === 'path') return [...first, ...pathLines(row, lang)];
  if (method === 'required_pace' || method === 'direction_only') return [...first, ...paceLines(row)];
  return first;
}

/** Cuts of the methods, best first: from which value of the deciding number on a verdict is given. */
export const THRESHOLDS: Record<'required_pace' | 'path', readonly { verdict: Verdict; cut: string }[]> = {
  required_pace: [
    { verdict: 'ahead', cut: 'R ≥ 1.05' },
    { verdict: 'on_track', cut: '0.95 ≤ R < 1.05' },
    { verdict: 'lagging', cut: '0.60 ≤ R < 0.95' },
    { verdict: 'far_behind', cut: '0 ≤ R < 0.60' },
    { verdict: 'reversing', cut: 'R < 0' },
  ],
  path: [
    { verdict: 'ahead', cut: 'v ≥ 105% p' },
    { verdict: 'on_track', cut: 'v ≥ (1 − δ) p' },
    { verdict: 'lagging', cut: 's ≥ 60%' },
    { verdict: 'far_behind', cut: 's < 60%' },
    { verdict: 'reversing', cut: 'v < b' },
  ],
};
