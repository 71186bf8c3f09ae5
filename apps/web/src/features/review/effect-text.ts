import { decimalsOf } from '@dabiao/domain/decimal';
import { formatPercent, formatValue } from '@dabiao/domain/number-text';
import type { Lang } from '../../ui/url-state.ts';
import type { EffectRow } from './effect-rows.ts';

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : value < 0 ? `−${text}` : text);

/** New less old with sign and unit, exact: +1,000个, −1.7个百分点; null where nothing is compared. */
export function differenceText(
  row: Pick<EffectRow, 'difference' | 'differenceUnit' | 'before' | 'after'>,
  lang: Lang,
): string | null {
  const { difference, differenceUnit, before, after } = row;
  if (difference === null) return null;
  const digits = Math.max(before?.decimals ?? 0, after?.decimals ?? 0, decimalsOf(difference));
  return signed(difference, formatValue(Math.abs(difference), digits, differenceUnit, lang));
}

/** The change as a share of the old value: +34.7%; what rounds to nothing is not called nothing. */
export function relativeText(relative: number | null): string | null {
  if (relative === null) return null;
  const size = Math.abs(relative);
  return size > 0 && size < 0.0005 ? '<0.1%' : signed(relative, formatPercent(size));
}
