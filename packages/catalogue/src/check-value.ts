import { decimalsOf, readDecimal } from '@dabiao/domain/decimal';
import type { CheckedFile } from './check-shape.ts';
import type { Path } from './yaml-text.ts';

/**
 * Checks the text of a number: a plain decimal of at most 15 significant digits (decimal.ts).
 * @returns the decimals written (38.0 has 1).
 */
export function checkValue(file: Pick<CheckedFile<unknown>, 'report' | 'sourceOf'>, field: Path): number {
  const source = file.sourceOf(field) ?? '';
  const read = readDecimal(source);
  if (read === 'not_number') {
    file.report(field, 'bad_format', `“${source}”应写成普通十进制数，绝对值小于一千万亿`);
  } else if (read === 'too_precise') {
    file.report(field, 'value_too_precise', `“${source}”超过15位有效数字`);
  } else return Math.max(read.decimals, decimalsOf(read.value));
  return 0;
}
