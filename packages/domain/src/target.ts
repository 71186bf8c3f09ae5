import type { Direction, Indicator } from './indicator.ts';

export const TARGET_KINDS = [
  'level',
  'share',
  'annual_flow',
  'cumulative_increment',
  'growth_vs_baseline',
  'reduction_vs_baseline',
  'multiple_of_baseline',
  'growth_rate',
  'narrative',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export const TARGET_KIND_WORDS: Record<TargetKind, { zh: string; en: string }> = {
  level: { zh: '水平', en: 'Level' },
  share: { zh: '占比', en: 'Share' },
  annual_flow: { zh: '每年完成', en: 'Every year' },
  cumulative_increment: { zh: '累计新增', en: 'New in the period' },
  growth_vs_baseline: { zh: '比基期增长', en: 'Growth on the baseline' },
  reduction_vs_baseline: { zh: '比基期下降', en: 'Reduction on the baseline' },
  multiple_of_baseline: { zh: '基期的倍数', en: 'Multiple of the baseline' },
  growth_rate: { zh: '年均增长', en: 'Growth rate' },
  narrative: { zh: '定性目标', en: 'Qualitative goal' },
};

export const COMPARATORS = ['gt', 'gte', 'lt', 'lte', 'approx', 'eq', 'range'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** 里程碑: a value (or range) due in a year; `year` is null where the text gives none and none was inferred. */
export interface Milestone {
  year: number | null;
  value: number;
  /** Upper end of a `range` (15—20家). */
  valueMax?: number;
  /** The wording as written in the text (1万亿元, 6万个以上). */
  wording?: string;
  /** True where the year is not in the statement and was taken from the section or the title. */
  yearInferred?: boolean;
}

/** 基期: year and value a target is measured from; the value is null where the text names only the year. */
export interface Baseline {
  year: number;
  value: number | null;
}

export interface TargetDepartment {
  name: string;
  /** lead 牵头, responsible 责任. */
  role: 'lead' | 'responsible';
}

/** Methods of progress.md §3; each assessment names the one used. */
export const METHODS = ['required_pace', 'direction_only', 'schedule', 'path'] as const;
export type Method = (typeof METHODS)[number];

/** How the path runs between two known points: by equal amounts a year, or by equal rates. */
export const PATH_SHAPES = ['straight', 'geometric'] as const;
export type PathShape = (typeof PATH_SHAPES)[number];

/** Leads in 百分点 below which 序时进度 shows a yellow and a red light, e.g. −10 and −30; a setting of the document. */
export interface ScheduleCuts {
  yellow: number;
  red: number;
}

/** The cuts of a document that sets none (progress.md §3). */
export const DEFAULT_SCHEDULE_CUTS: ScheduleCuts = { yellow: -10, red: -30 };

/** 目标: what one clause demands of one indicator in one region. */
export interface Target {
  id: string;
  document: string;
  region: string;
  indicator: string;
  kind: TargetKind;
  comparator: Comparator;
  /** The comparing word as written (左右, 以上, 突破, 力争). */
  qualifier: string | null;
  /** Empty for goals without a number: those judged by direction only, and narrative ones. */
  milestones: Milestone[];
  /** 每年: the demand holds in every year of the period on its own. */
  everyYear: boolean;
  /** First and last year the demand covers. */
  period: { from: number; to: number };
  baseline: Baseline | null;
  /** Heading path, outermost first. */
  clause: string[];
  /** Verbatim words of the document. */
  quote: string;
  departments: TargetDepartment[];
  notes: string | null;
  /** Id of the target this one says again (总体目标 and 专栏); null where it stands alone. */
  restates: string | null;
  /** Method to judge by where the default (`required_pace`) does not fit. */
  method: Method | null;
  /** Share of T by which an `approx` target, and of the path by which a value, may fall short, e.g. 0.02; null: 0.02. */
  tolerance: number | null;
  /** How its path runs; straight in the judged unit unless the target says otherwise. */
  pathShape: PathShape;
  /** Its document's cuts of 序时进度; null: the defaults. */
  scheduleCuts: ScheduleCuts | null;
}

/**
 * 定性目标 (走在前列, 体系基本形成): stands in its document with its words, and is neither judged nor counted, since
 * no figure could show it reached.
 */
export function isNarrative({ kind }: Pick<Target, 'kind'>): boolean {
  return kind === 'narrative';
}

/** Whether a target counts in totals: one that says another again does not, nor does a narrative one. */
export function isCounted(target: Pick<Target, 'kind' | 'restates'>): boolean {
  return target.restates === null && !isNarrative(target);
}

/** Default tolerance of 左右 (progress.md §1). */
export const DEFAULT_TOLERANCE = 0.02;

/**
 * Unit of the judged value of a target: growth, reduction and growth-rate kinds are judged in %,
 * multiples in 倍, everything else in the indicator's unit.
 */
export function judgedUnit(kind: TargetKind, indicator: Pick<Indicator, 'unit'>): string {
  if (kind === 'growth_vs_baseline' || kind === 'reduction_vs_baseline' || kind === 'growth_rate') return '%';
  if (kind === 'multiple_of_baseline') return '倍';
  return indicator.unit;
}

/** Direction of the judged value: a reduction counts more as better whatever the indicator's own direction. */
export function judgedDirection(
  target: Pick<Target, 'kind' | 'comparator'>,
  indicator: Pick<Indicator, 'direction'>,
): Direction {
  if (target.kind === 'reduction_vs_baseline') return 'more';
  if (target.comparator === 'lt' || target.comparator === 'lte') return 'less';
  if (target.comparator === 'gt' || target.comparator === 'gte') return 'more';
  return indicator.direction;
}
