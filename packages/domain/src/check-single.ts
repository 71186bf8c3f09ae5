import { type Check, type Checked, shown } from './check-finding.ts';
import { decimalsOf, subtract } from './decimal.ts';
import type { Measure } from './indicator.ts';
import { convert, parseUnit } from './unit.ts';

/** First year of the statistics of the People's Republic. */
const FIRST_YEAR = 1949;

/** What is counted or is a part of a whole; rates fall, and an index may be made to. */
const NEVER_NEGATIVE = new Set<Measure>(['stock', 'flow', 'share']);

/** A growth rate beyond these is hardly one. */
const RATE_BOUNDS = { least: -100, most: 300 };

/**
 * More than the whole country has: 14.1亿人 (第七次全国人口普查公报, 2021), 960万平方公里 of land, 596亿千克标准煤 … each
 * with room above it. By dimension, in its base unit.
 */
const COUNTRY_BOUNDS: Record<string, { most: number; words: string }> = {
  人: { most: 1.6e9, words: '16亿人' },
  平方米: { most: 1.2e13, words: '1200万平方公里' },
  吨标准煤: { most: 1e10, words: '100亿吨标准煤' },
  千瓦时: { most: 2e13, words: '20万亿千瓦时' },
  元: { most: 1e15, words: '1000万亿元' },
};

const checkYear: Check = ({ figure, today }) => {
  const { year } = figure;
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= today + 1) return null;
  const text = () => `年份${year}不在${FIRST_YEAR}—${today + 1}年之内，请改正年份后重新上传。`;
  return { severity: 'error', code: 'year_out_of_range', text };
};

const checkRegion: Check = ({ figure, context }) => {
  if (context.regions === null || context.regions.has(figure.region)) return null;
  const text = () => `您无权填报地区${figure.region}的数据，请删除该行或联系管理员授权。`;
  return { severity: 'error', code: 'region_not_yours', text };
};

const checkLimit: Check = ({ figure, indicator }) => {
  const limit = indicator?.naturalLimit ?? null;
  if (!indicator || limit === null || figure.value <= limit) return null;
  const most = shown({ value: limit, decimals: 0 }, figure.unit);
  const text = () => `${indicator.name}为${shown(figure, figure.unit)}，超过上限${most}，请核对数值和单位。`;
  return { severity: 'error', code: 'share_above_limit', text };
};

const checkSign: Check = ({ figure, indicator }) => {
  if (!indicator || !NEVER_NEGATIVE.has(indicator.measure) || figure.value >= 0) return null;
  const text = () => `${indicator.name}为${shown(figure, figure.unit)}，该指标不能为负数，请核对数值。`;
  return { severity: 'error', code: 'value_negative', text };
};

/** Half a base station: a count has no decimals, whatever magnitude its unit begins with (1.23456万个). */
const checkWhole: Check = ({ figure, indicator }) => {
  if (indicator?.measure !== 'stock' && indicator?.measure !== 'flow') return null;
  if (decimalsOf(figure.value) === 0) return null;
  const count = convert(figure.value, figure.unit, '个');
  if (count === null || decimalsOf(count) === 0) return null;
  const value = { value: figure.value, decimals: decimalsOf(figure.value) };
  const text = () => `${indicator.name}为${shown(value, figure.unit)}，按个数统计的指标应为整数，请核对数值和单位。`;
  return { severity: 'warning', code: 'value_suspicious', text };
};

/** What a value cannot reasonably exceed, in words; null where it is within bounds. */
function boundPassed({ figure, indicator }: Checked): string | null {
  const { value, unit } = figure;
  if (indicator?.measure === 'rate') {
    if (value < RATE_BOUNDS.least) return `低于${RATE_BOUNDS.least}%`;
    return value > RATE_BOUNDS.most ? `高于${RATE_BOUNDS.most}%` : null;
  }
  if (indicator?.measure === 'share' && indicator.naturalLimit === null && value > 100) return '高于100%';
  const parsed = value > 1e4 ? parseUnit(unit) : null;
  const bound =
    parsed && Object.hasOwn(COUNTRY_BOUNDS, parsed.dimension) ? COUNTRY_BOUNDS[parsed.dimension] : undefined;
  return parsed && bound && value * Number(parsed.factor) > bound.most ? `高于${bound.words}，超过全国总量` : null;
}

const checkBounds: Check = (checked) => {
  const passed = boundPassed(checked);
  if (passed === null) return null;
  const { figure, indicator } = checked;
  const text = () =>
    `${indicator?.name ?? figure.indicator}为${shown(figure, figure.unit)}，${passed}，超出合理范围，请核对数值和单位；确认无误请说明原因。`;
  return { severity: 'warning', code: 'value_out_of_bounds', text };
};

/** What a difference is measured in: percent points between percentages. */
function differenceUnit(unit: string): string {
  return unit === '%' ? '个百分点' : unit;
}

/** The same value again, or another one than is published. */
const checkPublished: Check = ({ figure, indicator, context }) => {
  const published = context.earlier(figure.indicator, figure.region, figure.year);
  if (!published) return null;
  const name = `${figure.year}年${indicator?.name ?? figure.indicator}`;
  const now = shown(figure, figure.unit);
  if (published.value === figure.value) {
    if (published.status !== figure.status) return null;
    const text = () => `${name}已发布为${now}，与本次相同，无需再次填报。`;
    return { severity: 'warning', code: 'value_unchanged', text };
  }
  const text = () => {
    const difference = subtract(figure.value, published.value);
    const size = { value: Math.abs(difference), decimals: decimalsOf(difference) };
    const by = shown(size, differenceUnit(figure.unit));
    const sign = difference > 0 ? '+' : '−';
    return `${name}已发布为${shown(published, figure.unit)}，本次为${now}，相差${sign}${by}；如属修订，请说明原因。`;
  };
  return { severity: 'warning', code: 'value_changed', text };
};

/** 年末累计…: what is counted from the beginning does not become less. */
const CUMULATIVE = /累计|历年/;

const checkCumulative: Check = ({ figure, indicator, before }) => {
  if (indicator?.measure !== 'stock' || !before || figure.value >= before.value) return null;
  if (!CUMULATIVE.test(`${indicator.name}${indicator.definition ?? ''}`)) return null;
  const text = () =>
    `${indicator.name}是累计数，${figure.year}年为${shown(figure, figure.unit)}，却少于${before.year}年的${shown(before, figure.unit)}；请核对是否填成了当年新增数，确认减少请说明原因。`;
  return { severity: 'warning', code: 'cumulative_fall', text };
};

/** The checks that look at one figure and its own series. */
export const SINGLE_CHECKS: readonly Check[] = [
  checkYear,
  checkRegion,
  checkLimit,
  checkSign,
  checkWhole,
  checkBounds,
  checkPublished,
  checkCumulative,
];
