import { ATTAINMENT_REASON_WORDS, type Attained, type AttainmentReason } from './attainment.ts';
import { demandText } from './demand-text.ts';
import type { Forecast, NoForecast } from './forecast.ts';
import { FORECAST_REASON_WORDS } from './forecast-reason.ts';
import type { Indicator } from './indicator.ts';
import { formatPercent, formatValue, type Lang } from './number-text.ts';
import type { Outlook } from './outlook.ts';
import type { PaceSpan } from './pace-span.ts';
import { judgedDirection, judgedUnit, type Target, type TargetKind } from './target.ts';

/** 年均增速, 年均减量: what goes on from the base; of a change only that it goes on. */
function chinesePace({ kind }: Target, by: Attained['by'], { compound, units }: PaceSpan): string {
  if (by === 'compound') return (compound ?? 0) < 0 ? '年均降幅' : '年均增速';
  if (kind !== 'level' && kind !== 'share') return '年均进度';
  return units < 0 ? '年均减量' : '年均增量';
}

function chineseLateness(late: number): string {
  if (late === 0) return '与目标年份一致';
  return `比目标年份${late > 0 ? '晚' : '早'}${Math.abs(late)}年`;
}

function englishLateness(late: number): string {
  if (late === 0) return 'the year it is due';
  const years = Math.abs(late);
  return `${years} ${years === 1 ? 'year' : 'years'} ${late > 0 ? 'after' : 'before'} it is due`;
}

/** Reasons that say what becomes of the demand; the others only say why nothing is reckoned. */
type Telling = 'already_met' | 'no_change' | 'moving_away' | 'beyond_horizon';
const TELLING: Record<Telling, (since: number, demand: string) => { zh: string; en: string }> = {
  already_met: (_, demand) => ({
    zh: `最新数据已${demand}。`,
    en: `The latest figure meets the target to ${demand}.`,
  }),
  no_change: (since, demand) => ({
    zh: `${since}年以来没有变化，按此推算不能${demand}。`,
    en: `Unchanged since ${since}, it would not ${demand}.`,
  }),
  moving_away: (since, demand) => ({
    zh: `${since}年以来的变化与目标方向相反，按此推算不能${demand}。`,
    en: `Moving away from the target since ${since}, it would not ${demand}.`,
  }),
  beyond_horizon: (since, demand) => ({
    zh: `按${since}年以来的年均变化推算，50年内不能${demand}。`,
    en: `At the average pace since ${since}, it would not ${demand} within 50 years.`,
  }),
};

function isTelling(reason: AttainmentReason): reason is Telling {
  return Object.hasOwn(TELLING, reason);
}

function withoutYear(reason: AttainmentReason, since: PaceSpan | null, demand: string, lang: Lang): string {
  if (isTelling(reason)) return TELLING[reason](since?.from.year ?? 0, demand)[lang];
  const words = ATTAINMENT_REASON_WORDS[reason][lang];
  return lang === 'zh' ? `${words}，不推算达到年份。` : `No year of attainment: ${words.toLowerCase()}.`;
}

/**
 * When the last milestone is met at the present pace, or why that is not said: 按2021年以来的年均增速推算，
 * 2027年可达到60,000个，比目标年份晚2年。
 */
export function outlookSentence(target: Target, indicator: Indicator, outlook: Outlook, lang: Lang): string {
  const { attainment, final, paces } = outlook;
  const demand = final ? demandText(target, indicator, final, lang) : '';
  const since = paces.sinceBase;
  if ('reason' in attainment) return withoutYear(attainment.reason, since, demand, lang);
  const { year, late, by } = attainment;
  const from = since?.from.year ?? year;
  if (lang === 'en')
    return `At the average pace since ${from}, it would ${demand} in ${year}, ${englishLateness(late)}.`;
  const pace = since ? chinesePace(target, by, since) : '年均进度';
  return `按${from}年以来的${pace}推算，${year}年可${demand}，${chineseLateness(late)}。`;
}

/**
 * A probability for reading, 0 … 1: whole per cent, and neither certain nor impossible: 约为37%, 低于1%; "about 37%",
 * "less than 1%".
 */
export function probabilityText(probability: number, lang: Lang): string {
  if (probability < 0.01) return lang === 'zh' ? '低于1%' : 'less than 1%';
  if (probability > 0.99) return lang === 'zh' ? '高于99%' : 'more than 99%';
  return `${lang === 'zh' ? '约为' : 'about '}${formatPercent(probability, 0)}`;
}

/** What a forecast value of a kind is, before 预测值. */
const CHINESE_SUBJECTS: Partial<Record<TargetKind, string>> = {
  cumulative_increment: '累计新增',
  growth_vs_baseline: '比基期增幅',
  reduction_vs_baseline: '比基期降幅',
  multiple_of_baseline: '与基期之比的',
  growth_rate: '增速',
};

const ENGLISH_SUBJECTS: Partial<Record<TargetKind, string>> = {
  cumulative_increment: ' added so far',
  growth_vs_baseline: ' of growth on the baseline',
  reduction_vs_baseline: ' of reduction on the baseline',
  multiple_of_baseline: ' the baseline',
  growth_rate: ' of growth',
};

/**
 * The forecast for the year of the last milestone, or why there is none: 按趋势外推，2025年预测值为58.2%（80%预测区间
 * 55.1%—61.3%），达到目标的概率约为37%。
 */
export function forecastSentence(
  target: Target,
  indicator: Indicator,
  forecast: Forecast | NoForecast,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  if ('reason' in forecast) {
    const words = FORECAST_REASON_WORDS[forecast.reason];
    return zh ? `不作趋势外推：${words.zh}。` : `No forecast: ${words.en.toLowerCase()}.`;
  }
  const { due, decimals, probability } = forecast;
  const point = forecast.points.find(({ year }) => year === due.year);
  const text = (value: number) => formatValue(value, decimals, judgedUnit(target.kind, indicator), lang);
  const [value, low, high] = point ? [point.value, point.low80, point.high80].map(text) : [];
  const chance = probabilityText(probability, lang);
  if (zh) {
    const met = judgedDirection(target, indicator) === 'less' ? '实现' : '达到';
    const subject = CHINESE_SUBJECTS[target.kind] ?? '';
    const range = `（80%预测区间${low}—${high}）`;
    return `按趋势外推，${due.year}年${subject}预测值为${value}${range}，${met}目标的概率${chance}。`;
  }
  const subject = ENGLISH_SUBJECTS[target.kind] ?? '';
  const range = `(80% prediction interval ${low} to ${high})`;
  return `The trend gives ${value}${subject} in ${due.year} ${range}, and a chance of ${chance} of meeting the target.`;
}
