import { decimalsOf, scale } from '@dabiao/domain/decimal';
import type { Indicator } from '@dabiao/domain/indicator';
import { formatNumber } from '@dabiao/domain/number-text';
import { convert, parseUnit, unitWithoutMagnitude } from '@dabiao/domain/unit';
import { englishName } from '@dabiao/domain/wording';
import { trimText } from './grid.ts';
import { squeezeUnit } from './label.ts';
import type { Observation } from './observe-table.ts';
import { quote } from './problem-list.ts';
import type { LabelReading } from './read-labels.ts';
import { saidOf } from './said-names.ts';

/** A value in the indicator's unit, with the unit it was read in (null: none written, the indicator's assumed). */
export interface ReadValue {
  value: number;
  decimals: number;
  rawUnit: string | null;
}

const BAD_TEXT = {
  value_not_number: {
    zh: '应填数字；请改为数字，没有数据则留空。',
    en: 'is not a number; write a number, or leave the cell empty where there is none.',
  },
  value_too_precise: {
    zh: '超过 15 位，无法准确保存；请核对，四舍五入到 15 位以内，或改用更大的计量单位。',
    en: 'has more than 15 digits and cannot be kept exactly; check it, round it to 15 digits at most, or use a larger unit.',
  },
  formula_without_value: {
    zh: '是公式且没有可用的结果；请用表格软件打开、重新计算并保存，或改填数值。',
    en: 'is a formula without a usable result; open the file in a spreadsheet program, recalculate and save it, or write the value instead.',
  },
} as const;

/** Reports a cell that holds something but no value: text, a number too long, a broken formula. */
export function reportBadValue(reading: LabelReading, observation: Observation): void {
  if (observation.value.kind !== 'bad') return;
  const { code } = observation.value;
  const shown = trimText(observation.cell?.text ?? '');
  const place = { sheet: reading.sheet, row: observation.row, column: observation.column };
  const [quoted, { zh, en }] = [quote(shown), BAD_TEXT[code]];
  const said = shown === '' ? { zh, en: `The cell ${en}` } : { zh: `${quoted}${zh}`, en: `${quoted} ${en}` };
  reading.problems.add('error', code, place, said);
}

/** How values written in one unit become those of an indicator. */
interface Conversion {
  unit: string;
  /** Exact decimals: value · factor / divisor. */
  factor: string;
  divisor: string;
}

const conversions = new Map<string, Conversion | null>();

/** Conversions kept; a file with more pairs of unit and indicator than this is no table made by people. */
const MAX_CONVERSIONS = 10_000;

function findConversion(unit: string, to: string): Conversion | null {
  if (unit === squeezeUnit(to)) return { unit, factor: '1', divisor: '1' };
  const [from, own] = [parseUnit(unit), parseUnit(to)];
  if (!from || !own || from.dimension !== own.dimension) return null;
  return { unit, factor: from.factor, divisor: own.factor };
}

function conversionOf(unit: string, to: string): Conversion | null {
  const key = `${unit}\n${to}`;
  const known = conversions.get(key);
  if (known !== undefined) return known;
  const conversion = findConversion(unit, to);
  if (conversions.size < MAX_CONVERSIONS) conversions.set(key, conversion);
  return conversion;
}

/** Where the unit of an observation stands: in the cell itself, or where the table says it. */
function unitPlace(reading: LabelReading, observation: Observation) {
  const inCell = observation.value.kind === 'number' && observation.value.unit !== null;
  const at = inCell || !observation.unit ? observation : observation.unit;
  return { sheet: reading.sheet, row: at.row, column: at.column };
}

function reportUnit(reading: LabelReading, observation: Observation, unit: string, indicator: Indicator): null {
  const [place, quoted, name] = [unitPlace(reading, observation), quote(unit), englishName(indicator)];
  if (parseUnit(unit) === null) {
    reading.problems.add('error', 'unit_unknown', place, {
      zh: `计量单位${quoted}无法识别；“${indicator.name}”的单位是“${indicator.unit}”，请改用它或可换算的单位。`,
      en: `The unit ${quoted} is not known; the unit of ${name} is “${indicator.unit}”: use it, or one that converts to it.`,
    });
  } else {
    reading.problems.add('error', 'unit_inconvertible', place, {
      zh: `${quoted}不能换算为“${indicator.name}”的单位“${indicator.unit}”；请核对指标和单位。`,
      en: `${quoted} does not convert to “${indicator.unit}”, the unit of ${name}; check the indicator and the unit.`,
    });
  }
  return null;
}

/** Says, once a sheet and pair of units, what was converted: 按1万亿元=10,000亿元换算. */
function reportConversion(reading: LabelReading, observation: Observation, from: Conversion, to: string): void {
  const pair = `${from.unit}\n${to}`;
  if (reading.converted.has(pair)) return;
  reading.converted.add(pair);
  const size = scale(1, from.factor, from.divisor);
  const [larger, one] = size >= 1 ? [from.unit, to] : [to, from.unit];
  const rate = size >= 1 ? size : scale(1, from.divisor, from.factor);
  const [unit, times] = [quote(from.unit), formatNumber(rate, decimalsOf(rate))];
  reading.problems.add('warning', 'unit_converted', unitPlace(reading, observation), {
    zh: `单位是${unit}的数据已按1${larger}=${times}${one}换算为“${to}”；单位如有误，请改正后重新上传。`,
    en: `Figures in ${unit} were converted to “${to}” at 1 “${larger}” = ${times} “${one}”; if the unit is wrong, correct it and upload again.`,
  });
}

/** How many a unit's magnitude is: 1e8 of 亿元, 1 of 元. */
function magnitudeOf(unit: string, base: string): number {
  return convert(1, unit, base) ?? 1;
}

/**
 * Says that a magnitude in the cell was read in place of the unit's: 8000亿 under 亿元 is 8000亿元. A smaller one is
 * no reading at all: 5万 under 亿元 may be 5万元 or 5万亿元.
 * @returns whether the value may be taken
 */
function judgeMagnitude(reading: LabelReading, observation: Observation, base: string, unit: string): boolean {
  const shown = trimText(observation.cell?.text ?? '');
  const [place, quoted] = [{ sheet: reading.sheet, row: observation.row, column: observation.column }, quote(shown)];
  const { value } = observation;
  const magnitude = value.kind === 'number' ? (value.magnitude ?? '') : '';
  if (magnitudeOf(`${magnitude}${base}`, base) < magnitudeOf(unit, base)) {
    reading.problems.add('error', 'unit_suspect', place, {
      zh: `${quoted}的数量级“${magnitude}”与计量单位“${unit}”不一致，无法判断是“${shown}${base}”还是“${shown}${unit}”；请只填以“${unit}”计的数，或在单元格中写全单位。`,
      en: `The magnitude “${magnitude}” of ${quoted} does not agree with the unit “${unit}”, so it may be “${shown}${base}” or “${shown}${unit}”; write only the number in “${unit}”, or the whole unit in the cell.`,
    });
    return false;
  }
  const taken = quote(`${shown}${base}`);
  reading.problems.add('warning', 'value_suspicious', place, {
    zh: `${quoted}已带数量级，按${taken}读入，没有再乘以计量单位“${unit}”的数量级；请核对。`,
    en: `${quoted} has a magnitude of its own and was read as ${taken}, not multiplied by that of the unit “${unit}” again; check it.`,
  });
  return true;
}

function writtenUnit(reading: LabelReading, observation: Observation): string {
  const { value, quantity, unit } = observation;
  if (value.kind === 'number' && value.unit !== null) return value.unit;
  const said = quantity.text === null ? undefined : saidOf(reading.said.indicators, quantity.text)?.unit;
  if (said !== undefined) return squeezeUnit(said);
  return unit === null ? '' : reading.squeezed(unit.text);
}

/**
 * The value of an observation in the unit of its indicator, converted exactly. The unit in the cell (38%) goes
 * before the row's, the column's and the table's; where none is written the indicator's is taken. A magnitude alone
 * in the cell takes the place of the one its unit begins with, and is multiplied in where the unit has none.
 * @returns null, with the problem, where the unit is unknown or measures something else.
 */
export function readValue(reading: LabelReading, observation: Observation, indicator: Indicator): ReadValue | null {
  if (observation.value.kind !== 'number') return null;
  const { value, decimals, magnitude } = observation.value;
  const written = writtenUnit(reading, observation);
  const named = written === '' ? reading.squeezed(indicator.unit) : written;
  const base = magnitude === undefined ? null : unitWithoutMagnitude(named);
  const unit = base ?? written;
  if (unit === '') return { value, decimals, rawUnit: null };
  const conversion = conversionOf(unit, indicator.unit);
  if (!conversion) return reportUnit(reading, observation, named, indicator);
  if (base !== null && !judgeMagnitude(reading, observation, base, named)) return null;
  if (conversion.factor === conversion.divisor) return { value, decimals, rawUnit: unit };
  if (magnitude === undefined) reportConversion(reading, observation, conversion, indicator.unit);
  const converted = scale(value, conversion.factor, conversion.divisor);
  return { value: converted, decimals: converted === value ? decimals : decimalsOf(converted), rawUnit: unit };
}
