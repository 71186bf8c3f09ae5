import type { CaveatKind } from './figure.ts';
import type { Method } from './target.ts';
import type { Verdict } from './verdict.ts';

/** Why a target cannot be judged (`unassessable`) or is not judged yet (`not_due`); stable codes. */
export const REASONS = [
  'no_figures',
  'too_few_figures',
  'no_baseline',
  'no_baseline_value',
  'no_milestone_year',
  'no_figure_for_due_year',
  'period_not_started',
  'year_without_figure',
  'missing_year',
  'base_is_bound',
  'scope_differs',
  'opposite_signs',
  'no_change_required',
  'year_order',
  'target_without_value',
  'no_schedule',
  'not_finite',
  'invalid_case',
  'narrative',
] as const;
export type Reason = (typeof REASONS)[number];

export const REASON_WORDS: Record<Reason, { zh: string; en: string }> = {
  no_figures: { zh: '尚无数据', en: 'No figures yet' },
  too_few_figures: { zh: '数据不足两年', en: 'Fewer than two years of figures' },
  no_baseline: { zh: '缺基期', en: 'No baseline' },
  no_baseline_value: { zh: '缺基期数据', en: 'No figure for the baseline year' },
  no_milestone_year: { zh: '文件未写明年份', en: 'The document gives no year' },
  no_figure_for_due_year: { zh: '缺到期年份数据', en: 'No figure for the year it was due' },
  period_not_started: { zh: '实施期未开始', en: 'The period has not begun' },
  year_without_figure: { zh: '当年尚无数据', en: 'No figure for the year yet' },
  base_is_bound: { zh: '起算数据只是上限或下限值', en: 'The starting figure is only a bound' },
  scope_differs: { zh: '前后数据口径不同', en: 'The figures differ in scope' },
  missing_year: { zh: '实施期内有年份缺数据', en: 'A year within the period has no figure' },
  opposite_signs: { zh: '基期与目标正负号不同', en: 'Base and target have opposite signs' },
  no_change_required: { zh: '基期已等于目标', en: 'The base equals the target' },
  year_order: { zh: '年份先后有误', en: 'The years are out of order' },
  target_without_value: { zh: '目标没有数值', en: 'The target has no value' },
  no_schedule: { zh: '缺序时进度', en: 'No schedule share' },
  not_finite: { zh: '计算结果不是有限数', en: 'The result is not a finite number' },
  invalid_case: { zh: '输入有误', en: 'The input is malformed' },
  narrative: { zh: '定性目标，无数值', en: 'A qualitative goal without a value' },
};

/** A year and the judged value in it. */
export interface YearValue {
  year: number;
  value: number;
}

/** A judged value with what the figure behind it is. */
export interface JudgedPoint extends YearValue {
  /** Decimals the figure was given in, for display. */
  decimals: number;
  status: 'preliminary' | 'final' | 'revised' | 'estimated';
  caveats: CaveatKind[];
  /** First year of what the value is a sum or a mean of, where it is one of several years' figures. */
  from?: number;
}

/** 研判: the judged state of one target as of one year. All values are in the judged unit (see target.ts). */
export interface Assessment {
  target: string;
  /** Judged as of the end of this year. */
  asOf: number;
  verdict: Verdict;
  method: Method | null;
  reason: Reason | null;
  /** Met before the year it was due. */
  early: boolean;
  /** Above the upper end of a `range`. */
  over: boolean;
  /** There is a verdict and it rests on a figure that is not a plain final year-end one; see `caveats`. */
  provisional: boolean;
  caveats: CaveatKind[];
  /** What the comparison starts from. */
  base: YearValue | null;
  /** Latest judged value not after `asOf`. */
  latest: JudgedPoint | null;
  /** The milestone judged against. */
  due: { year: number; value: number; valueMax: number | null } | null;
  /** R of required_pace, or the share of the path of `path`; null where not applicable. */
  ratio: number | null;
  /** −5 … +5; null where the method gives none. */
  score: number | null;
  /** 序时进度: completion less the schedule's share, in 百分点; null for the other methods. */
  lead: number | null;
  /** 完成率 v/T (inverse for targets to stay below), 1 = 100 %. */
  completion: number | null;
  /** 目标进度 (v − base)/(T − base), 1 = 100 %. */
  wayShare: number | null;
  /** v − path(year of v), in the judged unit; positive is above the path. */
  gapToPath: number | null;
  /** v − T, in the judged unit. */
  gapToTarget: number | null;
  /** Observed and required change a year, compound, 0.05 = 5 %. */
  observedPace: number | null;
  requiredPace: number | null;
  /** Compound change a year needed from the latest figure on, and the same in units a year. */
  paceNeeded: number | null;
  paceNeededUnits: number | null;
  /** One or two sentences in Chinese and in English, from the same numbers. */
  sentence: { zh: string; en: string };
}
