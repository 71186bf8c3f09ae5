import type { Submission } from '@dabiao/contract/submission';
import { subtract } from '@dabiao/domain/decimal';
import { formatDifference, formatPercent } from '@dabiao/domain/number-text';
import type { Lang } from '../../ui/url-state.ts';

type Row = Pick<Submission['figures'][number], 'value' | 'decimals' | 'unit' | 'earlier'>;

/** New less published value: "+1,000个（+5.0%）", of percentages in 个百分点; null where nothing was published. */
export function differenceText({ value, decimals, unit, earlier }: Row, lang: Lang): string | null {
  if (!earlier) return null;
  const difference = subtract(value, earlier.value);
  if (difference === 0) return lang === 'zh' ? '不变' : 'unchanged';
  const sign = difference > 0 ? '+' : '−';
  const size = formatDifference(difference, Math.max(decimals, earlier.decimals), unit, lang);
  if (unit === '%' || earlier.value === 0) return `${sign}${size}`;
  const share = formatPercent(Math.abs(difference / earlier.value));
  return lang === 'zh' ? `${sign}${size}（${sign}${share}）` : `${sign}${size} (${sign}${share})`;
}
