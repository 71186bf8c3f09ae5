import { decimalsOf, readDecimal, readDouble, scale } from '@dabiao/domain/decimal';
import { readQuantity } from '@dabiao/domain/unit';
import { MAX_DIGITS, wholeAt } from '@dabiao/domain/whole-number';
import type { GridCell } from './grid.ts';
import { withoutFootnote } from './label.ts';

/** … positive but below half the smallest unit; — none or not applicable; blank: not yet published. */
export type Missing = 'below_unit' | 'none' | 'blank';

/**
 * What a cell says as a value. `unit` is the one written in the cell itself (38%, 1.6倍), or null. `magnitude` is one
 * that stands in the cell without a unit (8000亿); the value has it multiplied in.
 */
export type CellValue =
  | { kind: 'number'; value: number; decimals: number; unit: string | null; magnitude?: string }
  | { kind: 'missing'; missing: Missing }
  | { kind: 'bad'; code: 'value_not_number' | 'formula_without_value' }
  /** A number of more than 15 digits: `value` is what remains of it. */
  | { kind: 'bad'; code: 'value_too_precise'; value: number };

const GROUPED = /^([+-]?\d{1,3}(?:([,'\s])\d{3})(?:\2\d{3})*)(?=\.\d|\D|$)/;
/** A digit, a mark for a missing value, or nothing to be seen. */
const MAY_BE_VALUE = /[\d\uff10-\uff19.…\u2010-\u2015\u2500\uff0d-]|^[\s\u200b-\u200d\u2060]*$/u;
/** Most numbers typed as text, and labels, need no second look. */
const ASCII_NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Letters of a plain number that has at most 15 digits for certain. */
const SAFE_LENGTH = 15;
const MAX_NUMBER_TEXT = 100;
/** Decimals a number format may add to a figure: 38 shown as 38.0 was given to one decimal. */
const MAX_SHOWN_DECIMALS = 6;

/** Too many digits before the point to be stored: an 18-digit number, say, is no figure but a slip or a code. */
function isTooLong(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) >= 10 ** MAX_DIGITS;
}

/** Whether a number is followed by nothing, a unit or a magnitude, and not by other words. */
function endsAsQuantity(rest: string): boolean {
  return readQuantity(`1${rest}`) !== null;
}

function readNumber(stored: number, percent: boolean, shownDecimals: number): CellValue {
  if (isTooLong(stored)) return { kind: 'bad', code: 'value_too_precise', value: stored };
  const own = percent ? -1 : wholeAt(stored);
  const read = own < 0 ? readDouble(stored) : { value: stored };
  if (typeof read === 'string') return { kind: 'bad', code: 'value_not_number' };
  const value = percent ? scale(read.value, 100) : read.value;
  const decimals = Math.max(own < 0 ? decimalsOf(value) : own, Math.min(shownDecimals, MAX_SHOWN_DECIMALS));
  return { kind: 'number', value, decimals, unit: percent ? '%' : null };
}

/** A number typed plainly: 1863.5. */
function readPlain(text: string): CellValue {
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  return { kind: 'number', value: Number(text) || 0, decimals, unit: null };
}

/** A number of too many digits, as near as it can be kept. */
function tooPrecise(digits: string): CellValue {
  return { kind: 'bad', code: 'value_too_precise', value: Number(Number(digits).toPrecision(MAX_DIGITS)) };
}

/** Half width, one kind of minus, thousands ungrouped, no spaces but between digits (which make it no number). */
function plainNumber(text: string): string {
  if (ASCII_NUMBER.test(text) || text.length > MAX_NUMBER_TEXT) return text;
  const half = withoutFootnote(text.trimEnd())
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u200b-\u200d\u2060]/g, '')
    .trim()
    .replace(/^([+-])\s+/, '$1');
  return half.replace(GROUPED, (grouped) => grouped.replace(/[,'\s]/g, ''));
}

function readText(text: string): CellValue {
  if (text.length <= SAFE_LENGTH && ASCII_NUMBER.test(text)) return readPlain(text);
  if (!MAY_BE_VALUE.test(text)) return { kind: 'bad', code: 'value_not_number' };
  const plain = plainNumber(text);
  if (plain === '') return { kind: 'missing', missing: 'blank' };
  if (/^(?:\.{2,}|…+)$/.test(plain)) return { kind: 'missing', missing: 'below_unit' };
  if (/^[-\u2010-\u2015\u2500]+$/.test(plain)) return { kind: 'missing', missing: 'none' };
  const whole = readDecimal(plain);
  if (typeof whole !== 'string') return { kind: 'number', ...whole, unit: null };
  const digits = /^[+-]?\d*\.?\d+(?:e[+-]?\d+)?/i.exec(plain)?.[0];
  if (digits === undefined || /\d\s+[\d.]/.test(plain)) return { kind: 'bad', code: 'value_not_number' };
  const isLong = isTooLong(Number(digits)) && endsAsQuantity(plain.slice(digits.length));
  if (isLong || readDecimal(digits) === 'too_precise') return tooPrecise(digits);
  const quantity = readQuantity(plain);
  if (!quantity || !Number.isFinite(quantity.value)) return { kind: 'bad', code: 'value_not_number' };
  const decimals = Math.max(quantity.decimals, decimalsOf(quantity.value));
  const { value, unit, magnitude } = quantity;
  return { kind: 'number', value, decimals, unit: unit === '' ? null : unit, ...(magnitude && { magnitude }) };
}

/** Understands a cell as a value: numbers, numbers typed as text, percentages, the marks for missing values. */
export function readCell(cell: GridCell | undefined): CellValue {
  if (!cell) return { kind: 'missing', missing: 'blank' };
  if (cell.error !== null) return { kind: 'bad', code: 'formula_without_value' };
  if (cell.number !== null) return readNumber(cell.number, cell.percent, cell.shownDecimals);
  return readText(cell.text);
}
