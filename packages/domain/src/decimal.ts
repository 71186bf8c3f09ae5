import { Decimal } from 'decimal.js';
import { addWhole, MAX_DIGITS, multiplyWhole, roundWhole, scaleWhole, wholeAt } from './whole-number.ts';

/**
 * Exact decimals. Every value in Dabiao has at most 15 significant decimal digits: within that bound each decimal
 * has its own IEEE double and the shortest text of that double is the decimal again (IEEE 754-2019 §5.12.2), so
 * values travel as JavaScript numbers and as JSON numbers without loss. What must be exact (conversion, sums,
 * differences, comparison) is computed here in decimal; ratios and powers are computed in doubles. What fits is
 * computed in whole numbers (whole-number.ts), the rest in Decimal, with the same results.
 */
const Exact = Decimal.clone({ precision: 60, toExpNeg: -30, toExpPos: 30 });

/** A decimal read from text: its value and how many decimals were written. */
export interface ReadDecimal {
  value: number;
  decimals: number;
}

const PLAIN_DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/**
 * Reads plain decimal text ("38.0", "-3.9", "1e3"; no thousands separators, no unit).
 * @returns the value, `not_number` where the text is not a decimal or is beyond ±1e15,
 *   `too_precise` where it has more than 15 significant digits.
 */
export function readDecimal(text: string): ReadDecimal | 'not_number' | 'too_precise' {
  if (!PLAIN_DECIMAL.test(text)) return 'not_number';
  const exact = new Exact(text);
  if (exact.abs().gte(1e15)) return 'not_number';
  if (exact.precision() > MAX_DIGITS) return 'too_precise';
  const mantissa = text.toLowerCase().split('e')[0] ?? text;
  const written = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  const decimals = /e/i.test(text) ? exact.decimalPlaces() : written;
  return { value: exact.toNumber(), decimals };
}

/** A double as workbooks store it (25376.380000000005), at the 15 digits that workbooks show. */
export function readDouble(value: number): ReadDecimal | 'not_number' {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return 'not_number';
  const exact = new Exact(value).toSignificantDigits(MAX_DIGITS);
  return { value: exact.toNumber(), decimals: exact.decimalPlaces() };
}

/** Decimal text with exactly `decimals` places, as the store keeps it: (38, 1) is "38.0". */
export function decimalText(value: number, decimals: number): string {
  const own = wholeAt(value);
  if (own < 0) {
    const exact = new Exact(value);
    return exact.toFixed(Math.max(decimals, exact.decimalPlaces()));
  }
  const text = value.toFixed(own);
  if (decimals <= own) return text;
  return `${text}${own === 0 ? '.' : ''}${'0'.repeat(decimals - own)}`;
}

/** `value · factor / divisor`, exactly, at 15 significant digits. */
export function scale(value: number, factor: string | number, divisor: string | number = 1): number {
  const whole = scaleWhole(value, Number(factor), Number(divisor));
  return whole ?? new Exact(value).mul(factor).div(divisor).toSignificantDigits(MAX_DIGITS).toNumber();
}

/** `a − b` in decimal: 39.7 − 38 is 1.7. */
export function subtract(a: number, b: number): number {
  return addWhole(a, b, -1) ?? new Exact(a).sub(b).toSignificantDigits(MAX_DIGITS).toNumber();
}

/** The sum in decimal: 0.1 + 0.2 is 0.3. */
export function sum(values: readonly number[]): number {
  let total: number | undefined = 0;
  for (const value of values) total = total === undefined ? undefined : addWhole(total, value, 1);
  if (total !== undefined) return total;
  return values
    .reduce((exact, value) => exact.add(value), new Exact(0))
    .toSignificantDigits(MAX_DIGITS)
    .toNumber();
}

/** `a · b` in decimal. */
export function multiply(a: number, b: number): number {
  return multiplyWhole(a, b) ?? new Exact(a).mul(b).toSignificantDigits(MAX_DIGITS).toNumber();
}

/** Decimals a value has as such: 39.7 has 1, 40 has 0. */
export function decimalsOf(value: number): number {
  const decimals = wholeAt(value);
  if (decimals >= 0) return decimals;
  return Number.isFinite(value) ? new Exact(value).decimalPlaces() : 0;
}

/** `value` rounded half up to `decimals` places; a computed value of more digits is taken at 15 of them first. */
export function roundTo(value: number, decimals: number): number {
  const whole = roundWhole(value, decimals) ?? roundWhole(Number(value.toPrecision(MAX_DIGITS)), decimals);
  return whole ?? new Exact(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toNumber();
}
