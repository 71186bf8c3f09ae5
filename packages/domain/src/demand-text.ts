import type { Assessment } from './assessment.ts';
import { decimalsOf } from './decimal.ts';
import type { Indicator } from './indicator.ts';
import { formatValue, type Lang } from './number-text.ts';
import { type Comparator, judgedDirection, judgedUnit, type Target } from './target.ts';

type Due = NonNullable<Assessment['due']>;

/** Year a computed kind is measured from: the baseline, else the year before the period. */
export function originYear(target: Target): number {
  return target.baseline?.year ?? target.period.from - 1;
}

/** The demanded amount with its unit; of a range both ends. */
function amount(due: Due, unit: string, lang: Lang): string {
  const text = (value: number) => formatValue(value, decimalsOf(value), unit, lang);
  if (due.valueMax === null) return text(due.value);
  const [low, high] = [text(due.value), text(due.valueMax)];
  const bare = unit !== '%' && low.endsWith(unit) && high.endsWith(unit) ? low.slice(0, -unit.length) : low;
  return `${bare}${lang === 'zh' ? '—' : '–'}${high}`;
}

/** 增长8%以上, 超过…, 不超过…: the amount after a verb that already says which way. */
function chineseAmount(comparator: Comparator, text: string): string {
  if (comparator === 'gt') return `超过${text}`;
  if (comparator === 'gte') return `${text}以上`;
  if (comparator === 'lt') return `低于${text}`;
  if (comparator === 'lte') return `不超过${text}`;
  return comparator === 'approx' ? `${text}左右` : text;
}

function chineseLevel(comparator: Comparator, text: string, less: boolean): string {
  if (comparator === 'gt') return `超过${text}`;
  if (comparator === 'lt') return `低于${text}`;
  if (comparator === 'lte') return `控制在${text}以内`;
  const verb = less ? '降到' : '达到';
  return comparator === 'approx' ? `${verb}${text}左右` : `${verb}${text}`;
}

function chineseDemand(target: Target, indicator: Indicator, due: Due): string {
  const text = amount(due, judgedUnit(target.kind, indicator), 'zh');
  const { comparator } = target;
  const worded = chineseAmount(comparator, text);
  switch (target.kind) {
    case 'cumulative_increment':
      return `累计新增${worded}`;
    case 'growth_vs_baseline':
      return `比${originYear(target)}年增长${worded}`;
    case 'reduction_vs_baseline':
      return `比${originYear(target)}年下降${worded}`;
    case 'multiple_of_baseline':
      return `${comparator === 'gt' ? '超过' : '达到'}${originYear(target)}年的${comparator === 'gt' ? text : worded}`;
    case 'growth_rate':
      return `${target.everyYear ? '比上年' : '年均'}增长${worded}`;
    default:
      return chineseLevel(comparator, text, judgedDirection(target, indicator) === 'less');
  }
}

const ENGLISH_AMOUNTS: Record<Comparator, string> = {
  gt: 'more than ',
  gte: 'at least ',
  lt: 'less than ',
  lte: 'at most ',
  approx: 'about ',
  eq: '',
  range: '',
};

function englishLevel(comparator: Comparator, text: string, less: boolean): string {
  if (comparator === 'gt') return `exceed ${text}`;
  if (comparator === 'lt') return `stay below ${text}`;
  if (comparator === 'lte') return `stay within ${text}`;
  const verb = less ? 'fall to' : 'reach';
  return comparator === 'approx' ? `${verb} about ${text}` : `${verb} ${text}`;
}

function englishDemand(target: Target, indicator: Indicator, due: Due): string {
  const text = amount(due, judgedUnit(target.kind, indicator), 'en');
  const worded = `${ENGLISH_AMOUNTS[target.comparator]}${text}`;
  switch (target.kind) {
    case 'cumulative_increment':
      return `add ${worded}`;
    case 'growth_vs_baseline':
      return `grow by ${worded} on ${originYear(target)}`;
    case 'reduction_vs_baseline':
      return `fall by ${worded} on ${originYear(target)}`;
    case 'multiple_of_baseline':
      return `reach ${worded} the value of ${originYear(target)}`;
    case 'growth_rate':
      return `grow by ${worded} ${target.everyYear ? 'on the year before' : 'a year'}`;
    default:
      return englishLevel(target.comparator, text, judgedDirection(target, indicator) === 'less');
  }
}

/**
 * What one milestone demands, as a verb phrase without its year: 达到60,000个, 控制在5%以内, 比2020年下降13.5%以上;
 * "reach 60,000", "fall by at least 13.5% on 2020". Values as given, in the judged unit.
 */
export function demandText(target: Target, indicator: Indicator, due: Due, lang: Lang): string {
  return lang === 'zh' ? chineseDemand(target, indicator, due) : englishDemand(target, indicator, due);
}
