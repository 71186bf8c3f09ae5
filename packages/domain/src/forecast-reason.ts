import { REASON_WORDS } from './assessment.ts';

/** Why there is no forecast; stable codes. */
export const FORECAST_REASONS = [
  'narrative',
  'target_without_value',
  'average_rate',
  'already_due',
  'too_far',
  'too_few_values',
  'value_at_limit',
  'not_finite',
] as const;
export type ForecastReason = (typeof FORECAST_REASONS)[number];

export const FORECAST_REASON_WORDS: Record<ForecastReason, { zh: string; en: string }> = {
  narrative: REASON_WORDS.narrative,
  target_without_value: REASON_WORDS.target_without_value,
  average_rate: { zh: '年均增速是整个时期的平均数，不作外推', en: 'A mean over the whole period is not extrapolated' },
  already_due: { zh: '目标已到期', en: 'The target is due already' },
  too_far: { zh: '距目标年份超过30年', en: 'The target lies more than 30 years ahead' },
  too_few_values: {
    zh: '可用数据不足4个年份（不含上下限值、非年末数和口径不同的数据）',
    en: 'Fewer than four years of usable figures (bounds, part years and other scopes left out)',
  },
  value_at_limit: { zh: '有数据已到或超出上下限', en: 'A figure is at or beyond its limits' },
  not_finite: REASON_WORDS.not_finite,
};
