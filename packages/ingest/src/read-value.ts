import { decimalsOf } from '@dabiao/domain/decimal';
import type { Indicator } from '@dabiao/domain/indicator';
import { convert, parseUnit, unitWithoutMagnitude } from '@dabiao/domain/unit';
import { trimText } from './grid.ts';
import { squeezeUnit } from './label.ts';
import { quote } from './problem-list.ts';
import type { LabelReading } from './read-labels.ts';
import type { Observation } from './read-table.ts';

/** A value in the indicator's unit, with the unit it was read in (null: none written, the indicator's assumed). */
export interface ReadValue {
  value: number;
  decimals: number;
  rawUnit: string | null;
}

const BAD_TEXT = {
  value_not_number: '应填数字；请改为数字，没有数据则留空。',
  value_too_precise: '超过 15 位，无法准确保存；请核对，四舍五入到 15 位以内，或改用更大的计量单位。',
  formula_without_value: '是公式且没有可用的结果；请用表格软件打开、重新计算并保存，或改填数值。',
} as const;

/** Reports a cell that holds something but no value: text, a number too long, a broken formula. */
export function reportBadValue(reading: LabelReading, observation: Observation): void {
  if (observation.value.kind !== 'bad') return;
  const { code } = observation.value;
  const shown = trimText(observation.cell?.text ?? '');
  const place = { sheet: reading.sheet, row: observation.row, column: observation.column };
  reading.problems.add('error', code, place, `${shown === '' ? '' : quote(shown)}${BAD_TEXT[code]}`);
}

function reportUnit(reading: LabelReading, observation: Observation, unit: string, indicator: Indicator): null {
  const inCell = observation.value.kind === 'number' && observation.value.unit !== null;
  const at = inCell || !observation.unit ? observation : observation.unit;
  const place = { sheet: reading.sheet, row: at.row, column: at.column };
  if (parseUnit(unit) === null) {
    const text = `计量单位${quote(unit)}无法识别；“${indicator.name}”的单位是“${indicator.unit}”，请改用它或可换算的单位。`;
    reading.problems.add('error', 'unit_unknown', place, text);
  } else {
    const text = `${quote(unit)}不能换算为“${indicator.name}”的单位“${indicator.unit}”；请核对指标和单位。`;
    reading.problems.add('error', 'unit_inconvertible', place, text);
  }
  return null;
}

/** Says that a magnitude in the cell was read in place of the unit's: 8000亿 under 亿元 is 8000亿元. */
function reportMagnitude(reading: LabelReading, observation: Observation, base: string, unit: string): void {
  const shown = trimText(observation.cell?.text ?? '');
  const place = { sheet: reading.sheet, row: observation.row, column: observation.column };
  const text = `${quote(shown)}已带数量级，按${quote(`${shown}${base}`)}读入，没有再乘以计量单位“${unit}”的数量级；请核对。`;
  reading.problems.add('warning', 'value_suspicious', place, text);
}

/**
 * The value of an observation in the unit of its indicator, converted exactly. The unit in the cell (38%) goes
 * before the row's, the column's and the table's; where none is written the indicator's is taken. A magnitude alone
 * in the cell takes the place of the one its unit begins with, and is multiplied in where the unit has none.
 * @returns null, with the problem, where the unit is unknown or measures something else.
 */
export function readValue(reading: LabelReading, observation: Observation, indicator: Indicator): ReadValue | null {
  if (observation.value.kind !== 'number') return null;
  const { value, decimals } = observation.value;
  const written = observation.value.unit ?? (observation.unit ? squeezeUnit(observation.unit.text) : '');
  const named = written === '' ? squeezeUnit(indicator.unit) : written;
  const base = observation.value.magnitude === undefined ? null : unitWithoutMagnitude(named);
  const unit = base ?? written;
  if (unit === '') return { value, decimals, rawUnit: null };
  const converted = unit === squeezeUnit(indicator.unit) ? value : convert(value, unit, indicator.unit);
  if (converted === null) return reportUnit(reading, observation, named, indicator);
  if (base !== null) reportMagnitude(reading, observation, base, named);
  return { value: converted, decimals: converted === value ? decimals : decimalsOf(converted), rawUnit: unit };
}
