import { decimalsOf, decimalText, roundTo, scale } from './decimal.ts';
import { chosenUnit, magnitudeInUse, WITHOUT_MAGNITUDE } from './magnitude.ts';

export type Lang = 'zh' | 'en';

/** From this size on a value is written with a larger unit, where that is exact at two decimals. */
const LIFT_FROM = 1e5;
const LIFT_DECIMALS = 2;

const ENGLISH_BASES: Record<string, string> = {
  元: 'yuan',
  美元: 'US dollars',
  人: 'people',
  名: 'people',
  人次: 'person-times',
  吨: 'tonnes',
  吨标准煤: 'tonnes of standard coal',
  千瓦时: 'kWh',
  千瓦: 'kW',
  平方米: 'm²',
  立方米: 'm³',
  公顷: 'hectares',
  平方公里: 'km²',
  公里: 'km',
  米: 'm',
  亩: 'mu',
  倍: 'times',
  分: 'points',
  指数: '',
};
for (const word of '个家户项件台套架座处条种所站只批辆') ENGLISH_BASES[word] = '';

/** `value` rounded half up to `decimals` places, with thousands separators: (10189.4, 1) is "10,189.4". */
export function formatNumber(value: number, decimals: number): string {
  const text = decimalText(roundTo(value, decimals), decimals);
  // Most numbers are short: no thousands to set apart.
  if (Math.abs(value) < 999) return unsigned(text);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** −0.0 is 0.0. */
function unsigned(text: string): string {
  return text.startsWith('-') && Number(text) === 0 ? text.slice(1) : text;
}

/** `value / divisor` where the quotient has at most two decimals, else null. */
function exactly(value: number, divisor: number): number | null {
  const quotient = scale(value, 1, divisor);
  return decimalsOf(quotient) <= LIFT_DECIMALS ? quotient : null;
}

/** The larger unit a Chinese value may be written in, and how many of the unit it is, largest first. */
function chineseLifts(unit: string): { unit: string; size: number }[] {
  if (WITHOUT_MAGNITUDE.has(unit) || unit.startsWith('万亿') || /^[十百]/.test(unit)) return [];
  if (unit.startsWith('亿')) return [{ unit: `万${unit}`, size: 1e4 }];
  if (unit.startsWith('万')) return [{ unit: `亿${unit.slice(1)}`, size: 1e4 }];
  return [
    { unit: `亿${unit}`, size: 1e8 },
    { unit: `万${unit}`, size: 1e4 },
  ];
}

function chineseValue(value: number, decimals: number, unit: string): string {
  const rounded = roundTo(value, decimals);
  if (magnitudeInUse() !== 'auto') return chosenValue(rounded, decimals, unit);
  for (const lift of Math.abs(rounded) >= LIFT_FROM ? chineseLifts(unit) : []) {
    const quotient = Math.abs(rounded) >= lift.size ? exactly(rounded, lift.size) : null;
    if (quotient !== null) return `${formatNumber(quotient, decimalsOf(quotient))}${lift.unit}`;
  }
  return `${formatNumber(rounded, decimals)}${unit === '指数' ? '' : unit}`;
}

/** A Chinese value in the magnitude the reader chose; every digit stays. */
function chosenValue(rounded: number, decimals: number, unit: string): string {
  const chosen = chosenUnit(rounded, unit);
  if (chosen.divisor === 1) return `${formatNumber(rounded, decimals)}${unit === '指数' ? '' : unit}`;
  const quotient = scale(rounded, 1, chosen.divisor);
  return `${formatNumber(quotient, decimalsOf(quotient))}${chosen.unit}`;
}

/** English name of a unit without a magnitude; a unit without one keeps its Chinese name. */
function englishBase(unit: string): string {
  return ENGLISH_BASES[unit] ?? unit;
}

const ENGLISH_MAGNITUDES: Record<string, string> = { 万亿: 'trillion', 亿: '100 million', 万: '10,000' };
const ENGLISH_WHOLE: Record<string, string> = {
  个百分点: 'percentage points',
  百分点: 'percentage points',
  指数: 'index',
};

/** The name of a unit standing alone: 亿元 is "100 million yuan", 个 "number", 吨/万元 "tonnes per 10,000 yuan". */
export function unitName(unit: string, lang: Lang): string {
  if (lang === 'zh') return unit;
  if (unit in ENGLISH_WHOLE) return ENGLISH_WHOLE[unit] ?? unit;
  if (unit.includes('/'))
    return unit
      .split('/')
      .map((part) => unitName(part, lang))
      .join(' per ');
  const [, magnitude = '', base = ''] = /^(万亿|亿|万)?(.*)$/su.exec(unit) ?? [];
  const words = [ENGLISH_MAGNITUDES[magnitude] ?? '', englishBase(base)].filter((word) => word !== '');
  return words.length === 0 ? 'number' : words.join(' ');
}

function spaced(number: string, words: string): string {
  return words.trim() === '' ? number : `${number} ${words.trim()}`;
}

function englishValue(value: number, decimals: number, unit: string): string {
  if (unit === '%' || unit === '‰') return `${formatNumber(value, decimals)}${unit}`;
  if (unit === '个百分点' || unit === '百分点') return `${formatNumber(value, decimals)} percentage points`;
  if (unit.includes('/')) return spaced(formatNumber(value, decimals), unitName(unit, 'en'));
  if (unit.startsWith('万亿')) return spaced(formatNumber(value, decimals), `trillion ${englishBase(unit.slice(2))}`);
  const rounded = roundTo(value, decimals);
  if (unit.startsWith('亿')) {
    const billions = scale(rounded, 1, 10);
    return spaced(
      formatNumber(billions, Math.max(decimals, decimalsOf(billions))),
      `billion ${englishBase(unit.slice(1))}`,
    );
  }
  const plainUnit = englishBase(unit.startsWith('万') ? unit.slice(1) : unit);
  const plain = unit.startsWith('万') ? scale(rounded, 1e4) : rounded;
  for (const [word, size] of [
    ['billion', 1e9],
    ['million', 1e6],
  ] as const) {
    const quotient = Math.abs(plain) >= size && !WITHOUT_MAGNITUDE.has(unit) ? exactly(plain, size) : null;
    if (quotient !== null) return spaced(formatNumber(quotient, decimalsOf(quotient)), `${word} ${plainUnit}`);
  }
  return spaced(formatNumber(plain, unit.startsWith('万') ? Math.max(0, decimals - 4) : decimals), plainUnit);
}

/**
 * A value with its unit, rounded to `decimals`. Chinese: thousands separators, from 100 000 on in 万 or 亿 where that
 * is exact at two decimals (109000架 is 10.9万架, 123456家 is 123,456家), no space before the unit. English: 亿 as
 * billions, 万 written out, count words (个, 家) left out.
 */
export function formatValue(value: number, decimals: number, unit: string, lang: Lang): string {
  return lang === 'zh' ? chineseValue(value, decimals, unit) : englishValue(value, decimals, unit);
}

/** What `formatValue` writes behind values of a unit: English counts 亿元 in "billion yuan"; nothing behind an index. */
export function unitBehind(unit: string, lang: Lang): string {
  if (lang === 'zh') return unit === '指数' ? '' : unit;
  return formatValue(0, 0, unit, 'en').replace(/^0(?:\.0+)?\s*/, '');
}

/** The name of the unit that values are shown in: as behind them, else its own: 亿元 is "billion yuan", 个 "number". */
export function shownUnit(unit: string, lang: Lang): string {
  return lang === 'zh' ? unit : unitBehind(unit, lang) || unitName(unit, lang);
}

/** The size of a difference between two values of `unit`: of percentages it is in 个百分点. */
export function formatDifference(value: number, decimals: number, unit: string, lang: Lang): string {
  return formatValue(Math.abs(value), decimals, unit === '%' ? '个百分点' : unit, lang);
}

/** A share of 1 in per cent: 0.817 is "81.7%". */
export function formatPercent(share: number, decimals = 1): string {
  return `${formatNumber(share * 100, decimals)}%`;
}
