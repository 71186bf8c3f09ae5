import type { Label } from './label.ts';

/** 快报, 年报, 修订, 估计. */
export const FIGURE_STATUSES = ['preliminary', 'final', 'revised', 'estimated'] as const;
export type FigureStatus = (typeof FIGURE_STATUSES)[number];

export const FIGURE_STATUS_WORDS: Record<FigureStatus, { zh: string; en: string }> = {
  preliminary: { zh: '快报', en: 'Preliminary' },
  final: { zh: '年报', en: 'Final' },
  revised: { zh: '修订', en: 'Revised' },
  estimated: { zh: '估计', en: 'Estimated' },
};

/**
 * Why a figure is not a plain year-end figure: `part_year` 截至某月, `at_least` a lower bound (突破…, …余),
 * `at_most` an upper bound, `expected` 预计, `about` 左右, `scope` a narrower or other scope (当批, 另一口径).
 */
export const CAVEAT_KINDS = ['part_year', 'at_least', 'at_most', 'expected', 'about', 'scope'] as const;
export type CaveatKind = (typeof CAVEAT_KINDS)[number];

export const CAVEAT_WORDS: Record<CaveatKind, { zh: string; en: string }> = {
  part_year: { zh: '非年末数', en: 'Not year-end' },
  at_least: { zh: '下限值', en: 'Lower bound' },
  at_most: { zh: '上限值', en: 'Upper bound' },
  expected: { zh: '预计数', en: 'Expected' },
  about: { zh: '约数', en: 'Approximate' },
  scope: { zh: '口径不同', en: 'Other scope' },
};

/** Where a value was published, or the file it was handed in with. */
export interface FigureSource {
  title: string;
  publisher: string | null;
  /** ISO date, as exact as known (2024, 2024-09, 2024-09-22). */
  date: string | null;
  address: string | null;
}

/**
 * 数据: one observed value. Versions of the same (indicator, region, year) are append-only; the latest counts.
 * `value` is in the indicator's unit and has at most 15 significant decimal digits, so that the JavaScript
 * number stands for exactly one decimal (see decimal.ts); `decimals` is how many were given (38.0 has 1).
 */
export interface Figure {
  indicator: string;
  region: string;
  year: number;
  value: number;
  decimals: number;
  status: FigureStatus;
  caveats: CaveatKind[];
  /** The caveat in words, as the source gives it. */
  note: string | null;
}

/** A figure as the store keeps it: with its version, its source and when it became known. */
export interface FigureVersion extends Figure {
  id: string;
  version: number;
  source: FigureSource;
  quote: string | null;
  submission: string | null;
  /** UTC, ISO 8601, when this version was published in the system. */
  recordedAt: string;
  /** Display name of who published it; null for the catalogue's own figures. */
  recordedBy: string | null;
  /** True for made-up figures of a demonstration workspace. */
  demo: boolean;
  /** Who may read it. */
  label: Label;
}
