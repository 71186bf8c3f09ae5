import { formatNumber, formatValue, type Lang } from '@dabiao/domain/number-text';

/** Units longer than this stand at the top of the axis only. */
const SHORT_UNIT = 3;

/** Whether labels carry the unit (个, 亿元, %) or leave it to the axis (吨标准煤/万元). */
export function isShortUnit(unit: string): boolean {
  return unit.length <= SHORT_UNIT;
}

/** A value for a label: with its unit where that is short, as a bare number where it is long. */
export function valueLabel(value: number, decimals: number, unit: string, lang: Lang): string {
  return isShortUnit(unit) ? formatValue(value, decimals, unit, lang) : formatNumber(value, decimals);
}
