import type { AssessmentText, Unworded } from './assessment-text.ts';
import { originYear } from './demand-text.ts';
import { CAVEAT_WORDS, type CaveatKind, FIGURE_STATUS_WORDS } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { formatDifference, formatPercent, formatValue, type Lang } from './number-text.ts';
import type { Target } from './target.ts';

/** How a caveat is put behind the value it belongs to. */
const CHINESE_CAVEATS: Record<CaveatKind, string> = {
  part_year: '非年末数',
  at_least: '按下限值推算',
  at_most: '按上限值推算',
  expected: '预计数',
  about: '约数',
  scope: '口径不同，仅供参考',
};

/** （快报数，按下限值推算）: what the reader must know about the figures used; empty where they are plain. */
export function caveatText({ latest, caveats }: Unworded, lang: Lang): string {
  const words: string[] = [];
  const status = latest?.status;
  const zh = lang === 'zh';
  if (status === 'preliminary' || status === 'estimated') {
    const word = FIGURE_STATUS_WORDS[status];
    words.push(zh ? `${word.zh}数` : word.en.toLowerCase());
  }
  for (const caveat of caveats) words.push(zh ? CHINESE_CAVEATS[caveat] : CAVEAT_WORDS[caveat].en.toLowerCase());
  if (words.length === 0) return '';
  return zh ? `（${words.join('，')}）` : ` (${words.join(', ')})`;
}

/** 2021—2024年, or 2021年 where first and last are one. */
function chineseSpan(first: number, last: number): string {
  return first >= last ? `${last}年` : `${first}—${last}年`;
}

function englishSpan(first: number, last: number): string {
  return first >= last ? `in ${last}` : `from ${first} to ${last}`;
}

interface Stated {
  year: number;
  value: number;
  decimals: number;
  from?: number;
}

/** The value with its sign: a mean of rates may be negative. */
function sizeSigned(point: Stated, unit: string, lang: Lang): string {
  return formatValue(point.value, point.decimals, unit, lang);
}

/** 增长12.3%, 下降12.3%; `turned` where the judged value is a reduction. */
function chineseChange(value: number, text: string, turned: boolean): string {
  return `${value >= 0 !== turned ? '增长' : '下降'}${text}`;
}

function chineseStatement(target: Target, indicator: Indicator, point: Stated, unit: string, asRate: boolean): string {
  const size = formatValue(Math.abs(point.value), point.decimals, unit, 'zh');
  const { name } = indicator;
  const origin = originYear(target);
  switch (target.kind) {
    case 'cumulative_increment':
      return `${chineseSpan(origin + 1, point.year)}${name}累计${point.value >= 0 ? '新增' : '减少'}${size}`;
    case 'growth_vs_baseline':
      return `${point.year}年${name}比${origin}年${chineseChange(point.value, size, false)}`;
    case 'reduction_vs_baseline':
      return `${point.year}年${name}比${origin}年${chineseChange(point.value, size, true)}`;
    case 'multiple_of_baseline':
      return `${point.year}年${name}为${origin}年的${size}`;
    case 'growth_rate':
      if (asRate && point.from !== undefined)
        return `${chineseSpan(point.from, point.year)}${name}平均为${sizeSigned(point, unit, 'zh')}`;
      if (asRate) break;
      if (target.everyYear) return `${point.year}年${name}比上年${chineseChange(point.value, size, false)}`;
      return `${chineseSpan(origin + 1, point.year)}${name}年均${chineseChange(point.value, size, false)}`;
  }
  return `${point.year}年${name}为${formatValue(point.value, point.decimals, unit, 'zh')}`;
}

function englishStatement(target: Target, indicator: Indicator, point: Stated, unit: string, asRate: boolean): string {
  const size = formatValue(Math.abs(point.value), point.decimals, unit, 'en');
  const name = indicator.nameEn ?? indicator.name;
  const origin = originYear(target);
  const change = (turned: boolean) => (point.value >= 0 !== turned ? 'rose' : 'fell');
  switch (target.kind) {
    case 'cumulative_increment':
      return `${name} ${point.value >= 0 ? 'rose' : 'fell'} by ${size} ${englishSpan(origin + 1, point.year)}`;
    case 'growth_vs_baseline':
      return `${name} ${change(false)} by ${size} between ${origin} and ${point.year}`;
    case 'reduction_vs_baseline':
      return `${name} ${change(true)} by ${size} between ${origin} and ${point.year}`;
    case 'multiple_of_baseline':
      return `${name} stood at ${size} its ${origin} value in ${point.year}`;
    case 'growth_rate':
      if (asRate && point.from !== undefined) {
        return `${name} averaged ${sizeSigned(point, unit, 'en')} ${englishSpan(point.from, point.year)}`;
      }
      if (asRate) break;
      if (target.everyYear) return `${name} ${change(false)} by ${size} in ${point.year}`;
      return `${name} ${change(false)} by ${size} a year ${englishSpan(origin + 1, point.year)}`;
  }
  return `${name} stood at ${formatValue(point.value, point.decimals, unit, 'en')} in ${point.year}`;
}

/**
 * What the latest judged value says, without a full stop: 2024年5G基站数为49,000个; 2021—2024年…年均增长8.5%.
 * @returns null where nothing is known
 */
export function statementText(
  target: Target,
  indicator: Indicator,
  found: Unworded,
  text: AssessmentText,
  lang: Lang,
): string | null {
  if (!found.latest) return null;
  const state = lang === 'zh' ? chineseStatement : englishStatement;
  const point = { ...found.latest, decimals: text.decimals };
  return state(target, indicator, point, text.unit, indicator.measure === 'rate');
}

/**
 * The change since the base of a level: 比2020年高1.2个百分点, 比2020年增长12.3%, 与2020年持平.
 * @returns null for kinds that are changes themselves, without a base, and where a percentage would mislead
 */
export function changeText(target: Target, { base, latest }: Unworded, unit: string, lang: Lang): string | null {
  const level = target.kind === 'level' || target.kind === 'share';
  if (!level || !base || !latest || latest.year <= base.year) return null;
  const zh = lang === 'zh';
  if (latest.value === base.value) return zh ? `与${base.year}年持平` : `unchanged from ${base.year}`;
  const up = latest.value > base.value;
  if (unit === '%') {
    const size = formatDifference(latest.value - base.value, Math.max(latest.decimals, 1), unit, lang);
    return zh ? `比${base.year}年${up ? '高' : '低'}${size}` : `${size} ${up ? 'above' : 'below'} ${base.year}`;
  }
  if (base.value <= 0 || latest.value < 0) return null;
  const size = formatPercent(Math.abs(latest.value / base.value - 1));
  return zh ? `比${base.year}年${up ? '增长' : '下降'}${size}` : `${up ? 'up' : 'down'} ${size} on ${base.year}`;
}
