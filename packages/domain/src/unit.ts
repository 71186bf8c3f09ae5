import { Decimal } from 'decimal.js';
import { multiply, readDecimal, scale } from './decimal.ts';

/** A unit understood: what it measures and how many of the dimension's base unit it is, as decimal text. */
export interface Unit {
  /** As normalised: 亿元, 万个, %. */
  name: string;
  dimension: string;
  factor: string;
}

const MAGNITUDES: Record<string, string> = {
  十: '1e1',
  百: '1e2',
  千: '1e3',
  万: '1e4',
  十万: '1e5',
  百万: '1e6',
  千万: '1e7',
  亿: '1e8',
  十亿: '1e9',
  百亿: '1e10',
  千亿: '1e11',
  万亿: '1e12',
};

/** Base words: dimension and factor to the dimension's base. Percent and percentage point are different. */
const BASES: Record<string, { dimension: string; factor: string }> = {
  元: { dimension: '元', factor: '1' },
  元人民币: { dimension: '元', factor: '1' },
  美元: { dimension: '美元', factor: '1' },
  '%': { dimension: '%', factor: '1' },
  '‰': { dimension: '%', factor: '0.1' },
  个百分点: { dimension: '百分点', factor: '1' },
  百分点: { dimension: '百分点', factor: '1' },
  倍: { dimension: '倍', factor: '1' },
  人: { dimension: '人', factor: '1' },
  名: { dimension: '人', factor: '1' },
  人次: { dimension: '人次', factor: '1' },
  吨: { dimension: '吨', factor: '1' },
  千克: { dimension: '吨', factor: '1e-3' },
  吨标准煤: { dimension: '吨标准煤', factor: '1' },
  吨标煤: { dimension: '吨标准煤', factor: '1' },
  千瓦时: { dimension: '千瓦时', factor: '1' },
  度: { dimension: '千瓦时', factor: '1' },
  千瓦: { dimension: '千瓦', factor: '1' },
  立方米: { dimension: '立方米', factor: '1' },
  平方米: { dimension: '平方米', factor: '1' },
  公顷: { dimension: '平方米', factor: '1e4' },
  平方公里: { dimension: '平方米', factor: '1e6' },
  亩: { dimension: '亩', factor: '1' },
  公里: { dimension: '米', factor: '1e3' },
  米: { dimension: '米', factor: '1' },
  次: { dimension: '次', factor: '1' },
  指数: { dimension: '指数', factor: '1' },
  分: { dimension: '分', factor: '1' },
};
for (const word of [
  '个',
  '家',
  '户',
  '项',
  '件',
  '台',
  '套',
  '架',
  '座',
  '处',
  '条',
  '种',
  '所',
  '站',
  '只',
  '批',
  '辆',
]) {
  BASES[word] = { dimension: '个', factor: '1' };
}

/** Between what is measured and what it is measured by: 吨标准煤/万元. */
const PER = /[/／每]/;

const INDEX_WORDS = new Set(['', '-', '—', '无', '无量纲']);

/** Own entries only: a unit typed as "constructor" is none. */
function baseOf(text: string): { dimension: string; factor: string } | undefined {
  return Object.hasOwn(BASES, text) ? BASES[text] : undefined;
}

/** Power of ten of a magnitude word, own entries only. */
function magnitudeOf(word: string): string | undefined {
  return Object.hasOwn(MAGNITUDES, word) ? MAGNITUDES[word] : undefined;
}

/** The magnitude a unit begins with: 万亿 of 万亿元, none of 元 and of 千瓦, which is a word of its own. */
function leadingMagnitude(text: string): string {
  if (baseOf(text)) return '';
  for (const length of [2, 1]) {
    const rest = baseOf(text.slice(length));
    const takesMagnitude = rest !== undefined && rest.dimension !== '%' && rest.dimension !== '百分点';
    if (takesMagnitude && magnitudeOf(text.slice(0, length))) return text.slice(0, length);
  }
  return '';
}

function parseSimple(text: string): Unit | null {
  const word = leadingMagnitude(text);
  const base = baseOf(text.slice(word.length));
  if (!base) return null;
  const factor = new Decimal(magnitudeOf(word) ?? 1).mul(base.factor).toString();
  return { name: text, dimension: base.dimension, factor };
}

/**
 * Understands a unit as written (亿元, 万个, ％, 吨标准煤/万元, （万元）).
 * @returns null where the word is not a unit this house knows; an empty or "—" unit is 指数.
 */
export function parseUnit(text: string): Unit | null {
  const name = text
    .normalize('NFKC')
    .replace(/[\s\u00a0]+/g, '')
    .replace(/^[([]|[)\]]$/g, '')
    .replace(/^单位[::]?/, '');
  if (INDEX_WORDS.has(name)) return { name: '指数', dimension: '指数', factor: '1' };
  const simple = parseSimple(name);
  if (simple) return simple;
  const parts = name.split(PER);
  if (parts.length !== 2) return null;
  const [over, under] = [parseSimple(parts[0] ?? ''), parseSimple(parts[1] ?? '')];
  if (!over || !under) return null;
  return {
    name,
    dimension: `${over.dimension}/${under.dimension}`,
    factor: new Decimal(over.factor).div(under.factor).toString(),
  };
}

/**
 * `value` of unit `from` in unit `to`, exactly: 1.2345 万亿元 is 12345 亿元.
 * @returns null where a unit is unknown or the two measure different things (% and 个百分点 are different).
 */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const [a, b] = [parseUnit(from), parseUnit(to)];
  if (!a || !b || a.dimension !== b.dimension) return null;
  return scale(value, a.factor, b.factor);
}

/**
 * The unit as it is without the magnitude it begins with: 元 for 亿元, 元/吨 for 万元/吨.
 * @returns null where it begins with none (个, 千瓦, 吨标准煤/万元) or is not a unit this house knows.
 */
export function unitWithoutMagnitude(text: string): string | null {
  const name = parseUnit(text)?.name ?? '';
  const word = leadingMagnitude(name.split(PER)[0] ?? '');
  return word === '' ? null : name.slice(word.length);
}

/** A quantity as written. `magnitude` where one stands without a unit (2.5万): `value` is then the number written out. */
export interface Quantity {
  value: number;
  decimals: number;
  /** Empty where none is written. */
  unit: string;
  magnitude?: string;
}

/**
 * Reads a quantity written with its unit: "1.5万亿元" is 1.5 万亿元, "20000个" is 20000 个, "38%" is 38 %. A magnitude
 * alone is multiplied out, and what remains of the decimals is kept: "1.234567万" is 12345.67.
 * Full-width digits are read; thousands separators are not.
 */
export function readQuantity(text: string): Quantity | null {
  const match = /^([+-]?\d+(?:\.\d+)?)(.*)$/.exec(text.normalize('NFKC').replace(/\s+/g, ''));
  if (!match) return null;
  const number = readDecimal(match[1] ?? '');
  const rest = match[2] ?? '';
  if (typeof number === 'string') return null;
  const factor = magnitudeOf(rest);
  if (factor) {
    const decimals = Math.max(0, number.decimals - new Decimal(factor).e);
    return { value: multiply(number.value, Number(factor)), decimals, unit: '', magnitude: rest };
  }
  const unit = rest === '' ? null : parseUnit(rest);
  if (rest !== '' && !unit) return null;
  return { ...number, unit: unit?.name ?? '' };
}
