import { type Check, type Checked, nameOf, shown } from './check-finding.ts';
import { decimalsOf, subtract } from './decimal.ts';
import type { Measure } from './indicator.ts';
import { convert, parseUnit } from './unit.ts';
import type { Wording } from './wording.ts';

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
const COUNTRY_BOUNDS: Record<string, Wording & { most: number }> = {
  人: { most: 1.6e9, zh: '16亿人', en: '1.6 billion people' },
  平方米: { most: 1.2e13, zh: '1200万平方公里', en: '12 million km²' },
  吨标准煤: { most: 1e10, zh: '100亿吨标准煤', en: '10 billion tonnes of standard coal' },
  千瓦时: { most: 2e13, zh: '20万亿千瓦时', en: '20 trillion kWh' },
  元: { most: 1e15, zh: '1000万亿元', en: '1,000 trillion yuan' },
};

/** The beginning of a sentence about a value: 占比为120.5%, 120.5% for 5G base stations. */
function valueIs(checked: Pick<Checked, 'figure' | 'indicator'>, decimals = checked.figure.decimals): Wording {
  const name = nameOf(checked);
  const value = shown({ value: checked.figure.value, decimals }, checked.figure.unit);
  return { zh: `${name.zh}为${value.zh}`, en: `${value.en} for ${name.en}` };
}

const checkYear: Check = ({ figure, today }) => {
  const { year } = figure;
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= today + 1) return null;
  const text = () => ({
    zh: `年份${year}不在${FIRST_YEAR}—${today + 1}年之内，请改正年份后重新上传。`,
    en: `The year ${year} is not within ${FIRST_YEAR}–${today + 1}; correct it and upload again.`,
  });
  return { severity: 'error', code: 'year_out_of_range', text };
};

const checkRegion: Check = ({ figure, context }) => {
  if (context.regions === null || context.regions.has(figure.region)) return null;
  const text = () => ({
    zh: `您无权填报地区${figure.region}的数据，请删除该行或联系管理员授权。`,
    en: `You may not hand in figures of region ${figure.region}; delete the row, or ask the administrator for the right.`,
  });
  return { severity: 'error', code: 'region_not_yours', text };
};

const checkLimit: Check = ({ figure, indicator }) => {
  const limit = indicator?.naturalLimit ?? null;
  if (!indicator || limit === null || figure.value <= limit) return null;
  const text = () => {
    const [value, most] = [valueIs({ figure, indicator }), shown({ value: limit, decimals: 0 }, figure.unit)];
    return {
      zh: `${value.zh}，超过上限${most.zh}，请核对数值和单位。`,
      en: `${value.en} is above its limit of ${most.en}; check the value and the unit.`,
    };
  };
  return { severity: 'error', code: 'share_above_limit', text };
};

const checkSign: Check = ({ figure, indicator }) => {
  if (!indicator || !NEVER_NEGATIVE.has(indicator.measure) || figure.value >= 0) return null;
  const text = () => {
    const value = valueIs({ figure, indicator });
    return {
      zh: `${value.zh}，该指标不能为负数，请核对数值。`,
      en: `${value.en}: this indicator cannot be negative; check the value.`,
    };
  };
  return { severity: 'error', code: 'value_negative', text };
};

/** Half a base station: a count has no decimals, whatever magnitude its unit begins with (1.23456万个). */
const checkWhole: Check = ({ figure, indicator }) => {
  if (indicator?.measure !== 'stock' && indicator?.measure !== 'flow') return null;
  if (decimalsOf(figure.value) === 0) return null;
  const count = convert(figure.value, figure.unit, '个');
  if (count === null || decimalsOf(count) === 0) return null;
  const text = () => {
    const value = valueIs({ figure, indicator }, decimalsOf(figure.value));
    return {
      zh: `${value.zh}，按个数统计的指标应为整数，请核对数值和单位。`,
      en: `${value.en}: what is counted one by one should be a whole number; check the value and the unit.`,
    };
  };
  return { severity: 'warning', code: 'value_suspicious', text };
};

/** What a value cannot reasonably exceed, in words; null where it is within bounds. */
function boundPassed({ figure, indicator }: Checked): Wording | null {
  const { value, unit } = figure;
  const { least, most } = RATE_BOUNDS;
  if (indicator?.measure === 'rate') {
    if (value < least) return { zh: `低于${least}%`, en: `below ${least}%` };
    return value > most ? { zh: `高于${most}%`, en: `above ${most}%` } : null;
  }
  if (indicator?.measure === 'share' && indicator.naturalLimit === null && value > 100) {
    return { zh: '高于100%', en: 'above 100%' };
  }
  const parsed = value > 1e4 ? parseUnit(unit) : null;
  const bound =
    parsed && Object.hasOwn(COUNTRY_BOUNDS, parsed.dimension) ? COUNTRY_BOUNDS[parsed.dimension] : undefined;
  if (!parsed || !bound || value * Number(parsed.factor) <= bound.most) return null;
  return { zh: `高于${bound.zh}，超过全国总量`, en: `above ${bound.en}, more than the whole country has` };
}

const checkBounds: Check = (checked) => {
  const passed = boundPassed(checked);
  if (passed === null) return null;
  const text = () => {
    const value = valueIs(checked);
    return {
      zh: `${value.zh}，${passed.zh}，超出合理范围，请核对数值和单位；确认无误请说明原因。`,
      en: `${value.en} is ${passed.en}, beyond reason; check the value and the unit; if they are right, give the reason.`,
    };
  };
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
  if (published.value === figure.value) {
    if (published.status !== figure.status) return null;
    const text = () => {
      const [name, now] = [nameOf({ figure, indicator }), shown(figure, figure.unit)];
      return {
        zh: `${figure.year}年${name.zh}已发布为${now.zh}，与本次相同，无需再次填报。`,
        en: `${name.en}, ${figure.year}: published as ${now.en} already, the same as here; there is no need to hand it in again.`,
      };
    };
    return { severity: 'warning', code: 'value_unchanged', text };
  }
  const text = () => {
    const difference = subtract(figure.value, published.value);
    const size = { value: Math.abs(difference), decimals: decimalsOf(difference) };
    const by = shown(size, differenceUnit(figure.unit));
    const sign = difference > 0 ? '+' : '−';
    const name = nameOf({ figure, indicator });
    const [then, now] = [shown(published, figure.unit), shown(figure, figure.unit)];
    return {
      zh: `${figure.year}年${name.zh}已发布为${then.zh}，本次为${now.zh}，相差${sign}${by.zh}；如属修订，请说明原因。`,
      en: `${name.en}, ${figure.year}: published as ${then.en}, here ${now.en}, a difference of ${sign}${by.en}; if it is a revision, give the reason.`,
    };
  };
  return { severity: 'warning', code: 'value_changed', text };
};

/** 年末累计…: what is counted from the beginning does not become less. */
const CUMULATIVE = /累计|历年/;

const checkCumulative: Check = ({ figure, indicator, before }) => {
  if (indicator?.measure !== 'stock' || !before || figure.value >= before.value) return null;
  if (!CUMULATIVE.test(`${indicator.name}${indicator.definition ?? ''}`)) return null;
  const text = () => {
    const [name, now, then] = [nameOf({ figure, indicator }), shown(figure, figure.unit), shown(before, figure.unit)];
    return {
      zh: `${name.zh}是累计数，${figure.year}年为${now.zh}，却少于${before.year}年的${then.zh}；请核对是否填成了当年新增数，确认减少请说明原因。`,
      en: `${name.en}: this indicator is cumulative, but ${now.en} in ${figure.year} is less than the ${then.en} of ${before.year}; check whether only the year’s addition was entered; if it did fall, give the reason.`,
    };
  };
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
