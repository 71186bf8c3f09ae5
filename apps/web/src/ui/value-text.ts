import { caveatLabel } from '@dabiao/charts/caveat-label';
import { decimalsOf, roundTo } from '@dabiao/domain/decimal';
import type { CaveatKind } from '@dabiao/domain/figure';
import { magnitudeInUse } from '@dabiao/domain/magnitude';
import { formatValue } from '@dabiao/domain/number-text';
import type { Comparator } from '@dabiao/domain/target';
import { convert } from '@dabiao/domain/unit';
import type { Lang } from './url-state.ts';

interface Stated {
  value: number;
  decimals: number;
  caveats: readonly CaveatKind[];
}

const BOUNDS: Partial<Record<CaveatKind, { zh: string; en: string }>> = {
  at_least: { zh: '≥', en: '≥ ' },
  at_most: { zh: '≤', en: '≤ ' },
  about: { zh: '约', en: 'about ' },
};

/**
 * A figure with everything that must be said beside its number: ≥7,000亿元（下限）, 49,000个（截至9月）.
 * @param note the source's own words on it, where known; they say the month of a part-year figure
 */
export function figureText(figure: Stated, unit: string, lang: Lang, note: string | null = null): string {
  const bound = figure.caveats.map((caveat) => BOUNDS[caveat]?.[lang] ?? '').join('');
  const number = formatValue(figure.value, figure.decimals, unit, lang);
  return `${bound}${number}${caveatWords(figure.caveats, note, lang)}`;
}

/** The caveats in brackets, 「（截至9月）」; empty for a plain figure. */
export function caveatWords(caveats: readonly CaveatKind[], note: string | null, lang: Lang): string {
  const words = caveatLabel(caveats, note, lang);
  if (words === '') return '';
  return lang === 'zh' ? `（${words}）` : ` (${words})`;
}

/** A value in the digits it has: 39.7%, 20,000个. */
export function plainText(value: number, unit: string, lang: Lang): string {
  return formatValue(value, decimalsOf(value), unit, lang);
}

/**
 * A value that was worked out, such as that of a path: with one digit after the point, or the `decimals` of what it
 * stands beside.
 */
export function computedText(value: number, decimals: number, unit: string, lang: Lang): string {
  return plainText(roundTo(value, Math.max(1, decimals)), unit, lang);
}

/**
 * A Chinese sentence that came ready-made, its values written as the reader chose: in 万, 10,039亿元 becomes
 * 100,390,000万元. Numbers of other units, years and counts are left alone.
 */
export function inReadersUnits(sentence: string, unit: string): string {
  const base = unit.replace(/^[万亿]+/, '');
  if (magnitudeInUse() === 'auto' || !/^[\p{Script=Han}]+$/u.test(base)) return sentence;
  const values = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)((?:万亿|亿|万)?${base})(?![/％]|百分点)`, 'gu');
  return sentence.replace(values, (written, number: string, itsUnit: string) => {
    const value = convert(Number(number.replaceAll(',', '')), itsUnit, unit);
    return value === null ? written : formatValue(value, decimalsOf(value), unit, 'zh');
  });
}

const SIGNS: Partial<Record<Comparator, string>> = { gt: '>', gte: '≥', lt: '<', lte: '≤' };

/** The demanded amount with its comparing sign: ≥60,000个, 45%左右, 15—20家. */
export function demandAmount(
  comparator: Comparator,
  due: { value: number; valueMax?: number | null },
  unit: string,
  lang: Lang,
): string {
  const text = plainText(due.value, unit, lang);
  const max = due.valueMax ?? null;
  if (max !== null) return rangeText(text, plainText(max, unit, lang), lang);
  if (comparator === 'approx') return lang === 'zh' ? `${text}左右` : `about ${text}`;
  const sign = SIGNS[comparator];
  return sign === undefined ? text : `${sign}${lang === 'en' ? ' ' : ''}${text}`;
}

/** 15—20家: the unit once, where both ends have the same. */
function rangeText(low: string, high: string, lang: Lang): string {
  const unit = high.replace(/^[-\d.,]+/, '');
  const bare = unit !== '' && low.endsWith(unit) ? low.slice(0, -unit.length) : low;
  return `${bare}${lang === 'zh' ? '—' : '–'}${high}`;
}
